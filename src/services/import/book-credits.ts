import type { KnownCredit } from '../../../db/queries/import/known-credits.ts';
import { postingsOfPayments } from '../../../db/queries/ledger/postings.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { post } from '../ledger/post.ts';
import { reversalOf } from '../ledger/reversal.ts';
import type { Scope } from '../scope.ts';
import type { Register } from './book.ts';
import type { CreditDifference } from './credits.ts';
import { placeNamed } from './customers.ts';
import { importKey } from './keys.ts';
import { type NewPayment, withPayments } from './payments.ts';

/** Books credit notes as credit that nobody has allocated yet; one that changed is taken back and booked anew. */
export async function bookCredits(
  scope: Scope,
  { fresh, changed }: CreditDifference,
  register: Register,
): Promise<void> {
  await takeBackCredits(
    scope,
    changed.map(({ credit }) => credit),
    register.asOf,
  );
  const credits = [
    ...fresh.map((item) => creditOf(item, 1, register)),
    ...changed.map(({ credit, item }) => creditOf(item, credit.bookings + 1, register)),
  ];
  await post(scope, await withPayments(scope, credits));
}

/** Takes credit notes back, as far as they still stand. */
export async function takeBackCredits(
  scope: Scope,
  credits: readonly Pick<KnownCredit, 'paymentId'>[],
  bookedOn: Register['asOf'],
): Promise<void> {
  const postings = await postingsOfPayments(
    scope.tx,
    credits.map(({ paymentId }) => paymentId),
  );
  const standing = postings.filter(
    ({ reversed, isReversal, debit }) => !reversed && !isReversal && debit === 'credit',
  );
  await post(
    scope,
    standing.map((posting) => reversalOf(posting, bookedOn)),
  );
}

function creditOf(item: OpenItem, nth: number, { places, asOf }: Register): NewPayment {
  const { customerNumber, invoiceNumber: number, open } = item;
  return {
    source: 'credit note',
    reference: number,
    entry: {
      debit: 'credit',
      credit: 'unapplied',
      amount: -open.amount,
      currency: open.currency,
      customerId: placeNamed(customerNumber, places).id,
      bookedOn: asOf,
      key: importKey({ customerNumber, number }, 'credited', nth),
    },
  };
}
