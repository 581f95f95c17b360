import { and, eq, sql } from 'drizzle-orm';
import { importFile } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';
import type { ImportRow } from './row.ts';

/** Whether a newer import was finished since this one. */
export async function isOvertaken(scope: Scope, { id, doneAt }: ImportRow): Promise<boolean> {
  if (doneAt === null) return false;
  const [newer] = await scope.tx
    .select({ id: importFile.id })
    .from(importFile)
    .where(
      and(
        eq(importFile.status, 'done'),
        sql`(${importFile.doneAt}, ${importFile.id}) > (${doneAt.toISOString()}::timestamptz, ${id}::bigint)`,
      ),
    )
    .limit(1);
  return newer !== undefined;
}
