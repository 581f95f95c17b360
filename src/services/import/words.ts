import { formatDate } from '../../core/calendar/format-date.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { type ControlTotal, matches } from './control-total.ts';
import { formatSums, type Sums } from './sums.ts';

/** `5,396`. */
function counted(n: number): string {
  return n.toLocaleString('en');
}

/** `1 item`, `5,396 items`. */
export function countOf(n: number, one: string, many = `${one}s`): string {
  return `${counted(n)} ${n === 1 ? one : many}`;
}

/** Where every row of the file went: `6,954 rows in the file: 5,396 imported ($158,358,655.87), …`. */
export function rowsLine(
  { rows, items, notYetIssued, settled, badRows }: ControlTotal,
  asOf: BusinessDate,
): string {
  const parts = [
    `${counted(items.count)} imported (${formatSums(items)})`,
    part(notYetIssued, `not issued yet as of ${formatDate(asOf)}`),
    part(settled, 'settled before'),
    badRows.count === 0 ? [] : `${counted(badRows.count)} bad`,
  ];
  return `${countOf(rows, 'row')} in the file: ${parts.flat().join(', ')}`;
}

/** The ledger's own sum beside the file's. */
export function matchLine(total: ControlTotal): string {
  const { inLedger, expected } = total;
  if (!matches(total))
    return `✗ MISMATCH: of these items the ledger holds ${described(inLedger)}, and should hold ${described(expected)}. Do not work with these figures: undo nothing, and tell who runs Dunwell.`;
  const known =
    total.difference.kept.count === 0 ? '' : ', less what was paid here and the file does not know';
  return `✓ The ledger holds ${formatSums(inLedger)} of them: it matches the file to the cent${known}`;
}

const described = (sums: Sums): string => `${formatSums(sums)} in ${countOf(sums.count, 'item')}`;

function part(sums: Sums, words: string): string | readonly string[] {
  return sums.count === 0 ? [] : `${counted(sums.count)} ${words} (${formatSums(sums)})`;
}
