import postgres, { type Sql } from 'postgres';

/** Opens one connection for a piece of work and closes it again. */
export async function withSession<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { ...sessionOptions, connection: { application_name: 'dunwell launcher' } });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** One connection that nothing closes behind our back; no names of types are needed, so none are asked for. */
export const sessionOptions = {
  max: 1,
  max_lifetime: null,
  connect_timeout: 10,
  fetch_types: false,
  onnotice: () => undefined,
} as const;

/** The SQLSTATE of a Postgres error, or the code of a system error such as ECONNREFUSED. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
