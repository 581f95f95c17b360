import type { KnownCredit } from '../../../db/queries/import/known-credits.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { itemKey, keyOf } from './difference.ts';

/** How the credit notes of a file differ from those of the ledger. */
export interface CreditDifference {
  readonly fresh: readonly OpenItem[];
  /** Another amount or currency is left, or it was taken back and stands in the file again. */
  readonly changed: readonly { readonly credit: KnownCredit; readonly item: OpenItem }[];
  /** Booked on their invoice here, which the file does not know yet: they stay as they are. */
  readonly spent: readonly OpenItem[];
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
  // It lowered its invoice here; where the books still list it, they have not done so yet.
  const isSpent = ({ applied, amount }: KnownCredit): boolean => applied && amount > 0n;
  return {
    fresh: credits.filter((item) => !byKey.has(itemKey(item))),
    changed: pairs.filter(
      ({ credit, item }) =>
        !isSpent(credit) && (credit.amount !== -item.open.amount || credit.currency !== item.open.currency),
    ),
    spent: pairs.filter(({ credit }) => isSpent(credit)).map(({ item }) => item),
    vanished: known.filter(
      (credit) =>
        credit.amount > 0n &&
        !credit.applied &&
        !listed.has(keyOf(credit.customerNumber, credit.number)) &&
        !mentions(credit.number),
    ),
  };
}
