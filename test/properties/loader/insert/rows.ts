import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../../db/client.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The rows to be written, by table, in an order in which each finds what it points to. */
export interface Rows {
  readonly of: Map<string, Row[]>;
  readonly add: (table: string, row: Row) => number;
}

const tables = [
  'customer',
  'contact',
  'full_stop',
  'case',
  'invoice',
  'invoice_balance',
  'payment',
  'posting',
  'occurrence',
  'occurrence_invoice',
  'promise',
  'promise_invoice',
  'payment_advice',
  'dispute',
  'dispute_invoice',
  'plan',
  'plan_invoice',
  'instalment',
  'pause',
  'pause_invoice',
  'approval',
  'task',
  'letter',
] as const;

/** Tables whose rows have a number of their own. */
const unnumbered = new Set([
  'invoice_balance',
  'instalment',
  ...tables.filter((name) => name.includes('_invoice')),
]);

export interface Place {
  readonly workspaceId: number;
  /** By name. */
  readonly ladderIds: ReadonlyMap<string, number>;
  readonly memberId: number;
}

export function emptyRows(workspaceId: number): Rows {
  const of = new Map<string, Row[]>(tables.map((table) => [table, []]));
  return {
    of,
    add: (table, row) => {
      const list = of.get(table) ?? [];
      const id = list.length + 1;
      list.push({ workspace_id: workspaceId, ...(unnumbered.has(table) ? {} : { id }), ...row });
      return id;
    },
  };
}

/** Writes all of a table in one statement, which is the cheapest way. */
export async function write(tx: Transaction, { of }: Rows): Promise<void> {
  for (const table of tables) await bulk(tx, table, of.get(table) ?? []);
}

async function bulk(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(
    [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.identifier(name)),
    sql`, `,
  );
  const name = sql.identifier(table);
  await tx.execute(sql`
    insert into ${name} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows, asJson)}::json)`);
}

const asJson = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;
