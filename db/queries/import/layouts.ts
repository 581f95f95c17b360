import { desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { importLayout } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export type ImportLayoutRow = typeof importLayout.$inferSelect;

/** How the last file with this header was read. */
export async function findLayout(tx: Transaction, header: string): Promise<ImportLayoutRow | undefined> {
  const [row] = await tx
    .select()
    .from(importLayout)
    .where(eq(importLayout.header, header))
    .orderBy(desc(importLayout.at))
    .limit(1);
  return row;
}

export async function keepLayout(tx: Transaction, row: NewRow<typeof importLayout>): Promise<void> {
  await tx
    .insert(importLayout)
    .values({ ...row, workspaceId: here })
    .onConflictDoUpdate({
      target: [importLayout.workspaceId, importLayout.kind, importLayout.header],
      set: { answers: sql`excluded.answers`, memberId: sql`excluded.member_id`, at: sql`excluded.at` },
    });
}
