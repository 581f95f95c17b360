import { sql } from 'drizzle-orm';

/** `= any(…)` in a hand-written statement: one parameter however many ids, where a list would be one for each. */
export const anyOf = (ids: readonly number[]) => sql`any(${`{${ids.join(',')}}`}::bigint[])`;
