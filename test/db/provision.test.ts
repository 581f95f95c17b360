import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provision, type ServingUrls } from '../../db/provision.ts';
import { onOneConnection } from '../../db/session.ts';
import { startThrowaway, type Throwaway } from '../support/postgres/throwaway.ts';
import { refusalOf } from '../support/refusal.ts';

/** A cluster of its own, because roles are common to all databases of a cluster and these tests change them. */
let cluster: Throwaway;
let startedAtOnce: ServingUrls[];
beforeAll(async () => {
  cluster = await startThrowaway();
  await asSuperuser("alter system set log_statement = 'all'");
  await asSuperuser('select pg_reload_conf()');
  startedAtOnce = await Promise.all([1, 2, 3].map(() => provision(cluster.server.ownerUrl)));
});
afterAll(() => cluster.remove());

function asSuperuser(statement: string) {
  return onOneConnection(cluster.server.superuserUrl, (sql) => sql.unsafe<{ text: string }[]>(statement));
}

function roleBehind(url: string) {
  return onOneConnection(url, (sql) => sql`select current_user as role, current_database() as database`);
}

/** The address of a role that got a login and no right beyond. */
async function plainRole(name: string, database: string): Promise<string> {
  await asSuperuser(`create role ${name} login password 'p%lain'`);
  const url = Object.assign(new URL(cluster.server.ownerUrl), { username: name, password: 'p%25lain' });
  return Object.assign(url, { pathname: `/${database}` }).href;
}

describe('provisioning', () => {
  it('gives processes that start at once on an empty database the same addresses', () => {
    const [first] = startedAtOnce;
    expect(startedAtOnce).toEqual([first, first, first]);
  });

  it('opens the two confined roles for login, and finds them open the next time', async () => {
    const stored = `select rolname || ' ' || rolpassword as text from pg_authid where rolname like 'dunwell%' order by 1`;
    const before = await asSuperuser(stored);
    const { appUrl, wakeUrl } = await provision(cluster.server.ownerUrl);
    expect(await roleBehind(appUrl)).toEqual([{ role: 'dunwell_app', database: 'dunwell' }]);
    expect(await roleBehind(wakeUrl)).toEqual([{ role: 'dunwell_wake', database: 'dunwell' }]);
    expect(await asSuperuser(stored)).toEqual(before);
  });

  it('keeps their passwords out of the server log, even where that holds every statement', async () => {
    const [log] = await asSuperuser(
      `select pg_read_file(current_setting('data_directory') || '/../server.log') as text`,
    );
    expect(log?.text).toContain('alter role dunwell_app login');
    for (const url of Object.values(startedAtOnce[0] ?? {}).map((text: string) => new URL(text))) {
      expect(log?.text).not.toContain(url.password);
    }
  });

  it('uses addresses that are given as they are', async () => {
    const given = { appUrl: 'postgresql://a@elsewhere/x', wakeUrl: 'postgresql://b@elsewhere/x' };
    expect(await provision(cluster.server.ownerUrl, given)).toEqual(given);
  });
});

describe('an owner without the rights', () => {
  it('gets the very statements that its administrator has to run', async () => {
    await asSuperuser('create database poor');
    const url = await plainRole('poor', 'poor');
    const refusal = await refusalOf(provision(url));
    const [, ...statements] = refusal.split('\n');
    expect(statements).toEqual([
      'GRANT CREATE ON DATABASE poor TO poor;',
      'GRANT CREATE, USAGE ON SCHEMA public TO poor;',
      'ALTER ROLE poor CREATEROLE;',
      'GRANT dunwell_app TO poor WITH ADMIN OPTION;',
      'GRANT dunwell_wake TO poor WITH ADMIN OPTION;',
    ]);
    const inPoor = Object.assign(new URL(cluster.server.superuserUrl), { pathname: '/poor' }).href;
    await onOneConnection(inPoor, (sql) => sql.unsafe(statements.join('\n')));
    const { appUrl } = await provision(url);
    expect(await roleBehind(appUrl)).toEqual([{ role: 'dunwell_app', database: 'poor' }]);
  });
});

describe('an owner address', () => {
  it('without a password is refused, because those of the confined roles come from it', async () => {
    expect(await refusalOf(provision('postgresql://owner@127.0.0.1/dunwell'))).toContain('has no password');
  });

  it('that cannot be read is refused without repeating it', async () => {
    const refusal = await refusalOf(provision('postgresql://owner:s/e/c/r/e/t@127.0.0.1:port/dunwell'));
    expect(refusal).toContain('not of the form postgresql://owner:password@host:5432/database');
    expect(refusal).not.toContain('s/e/c');
  });
});
