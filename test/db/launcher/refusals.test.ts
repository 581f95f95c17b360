import { readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareBinaries } from '../../../db/launcher/binaries.ts';
import { openHome } from '../../../db/launcher/home.ts';
import { refusalOf } from '../../support/refusal.ts';
import { emptyFolder, start, startedBefore } from './folders.ts';
import { listener } from './listener.ts';

const startedFolder = startedBefore();

describe('a port', () => {
  it('that was asked for and is taken is named', async () => {
    const folder = startedFolder();
    const { port } = await listener();
    expect(await refusalOf(start({ folder, port }))).toBe(
      `The embedded Postgres cannot have port ${port} on 127.0.0.1: another program listens there. Stop that program, choose another port, or leave the choice to Dunwell.`,
    );
  });

  it('that nobody asked for gives way to a free one', async () => {
    const folder = startedFolder();
    const { port } = await listener();
    writeFileSync(join(folder, 'postgres', 'port'), `${port}\n`);
    const server = await start({ folder });
    expect(server.port).not.toBe(port);
    expect(readFileSync(join(folder, 'postgres', 'port'), 'utf8')).toBe(`${server.port}\n`);
  });
});

describe('a data folder', () => {
  it('that is a file is refused', async () => {
    const file = join(emptyFolder(), 'taken');
    writeFileSync(file, '');
    const refusal = `The data folder ${file} cannot be written: a file stands where the folder should be. Make it writable, or set DUNWELL_DATA to another folder.`;
    expect(await refusalOf(start({ folder: file }))).toBe(refusal);
    expect(await refusalOf(start({ folder: join(file, 'below') }))).toContain('a file stands where');
  });

  it('that the system keeps closed is refused with the reason', async () => {
    const refusal = await refusalOf(start({ folder: '/dev/null/dunwell' }));
    expect(refusal).toContain('The data folder /dev/null/dunwell cannot be written:');
  });

  it('of another major version is refused with both versions', async () => {
    const folder = startedFolder();
    writeFileSync(join(folder, 'postgres', 'cluster', 'PG_VERSION'), '17\n');
    const refusal = await refusalOf(start({ folder }));
    expect(refusal).toContain(`${folder} was made by Postgres 17, and this Dunwell brings Postgres 18`);
    expect(refusal).toContain('pg_dump');
  });

  it('without its secret is refused, not emptied', async () => {
    const folder = startedFolder();
    rmSync(join(folder, 'postgres', 'secret'));
    expect(await refusalOf(start({ folder }))).toContain(`${join(folder, 'postgres', 'secret')} is missing`);
  });

  it('whose link leads nowhere is refused, not emptied', async () => {
    const folder = emptyFolder();
    symlinkSync(join(folder, 'gone'), join(folder, 'postgres'));
    expect(await refusalOf(start({ folder }))).toContain('is a link to a folder that is gone');
  });
});

describe('what Postgres says when it fails is passed on', () => {
  it('when it makes its files', async () => {
    const folder = emptyFolder();
    const refusal = await refusalOf(start({ folder, initdbOptions: ['--wal-segsize=3'] }));
    expect(refusal).toContain(`could not make its files in ${folder}`);
    expect(refusal).toContain('must be a power of two between 1 and 1024');
    await start({ folder });
  });

  it('when it starts', async () => {
    const folder = startedFolder();
    const refusal = await refusalOf(start({ folder, settings: { max_connections: '0' } }));
    expect(refusal).toContain(`The embedded Postgres in ${folder} did not start.`);
    expect(refusal).toContain('"max_connections" (1 .. 262143)');
  });
});

describe('a platform', () => {
  it('without an embedded Postgres is told which have one', async () => {
    const home = openHome(emptyFolder(), '/tmp');
    expect(await refusalOf(prepareBinaries(home, 'aix-ppc64'))).toBe(
      'There is no embedded Postgres for aix-ppc64, only for darwin-arm64, darwin-x64, linux-arm64, linux-x64, windows-x64: set DATABASE_URL to a Postgres of your own.',
    );
  });

  it('whose package was left out is told how to get it', async () => {
    const home = openHome(emptyFolder(), '/tmp');
    expect(await refusalOf(prepareBinaries(home, 'windows-x64'))).toContain(
      'run npm ci without --omit=optional',
    );
  });
});
