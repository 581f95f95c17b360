import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onOneConnection } from '../../../db/session.ts';
import { emptyFolder, serverIn, start, startedBefore } from './folders.ts';

describe('a first start', () => {
  it('makes a database whose owner may make roles and is no superuser', async () => {
    const { ownerUrl, adopted } = await start({ folder: emptyFolder() });
    const [owner] = await onOneConnection(
      ownerUrl,
      (sql) => sql`
        select current_user as name, current_database() as database, rolsuper, rolbypassrls, rolcreaterole,
          pg_get_userbyid(datdba) as "databaseOwner"
        from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
    );
    expect(adopted).toBe(false);
    expect(owner).toEqual({
      name: 'dunwell_owner',
      database: 'dunwell',
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: true,
      databaseOwner: 'dunwell_owner',
    });
  });

  it('keeps its secret to itself, out of logs too', async () => {
    const folder = emptyFolder();
    const said: string[] = [];
    const say = (message: string): void => void said.push(message);
    const loud = { folder, settings: { log_statement: 'all' } };
    const { ownerUrl, superuserUrl } = await start({ ...loud, log: { info: say, warn: say } });
    const secret = join(folder, 'postgres', 'secret');
    const logged = said.join() + readFileSync(join(folder, 'postgres', 'server.log'), 'utf8');
    expect(logged).toContain('dunwell_owner');
    for (const password of [ownerUrl, superuserUrl].map((url) => new URL(url).password)) {
      expect(logged).not.toContain(password);
    }
    expect(logged).not.toContain(readFileSync(secret, 'utf8'));
    expect(statSync(secret).mode & 0o777).toBe(0o600);
  });
});

describe('a later start', () => {
  const startedFolder = startedBefore();

  it('finds everything at the same address after a stop', async () => {
    const folder = startedFolder();
    const first = await start({ folder });
    await onOneConnection(first.ownerUrl, (sql) => sql`create table kept as select 42 as answer`);
    await first.stop();
    expect(serverIn(folder)).toBeUndefined();

    const second = await start({ folder });
    expect(second).toMatchObject({ adopted: false, port: first.port, ownerUrl: first.ownerUrl });
    expect(await onOneConnection(second.ownerUrl, (sql) => sql`select answer from kept`)).toEqual([
      { answer: 42 },
    ]);
  });

  it('is not stopped by the one before it, however often that is asked to stop', async () => {
    const folder = startedFolder();
    const first = await start({ folder });
    await Promise.all([first.stop(), first.stop()]);
    const { ownerUrl } = await start({ folder });
    await first.stop();
    expect(await onOneConnection(ownerUrl, (sql) => sql`select 1 as alive`)).toEqual([{ alive: 1 }]);
  });

  it('listens on this machine only, and lets nobody in without a password', async () => {
    const { superuserUrl, port } = await start({ folder: startedFolder() });
    const [listening] = await onOneConnection(
      superuserUrl,
      (sql) => sql`
        select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(listening).toEqual({ addresses: '127.0.0.1', sockets: '' });
    const guess = `postgresql://postgres:guess@127.0.0.1:${port}/postgres`;
    await expect(onOneConnection(guess, (sql) => sql`select 1`)).rejects.toThrow(
      'password authentication failed',
    );
  });
});
