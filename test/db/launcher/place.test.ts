import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepareBinaries } from '../../../db/launcher/binaries.ts';
import { openHome } from '../../../db/launcher/home.ts';
import { mendLinks } from '../../../db/launcher/links.ts';
import { asServer } from '../../../db/launcher/run.ts';
import { stage } from '../../../db/launcher/stage.ts';
import { shelterOf } from '../../support/postgres/folder.ts';
import { emptyFolder, start } from './folders.ts';

describe('a data folder that is closed to other accounts', () => {
  it('is served all the same, and found again: root keeps the files where the server can reach them', async () => {
    const folder = emptyFolder();
    chmodSync(folder, 0o700);
    const first = await start({ folder });
    await first.stop();
    const home = realpathSync(join(folder, 'postgres'));
    expect(dirname(home)).toBe(process.getuid?.() === 0 ? shelterOf(folder) : folder);
    expect(await start({ folder })).toMatchObject({ ownerUrl: first.ownerUrl });
  });
});

describe('the programs', () => {
  it('run from a copy where the installed ones cannot be used', async () => {
    const home = openHome(emptyFolder(), '/tmp');
    const { postgres, major } = await prepareBinaries(home);
    const native = stage(dirname(dirname(postgres)), home);
    expect(native).toContain(home.path);
    const answer = execFileSync(join(native, 'bin', 'postgres'), ['--version'], {
      ...asServer(home),
      encoding: 'utf8',
    });
    expect(answer).toContain(`(PostgreSQL) ${major}.`);
    expect(readdirSync(home.path)).toEqual([expect.stringMatching(/^postgres-[\d.]+/)]);
  });

  it('get the links back that npm does not pack', () => {
    const native = packageWith([{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]);
    expect(mendLinks(native)).toBe(true);
    expect(readlinkSync(join(native, 'lib', 'libicu.so.60'))).toBe('libicu.so.60.2');
    expect(mendLinks(native)).toBe(true);
  });

  it('count as not mended where a link cannot be made', () => {
    const native = packageWith([{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]);
    rmSync(join(native, 'lib'), { recursive: true });
    expect(mendLinks(native)).toBe(false);
    expect(existsSync(join(native, 'lib'))).toBe(false);
  });
});

function packageWith(links: readonly { source: string; target: string }[]): string {
  const native = join(emptyFolder(), 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libicu.so.60.2'), '');
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  return native;
}
