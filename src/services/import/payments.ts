import { insertPayments, type NewPayment as PaymentRow } from '../../../db/queries/import/payments.ts';
import type { Entry } from '../ledger/entry.ts';
import type { Scope } from '../scope.ts';

/** Money that an export shows to have come in, or a credit it shows; the number of its document is the reference. */
export interface NewPayment {
  readonly source: PaymentRow['source'];
  readonly reference: string;
  readonly entry: Entry;
}

/** Writes the payments down and returns their entries, each with the payment it belongs to. */
export async function withPayments(scope: Scope, payments: readonly NewPayment[]): Promise<readonly Entry[]> {
  if (payments.length === 0) return [];
  const written = await insertPayments(scope.tx, payments.map(asRow), scope.now);
  // A file has each document once, so customer and reference tell the rows apart.
  const idOf = new Map(written.map(({ id, customer, reference }) => [`${customer} ${reference}`, id]));
  return payments.map(({ reference, entry }) => {
    const paymentId = idOf.get(`${entry.customerId} ${reference}`);
    if (paymentId === undefined) throw new Error(`the payment of ${reference} was not written`);
    return { ...entry, paymentId };
  });
}

function asRow({ source, reference, entry }: NewPayment): PaymentRow {
  const { customerId: customer, currency, amount, bookedOn: received } = entry;
  return { customer, currency, amount, received, source, reference };
}
