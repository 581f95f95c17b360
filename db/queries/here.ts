import { sql } from 'drizzle-orm';

/** The workspace of the transaction: what every row that is written belongs to. */
export const here = sql<number>`current_workspace()`;
