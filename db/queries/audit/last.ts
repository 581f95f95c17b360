import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit, type AuditRow } from '../../schema/index.ts';

/** The latest entry of a kind with these details. */
export async function lastOfKind(
  tx: Transaction,
  what: string,
  details: Readonly<Record<string, string | number>>,
): Promise<AuditRow | undefined> {
  const [row] = await tx
    .select()
    .from(audit)
    .where(and(eq(audit.what, what), sql`${audit.details} @> ${JSON.stringify(details)}::jsonb`))
    .orderBy(desc(audit.id))
    .limit(1);
  return row;
}
