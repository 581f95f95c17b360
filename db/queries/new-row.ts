import type { Table } from 'drizzle-orm';

/** A row to be written; the workspace is that of the transaction. */
export type NewRow<T extends Table> = Omit<T['$inferInsert'], 'workspaceId'>;
