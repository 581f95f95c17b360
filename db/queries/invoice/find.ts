import { and, desc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { cases, customer, invoice } from '../../schema/index.ts';

export interface InvoiceOfCustomer {
  readonly id: number;
  readonly number: string;
  readonly customerId: number;
  readonly customerName: string;
  readonly ownLadder: string;
  /** The case in which it stands. */
  readonly caseId: number | null;
}

/** An invoice and whose it is. */
export async function findInvoice(tx: Transaction, id: number): Promise<InvoiceOfCustomer | undefined> {
  const [row] = await invoices(tx).where(eq(invoice.id, id));
  return row;
}

/** Invoices of this number, in whatever case it is typed; the latest first. */
export async function invoicesCalled(tx: Transaction, number: string): Promise<readonly InvoiceOfCustomer[]> {
  return invoices(tx)
    .where(sql`lower(${invoice.number}) = ${number.toLowerCase()}`)
    .orderBy(desc(invoice.id));
}

function invoices(tx: Transaction) {
  return tx
    .select({
      id: invoice.id,
      number: invoice.number,
      customerId: invoice.customerId,
      customerName: customer.name,
      ownLadder: invoice.ownLadder,
      caseId: cases.id,
    })
    .from(invoice)
    .innerJoin(
      customer,
      and(eq(customer.workspaceId, invoice.workspaceId), eq(customer.id, invoice.customerId)),
    )
    .leftJoin(
      cases,
      and(
        eq(cases.workspaceId, invoice.workspaceId),
        eq(cases.customerId, invoice.customerId),
        eq(cases.currency, invoice.currency),
        eq(cases.ownLadder, invoice.ownLadder),
      ),
    );
}
