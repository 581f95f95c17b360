import type { DifferenceShown } from '../../../src/services/import/preview.ts';
import { formatSums, type Sums } from '../../../src/services/import/sums.ts';
import { count } from '../words.ts';

/** What a file changes in the ledger, one fact a line; `will` before it is confirmed, `was` after. */
export function differenceLines(difference: DifferenceShown, tense: 'will' | 'was'): readonly string[] {
  const be = tense === 'will' ? 'to be ' : '';
  const { fresh, history, paid, reopened, rebooked, redated } = difference;
  return [
    ...line(fresh, 'new item'),
    ...line(
      history,
      'settled invoice with its day of payment',
      'settled invoices with their days of payment',
    ),
    ...line(paid, `payment ${be}booked`, `payments ${be}booked`),
    ...line(reopened, `payment ${be}taken back`, `payments ${be}taken back`),
    ...line(rebooked, `changed amount ${be}booked anew`, `changed amounts ${be}booked anew`),
    ...(redated === 0 ? [] : [count(redated, 'changed due date')]),
  ];
}

/** Differences that are not booked, because somebody here knows better than the file. */
export function keptLine({ kept }: DifferenceShown): readonly string[] {
  if (kept.count === 0) return [];
  const items = kept.count === 1 ? '1 item stays' : `${count(kept.count, 'item')} stay`;
  return [`${items} as paid here: the file still calls ${formatSums(kept)} of it open`];
}

function line(sums: Sums, one: string, many = `${one}s`): readonly string[] {
  return sums.count === 0 ? [] : [`${count(sums.count, one, many)} · ${formatSums(sums)}`];
}
