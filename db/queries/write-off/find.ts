import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { invoice, invoiceBalance, writeOff, writeOffInvoice, type WriteOffRow } from '../../schema/index.ts';

export async function findWriteOff(tx: Transaction, id: number): Promise<WriteOffRow | undefined> {
  const [row] = await tx.select().from(writeOff).where(eq(writeOff.id, id));
  return row;
}

export async function writeOffsById(
  tx: Transaction,
  ids: readonly number[],
): Promise<readonly WriteOffRow[]> {
  return tx
    .select()
    .from(writeOff)
    .where(inArray(writeOff.id, [...ids]));
}

/** The write-offs of these cases that were proposed or booked, or taken back since, the latest first. */
export async function writeOffsOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly WriteOffRow[]> {
  return tx
    .select()
    .from(writeOff)
    .where(
      and(
        inArray(writeOff.caseId, [...caseIds]),
        inArray(writeOff.status, ['proposed', 'booked', 'reversed']),
      ),
    )
    .orderBy(desc(writeOff.id));
}

export interface WriteOffLine {
  readonly invoiceId: number;
  readonly number: string;
  /** Minor units: what is given up, what was open when that was proposed, and what is open now. */
  readonly amount: bigint;
  readonly openThen: bigint;
  readonly open: bigint;
}

/** What a write-off gives up, by invoice. */
export async function linesOfWriteOff(tx: Transaction, id: number): Promise<readonly WriteOffLine[]> {
  return tx
    .select({
      invoiceId: writeOffInvoice.invoiceId,
      number: invoice.number,
      amount: writeOffInvoice.amount,
      openThen: writeOffInvoice.open,
      open: invoiceBalance.open,
    })
    .from(writeOffInvoice)
    .innerJoin(
      invoice,
      and(eq(invoice.workspaceId, writeOffInvoice.workspaceId), eq(invoice.id, writeOffInvoice.invoiceId)),
    )
    .innerJoin(
      invoiceBalance,
      and(
        eq(invoiceBalance.workspaceId, writeOffInvoice.workspaceId),
        eq(invoiceBalance.invoiceId, writeOffInvoice.invoiceId),
      ),
    )
    .where(eq(writeOffInvoice.writeOffId, id))
    .orderBy(asc(writeOffInvoice.invoiceId));
}

export interface WrittenOffLine {
  readonly writeOffId: number;
  readonly number: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly bookedOn: string | null;
}

/** What of these cases' invoices is written off and was not taken back, the latest first. */
export async function writtenOffLines(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly WrittenOffLine[]> {
  return tx
    .select({
      writeOffId: writeOff.id,
      number: invoice.number,
      amount: writeOffInvoice.amount,
      bookedOn: writeOff.bookedOn,
    })
    .from(writeOff)
    .innerJoin(
      writeOffInvoice,
      and(eq(writeOffInvoice.workspaceId, writeOff.workspaceId), eq(writeOffInvoice.writeOffId, writeOff.id)),
    )
    .innerJoin(
      invoice,
      and(eq(invoice.workspaceId, writeOffInvoice.workspaceId), eq(invoice.id, writeOffInvoice.invoiceId)),
    )
    .where(and(inArray(writeOff.caseId, [...caseIds]), eq(writeOff.status, 'booked')))
    .orderBy(desc(writeOff.id), asc(invoice.id));
}
