import { and, eq, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { payment } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export async function insertPayment(tx: Transaction, row: NewRow<typeof payment>): Promise<number> {
  return only(
    await tx
      .insert(payment)
      .values({ ...row, workspaceId: here })
      .returning({ id: payment.id }),
  ).id;
}

/** How many payments of a customer have this amount and this day; credit notes are none. */
export async function countSamePayments(
  tx: Transaction,
  like: Pick<typeof payment.$inferSelect, 'customerId' | 'currency' | 'amount' | 'receivedOn'>,
): Promise<number> {
  const rows = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(payment)
    .where(
      and(
        eq(payment.customerId, like.customerId),
        eq(payment.currency, like.currency),
        eq(payment.amount, like.amount),
        eq(payment.receivedOn, like.receivedOn),
        ne(payment.source, 'credit note'),
      ),
    );
  return only(rows).count;
}
