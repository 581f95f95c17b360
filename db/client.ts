import { getTableName, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { DomainError } from '../src/core/error.ts';
import * as schema from './schema/index.ts';

export type Database = ReturnType<typeof connect>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface PoolOptions {
  readonly max: number;
  /**
   * Keeps statements prepared on their connections, which spares planning each anew and halves the ways to and fro.
   * Only for a Postgres that is nobody else's: kept plans fail after a migration meanwhile, and behind a pooler in
   * transaction mode.
   */
  readonly prepare?: boolean;
}

/**
 * A pool of at most `max` connections; it opens them when it needs them. Close it with `db.$client.end()`.
 * Hand-written queries get int8 as bigint, because a string would be joined where a number is added; the columns of
 * the schema say themselves what they are.
 */
export function connect(url: string, { max, prepare = false }: PoolOptions) {
  const client = postgres(url, {
    max,
    prepare,
    types: { bigint: postgres.BigInt },
    connect_timeout: 10,
    connection: {
      application_name: 'dunwell',
      statement_timeout: 60_000,
      lock_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
    onnotice: () => undefined,
  });
  return drizzle(prepare ? keepingStatements(client) : client, { schema });
}

type Client = postgres.Sql<{ bigint: bigint }>;

type Unsafe = Client['unsafe'];

const kept = { prepare: true, simple: false };

/**
 * drizzle asks for no prepared statement unless each is named by hand, so they are asked for here; what says nothing
 * about it, such as the driver's own `begin`, stays as it is.
 */
function keepingStatements(client: Client): Client {
  const begin = client.begin.bind(client);
  const beginKeeping = (work: (tx: postgres.TransactionSql) => Promise<unknown>) =>
    begin((tx) => work(keptIn(tx)));
  return Object.assign(keptIn(client), { begin: beginKeeping });
}

function keptIn<Sql extends Pick<Client, 'unsafe'>>(sql: Sql): Sql {
  const { unsafe } = sql;
  return Object.assign(sql, {
    unsafe: (text: string, values?: Parameters<Unsafe>[1], options?: Parameters<Unsafe>[2]) =>
      unsafe(text, values, options?.prepare === undefined ? options : kept),
  });
}

/** Runs the work in one transaction that sees, and can write, this workspace only. */
export function inWorkspace<T>(
  db: Database,
  workspaceId: number,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  // Written out, not a parameter: what has none goes to and fro once, and this is said in every transaction.
  const id = sql.raw(String(BigInt(workspaceId)));
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('dunwell.workspace', '${id}', true)`);
    return work(tx);
  });
}

/**
 * Refuses a role on which the walls between workspaces, or the append-only ledger, do not hold. Roles that it could
 * change into count as itself.
 *
 * @throws DomainError `forbidden` naming the role and what it may do too much
 */
export async function assertConfined(db: Database): Promise<void> {
  const [role] = await db.execute<Powers>(sql`
    select current_user as name,
      exists (select from pg_roles r where r.rolsuper and pg_has_role(r.oid, 'MEMBER')) as "superuser",
      exists (select from pg_roles r where r.rolbypassrls and pg_has_role(r.oid, 'MEMBER')) as "bypassesWalls",
      exists (
        select from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
          and pg_has_role(c.relowner, 'MEMBER')
      ) as "ownsTables",
      array(select t from unnest(${sql.param(appendOnly)}::text[]) t where ${mayRewrite}) as "rewrites"`);
  const excess = role && excessOf(role);
  if (!excess) return;
  throw new DomainError(
    'forbidden',
    `Dunwell does not work as the database role "${role.name}", because it ${excess}: give it the address of a role like dunwell_app, to which the migrations grant what is needed.`,
  );
}

const appendOnly = [schema.posting, schema.audit].map(getTableName);

const mayRewrite = sql`has_table_privilege(t, 'UPDATE, DELETE, TRUNCATE') or has_any_column_privilege(t, 'UPDATE')`;

interface Powers extends Record<string, unknown> {
  readonly name: string;
  readonly superuser: boolean;
  readonly bypassesWalls: boolean;
  readonly ownsTables: boolean;
  readonly rewrites: readonly string[];
}

function excessOf(role: Powers): string | undefined {
  if (role.superuser) return 'is a superuser, or may become one';
  if (role.bypassesWalls) return 'has BYPASSRLS, so that no wall between workspaces holds for it';
  if (role.ownsTables) return 'owns tables, so that it could switch off their protection';
  if (role.rewrites.length > 0)
    return `may change or delete rows of ${role.rewrites.join(' and ')}, which are append-only`;
  return undefined;
}
