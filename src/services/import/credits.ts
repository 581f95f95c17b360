import type { KnownCredit } from '../../../db/queries/import/known-credits.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { itemKey, keyOf } from './difference.ts';

/** How the credit notes of a file differ from those of the ledger. */
export interface CreditDifference {
  readonly fresh: readonly OpenItem[];
  /** Another amount or currency is left, or it was taken back and stands in the file again. */
  readonly changed: readonly { readonly credit: KnownCredit; readonly item: OpenItem }[];
  /** Gone from the file: used up, presumably. */
  readonly vanished: readonly KnownCredit[];
}

export function creditDifferenceOf(
  known: readonly KnownCredit[],
  items: readonly OpenItem[],
  mentions: (number: string) => boolean,
): CreditDifference {
  const byKey = new Map(known.map((credit) => [keyOf(credit.customerNumber, credit.number), credit]));
  const credits = items.filter(({ kind }) => kind === 'credit_note');
  const listed = new Set(credits.map(itemKey));
  const pairs = credits.flatMap((item) => {
    const credit = byKey.get(itemKey(item));
    return credit === undefined ? [] : [{ credit, item }];
  });
  return {
    fresh: credits.filter((item) => !byKey.has(itemKey(item))),
    changed: pairs.filter(
      ({ credit, item }) => credit.amount !== -item.open.amount || credit.currency !== item.open.currency,
    ),
    vanished: known.filter(
      ({ amount, customerNumber, number }) =>
        amount > 0n && !listed.has(keyOf(customerNumber, number)) && !mentions(number),
    ),
  };
}
