import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const app = postgres(database.appUrl, { max: 2, onnotice: () => undefined });
const waker = postgres(database.wakeUrl, { max: 1 });
const owner = postgres(database.ownerUrl, { max: 1 });
afterAll(() => Promise.all([app.end(), waker.end(), owner.end()]));

let ours = '';
let theirs = '';

/** Raw SQL as the application's role, inside a workspace or outside of any. */
function as<T extends readonly object[]>(
  workspace: string,
  work: (sql: postgres.TransactionSql) => Promise<T>,
) {
  return app.begin(async (sql) => {
    await sql`select set_config('dunwell.workspace', ${workspace}, true)`;
    return work(sql);
  });
}

async function open(team: string): Promise<string> {
  const [row] = await app<{ id: string }[]>`
    select open_workspace('slack', ${team}, ${team}, 'DE', 'Europe/Berlin', 'DMY')::text as id`;
  return row!.id;
}

async function addCustomer(workspace: string, number: string): Promise<string> {
  const [row] = await as(
    workspace,
    (sql) => sql<{ id: string }[]>`
    insert into customer (workspace_id, number, name) values (${workspace}, ${number}, 'Lagerhaus') returning id::text`,
  );
  return row!.id;
}

beforeAll(async () => {
  ours = await open('T-OURS');
  theirs = await open('T-THEIRS');
});

describe('a workspace, for the application role', () => {
  it('is empty outside of a transaction that named it', async () => {
    await addCustomer(ours, 'A-1');
    expect(await app`select * from customer`).toEqual([]);
    expect(await app`select * from workspace`).toEqual([]);
  });

  it('does not show another one its rows, nor let it change or delete them', async () => {
    await addCustomer(ours, 'A-2');
    expect(await as(theirs, (sql) => sql`select * from customer`)).toEqual([]);
    expect(await as(theirs, (sql) => sql`update customer set name = 'mine' returning id`)).toEqual([]);
    expect(await as(theirs, (sql) => sql`delete from customer returning id`)).toEqual([]);
    const kept = await as(ours, (sql) => sql<{ name: string }[]>`select distinct name from customer`);
    expect(kept.map(({ name }) => name)).toEqual(['Lagerhaus']);
  });

  it('takes no row that claims to be of another one', async () => {
    const intrusion = as(
      theirs,
      (sql) => sql`
      insert into customer (workspace_id, number, name) values (${ours}, 'X', 'intruder') returning id`,
    );
    await expect(intrusion).rejects.toThrow('row-level security');
  });

  it('lets no row point to a row of another one, even by a known id', async () => {
    const foreign = await addCustomer(ours, 'A-3');
    const pointing = as(
      theirs,
      (sql) => sql`
      insert into contact (workspace_id, customer_id, name, role) values (${theirs}, ${foreign}, 'N', 'decider') returning id`,
    );
    await expect(pointing).rejects.toThrow('foreign key');
  });
});

describe('every table', () => {
  it('stands behind its wall, by force, for its owner too', async () => {
    const open = await owner<{ relname: string }[]>`
      select relname from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r'
        and not (relrowsecurity and relforcerowsecurity)`;
    expect(open.map(({ relname }) => relname)).toEqual([]);
  });

  it('has the workspace in every unique key and in every foreign key', async () => {
    const loose = await owner<{ conname: string }[]>`
      select conname from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f') and conrelid <> 'workspace'::regclass
        and not exists (select from unnest(conkey) k join pg_attribute a on a.attrelid = conrelid and a.attnum = k
          where a.attname = 'workspace_id')`;
    expect(loose.map(({ conname }) => conname)).toEqual([]);
  });
});

describe('the ledger and the audit', () => {
  it.each(['posting', 'audit'])('%s can be appended to and read, and nothing else', async (table) => {
    for (const verb of [
      `update ${table} set workspace_id = workspace_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ])
      await expect(as(ours, (sql) => sql.unsafe(verb))).rejects.toThrow('permission denied');
  });
});

describe('the waker', () => {
  it('sees of all workspaces when something is due, and where', async () => {
    expect(await waker`select id from workspace order by id`).toHaveLength(2);
    await expect(waker`select workspace_id, wake_at from "case"`).resolves.toEqual([]);
  });

  it.each([
    'select name from workspace',
    'select customer_id from "case"',
    'select notice from outbox',
    'select body from hold_announcement',
    'select * from customer',
  ])('sees nothing else: %s', async (query) => {
    await expect(waker.unsafe(query)).rejects.toThrow('permission denied');
  });

  it('writes nothing', async () => {
    await expect(waker`update "case" set wake_at = now()`).rejects.toThrow('permission denied');
  });
});
