import postgres, { type Sql } from 'postgres';

/**
 * Does work on one connection that stays the same from beginning to end, so that session locks hold, and closes it.
 * For set-up only: the application works through `connect`.
 */
export async function onOneConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    max_lifetime: null,
    connect_timeout: 10,
    connection: { application_name: 'dunwell set-up' },
    onnotice: () => undefined,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** The SQLSTATE of a refused statement; drizzle wraps what Postgres said. */
export function sqlStateOf(error: unknown): string | undefined {
  if (error instanceof postgres.PostgresError) return error.code;
  return error instanceof Error && error.cause !== undefined ? sqlStateOf(error.cause) : undefined;
}
