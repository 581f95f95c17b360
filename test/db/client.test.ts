import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connect, inWorkspace, type Transaction } from '../../db/client.ts';
import { customer } from '../../db/schema/index.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
/** One connection, so that whatever a transaction leaves behind on it meets the next one. */
const app = connect(database.appUrl, { max: 1 });
afterAll(() => app.$client.end());

async function openWorkspace(team: string): Promise<number> {
  const [row] = await app.execute<{ id: bigint }>(
    sql`select open_workspace('slack', ${team}, 'A team', 'DE', 'Europe/Berlin', 'DMY') as id`,
  );
  return Number(row?.id);
}

const here = await openWorkspace('T-here');
const there = await openWorkspace('T-there');

function addCustomer(tx: Transaction, workspaceId: number, number: string) {
  return tx.insert(customer).values({ workspaceId, number, name: 'Lagerhaus Nord GmbH' });
}

async function numbersSeenIn(workspaceId: number): Promise<string[]> {
  const rows = await inWorkspace(app, workspaceId, (tx) => tx.select().from(customer));
  return rows.map(({ number }) => number);
}

describe('a transaction in a workspace', () => {
  it('sees and writes that workspace only', async () => {
    await inWorkspace(app, here, (tx) => addCustomer(tx, here, 'C-1'));
    expect(await numbersSeenIn(here)).toContain('C-1');
    expect(await numbersSeenIn(there)).toEqual([]);
    await expect(inWorkspace(app, there, (tx) => addCustomer(tx, here, 'C-2'))).rejects.toMatchObject({
      cause: { message: 'new row violates row-level security policy for table "customer"' },
    });
  });

  it('leaves the connection in no workspace', async () => {
    await inWorkspace(app, here, (tx) => tx.execute(sql`select 1`));
    expect(await app.select().from(customer)).toEqual([]);
  });

  it('undoes everything when its work fails', async () => {
    const failing = inWorkspace(app, here, async (tx) => {
      await addCustomer(tx, here, 'C-3');
      throw new Error('Something went wrong after the insert.');
    });
    await expect(failing).rejects.toThrow('Something went wrong after the insert.');
    expect(await numbersSeenIn(here)).not.toContain('C-3');
  });
});

describe('a query', () => {
  it('written by hand answers large integers exactly', async () => {
    const [row] = await app.execute(sql`select 9007199254740993::int8 as large, array[1, 2]::int8[] as list`);
    expect(row).toEqual({ large: 9007199254740993n, list: [1n, 2n] });
  });

  it('is given up when it waits for a lock for longer than thirty seconds, or runs for more than a minute', async () => {
    const limits = await app.execute(
      sql`select name, setting from pg_settings where name in ('lock_timeout', 'statement_timeout') order by name`,
    );
    expect([...limits]).toEqual([
      { name: 'lock_timeout', setting: '30000' },
      { name: 'statement_timeout', setting: '60000' },
    ]);
  });
});

describe('statements', () => {
  const prepared = connect(database.appUrl, { max: 1, prepare: true });
  afterAll(() => prepared.$client.end());
  const kept = (db: typeof app, id: number) =>
    inWorkspace(db, id, async (tx) => {
      await tx.select().from(customer);
      const rows = await tx.execute<{ statement: string }>(sql`select statement from pg_prepared_statements`);
      return rows.map(({ statement }) => statement).filter((statement) => statement.includes('"customer"'));
    });

  it('are planned anew each time unless the database is ours', async () => {
    expect(await kept(app, here)).toEqual([]);
    expect(await kept(prepared, here)).toHaveLength(1);
  });

  it('that are kept see the workspace of the transaction and no other', async () => {
    for (const id of [here, there, here]) await kept(prepared, id);
    const numbersIn = (id: number) => inWorkspace(prepared, id, (tx) => tx.select().from(customer));
    expect((await numbersIn(here)).length).toBeGreaterThan(0);
    expect(await numbersIn(there)).toEqual([]);
  });
});
