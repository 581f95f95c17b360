import { and, asc, desc, eq, gt, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { paymentAdvice } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export type PaymentAdvice = typeof paymentAdvice.$inferSelect;

export async function insertAdvice(tx: Transaction, row: NewRow<typeof paymentAdvice>): Promise<void> {
  await tx.insert(paymentAdvice).values({ ...row, workspaceId: here });
}

/** Payments advised for a case that still rest anything on a day, the oldest first. */
export async function restingAdvices(
  tx: Transaction,
  caseId: number,
  today: string,
): Promise<readonly PaymentAdvice[]> {
  return tx
    .select()
    .from(paymentAdvice)
    .where(and(eq(paymentAdvice.caseId, caseId), gt(paymentAdvice.restsUntil, today)))
    .orderBy(asc(paymentAdvice.id));
}

export async function latestAdvice(tx: Transaction, caseId: number): Promise<PaymentAdvice | undefined> {
  const [row] = await tx
    .select()
    .from(paymentAdvice)
    .where(eq(paymentAdvice.caseId, caseId))
    .orderBy(desc(paymentAdvice.id))
    .limit(1);
  return row;
}

/** Whether cash was booked for a case's customer and currency at that moment or later. */
export async function cashCameSince(tx: Transaction, caseId: number, since: Date): Promise<boolean> {
  const rows = await tx.execute(sql`
    select from "case" c
    join posting g on g.workspace_id = c.workspace_id and g.customer_id = c.customer_id and g.currency = c.currency
      and g.debit = 'cash' and g.created_at >= ${since.toISOString()}::timestamptz
    where c.workspace_id = current_workspace() and c.id = ${caseId} limit 1`);
  return rows.length > 0;
}

/** Changes how much of a payment advised is still on its way, and until when it rests. */
export async function changeAdvice(
  tx: Transaction,
  id: number,
  change: Partial<Pick<PaymentAdvice, 'amount' | 'restsUntil'>>,
): Promise<void> {
  await tx.update(paymentAdvice).set(change).where(eq(paymentAdvice.id, id));
}
