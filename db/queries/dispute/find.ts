import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import {
  dispute,
  disputeInvoice,
  type DisputeInvoiceRow,
  type DisputeRow,
  invoice,
  invoiceBalance,
} from '../../schema/index.ts';

export async function findDispute(tx: Transaction, id: number): Promise<DisputeRow | undefined> {
  const [row] = await tx.select().from(dispute).where(eq(dispute.id, id));
  return row;
}

/** All disputes of these cases, the latest first. */
export async function disputesOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly DisputeRow[]> {
  return tx
    .select()
    .from(dispute)
    .where(inArray(dispute.caseId, [...caseIds]))
    .orderBy(desc(dispute.id));
}

export type DisputedLine = Pick<DisputeInvoiceRow, 'disputeId' | 'invoiceId' | 'amount' | 'upheld'> & {
  readonly number: string;
  /** Of the invoice, now; minor units. */
  readonly open: bigint;
};

/** What disputes are about, in the order in which an amount is spread over it: the oldest due date first. */
export async function linesOfDisputes(
  tx: Transaction,
  ids: readonly number[],
): Promise<readonly DisputedLine[]> {
  return tx
    .select({
      disputeId: disputeInvoice.disputeId,
      invoiceId: disputeInvoice.invoiceId,
      amount: disputeInvoice.amount,
      upheld: disputeInvoice.upheld,
      number: invoice.number,
      open: invoiceBalance.open,
    })
    .from(disputeInvoice)
    .innerJoin(
      invoice,
      and(eq(invoice.workspaceId, disputeInvoice.workspaceId), eq(invoice.id, disputeInvoice.invoiceId)),
    )
    .innerJoin(
      invoiceBalance,
      and(eq(invoiceBalance.workspaceId, invoice.workspaceId), eq(invoiceBalance.invoiceId, invoice.id)),
    )
    .where(inArray(disputeInvoice.disputeId, [...ids]))
    .orderBy(asc(invoice.effectiveDueOn), asc(invoice.id));
}

/** Disputes of these cases that still rest something, though all that they are about is paid or credited. */
export async function mootDisputes(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly DisputeRow[]> {
  return tx
    .select()
    .from(dispute)
    .where(
      and(
        inArray(dispute.caseId, [...caseIds]),
        inArray(dispute.status, ['open', 'upheld']),
        sql`not exists (
          select from dispute_invoice l
          join invoice_balance b on b.workspace_id = l.workspace_id and b.invoice_id = l.invoice_id and b.open > 0
          where l.workspace_id = ${dispute.workspaceId} and l.dispute_id = ${dispute.id})`,
      ),
    )
    .orderBy(asc(dispute.id));
}
