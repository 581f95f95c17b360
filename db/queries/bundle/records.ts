import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { audit, type AuditRow, dispute, invoice, invoiceBalance, payment } from '../../schema/index.ts';

/* What legal takes over about one customer: each function is one statement, oldest first. */

export interface InvoiceOfCustomer {
  readonly id: number;
  readonly number: string;
  readonly currency: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly total: bigint;
  readonly open: bigint;
}

export async function invoicesOfCustomer(
  tx: Transaction,
  customerId: number,
): Promise<readonly InvoiceOfCustomer[]> {
  return tx
    .select({
      id: invoice.id,
      number: invoice.number,
      currency: invoice.currency,
      issuedOn: invoice.issuedOn,
      dueOn: invoice.dueOn,
      total: invoiceBalance.total,
      open: invoiceBalance.open,
    })
    .from(invoice)
    .innerJoin(
      invoiceBalance,
      and(eq(invoiceBalance.workspaceId, invoice.workspaceId), eq(invoiceBalance.invoiceId, invoice.id)),
    )
    .where(eq(invoice.customerId, customerId))
    .orderBy(asc(invoice.dueOn), asc(invoice.id));
}

export async function paymentsOfCustomer(
  tx: Transaction,
  customerId: number,
): Promise<readonly (typeof payment.$inferSelect)[]> {
  return tx
    .select()
    .from(payment)
    .where(eq(payment.customerId, customerId))
    .orderBy(asc(payment.receivedOn), asc(payment.id));
}

export async function disputesOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly (typeof dispute.$inferSelect)[]> {
  return tx
    .select()
    .from(dispute)
    .where(inArray(dispute.caseId, [...caseIds]))
    .orderBy(asc(dispute.id));
}

export async function auditOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly AuditRow[]> {
  return tx
    .select()
    .from(audit)
    .where(inArray(audit.caseId, [...caseIds]))
    .orderBy(asc(audit.id));
}
