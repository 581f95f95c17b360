import { and, asc, desc, eq, inArray, lt } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { feeWaiver, feeWaiverInvoice, type FeeWaiverRow, invoice } from '../../schema/index.ts';

export async function findFeeWaiver(tx: Transaction, id: number): Promise<FeeWaiverRow | undefined> {
  const [row] = await tx.select().from(feeWaiver).where(eq(feeWaiver.id, id));
  return row;
}

export async function feeWaiversById(
  tx: Transaction,
  ids: readonly number[],
): Promise<readonly FeeWaiverRow[]> {
  return tx
    .select()
    .from(feeWaiver)
    .where(inArray(feeWaiver.id, [...ids]));
}

/** The waivers of these cases that were proposed or granted, the latest first. */
export async function feeWaiversOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly FeeWaiverRow[]> {
  return tx
    .select()
    .from(feeWaiver)
    .where(and(inArray(feeWaiver.caseId, [...caseIds]), inArray(feeWaiver.status, ['proposed', 'granted'])))
    .orderBy(desc(feeWaiver.id));
}

/** The invoices of a waiver, by their ids. */
export async function invoicesOfWaiver(
  tx: Transaction,
  waiverId: number,
): Promise<readonly { readonly id: number; readonly number: string }[]> {
  return tx
    .select({ id: invoice.id, number: invoice.number })
    .from(feeWaiverInvoice)
    .innerJoin(
      invoice,
      and(eq(invoice.workspaceId, feeWaiverInvoice.workspaceId), eq(invoice.id, feeWaiverInvoice.invoiceId)),
    )
    .where(eq(feeWaiverInvoice.waiverId, waiverId))
    .orderBy(asc(invoice.id));
}

export interface GrantedWaiver extends Pick<FeeWaiverRow, 'interest' | 'fixedSums' | 'through'> {
  readonly invoiceId: number;
}

/** What was waived of these invoices; `before` a waiver, by its id: only what was waived when that was proposed. */
export async function waiversOfInvoices(
  tx: Transaction,
  invoiceIds: readonly number[],
  before?: number,
): Promise<readonly GrantedWaiver[]> {
  return tx
    .select({
      invoiceId: feeWaiverInvoice.invoiceId,
      interest: feeWaiver.interest,
      fixedSums: feeWaiver.fixedSums,
      through: feeWaiver.through,
    })
    .from(feeWaiverInvoice)
    .innerJoin(
      feeWaiver,
      and(
        eq(feeWaiver.workspaceId, feeWaiverInvoice.workspaceId),
        eq(feeWaiver.id, feeWaiverInvoice.waiverId),
        eq(feeWaiver.status, 'granted'),
      ),
    )
    .where(
      and(
        inArray(feeWaiverInvoice.invoiceId, [...invoiceIds]),
        before === undefined ? undefined : lt(feeWaiver.id, before),
      ),
    );
}
