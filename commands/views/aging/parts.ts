import type { Part, Text } from '../../../src/chat/types.ts';
import { buckets } from '../../../src/core/aging/buckets.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { inTenths } from '../../../src/core/metrics/tenths.ts';
import { type Money, negate } from '../../../src/core/money.ts';
import type { CustomerSum, Leading } from '../../../src/services/report/leading.ts';
import type { Receivables } from '../../../src/services/report/receivables.ts';
import type { Trend } from '../../../src/services/report/trend.ts';
import { amount, bucketLabel, count } from '../words.ts';

/** The bars in words. */
export function agingAlt({ aging, open }: Pick<Receivables, 'aging' | 'open'>): string {
  const bars = buckets.map((bucket) => `${bucketLabel(bucket)} ${amount(aging[bucket])}`);
  return `Of ${amount(open)} open: ${bars.join(', ')}.`;
}

/** "€84,200.00 overdue of €230,000.00 open · 31 invoices". */
export function headlineOf({ overdue, open, invoices }: Receivables): Text {
  const all = Object.values(invoices).reduce((sum, n) => sum + n, 0);
  return [{ bold: `${amount(overdue)} overdue` }, ` of ${amount(open)} open · ${count(all, 'invoice')}`];
}

export function agingPicture(of: Receivables): Part {
  const title = `Open by days overdue, ${of.currency}`;
  return { kind: 'picture', picture: of.picture, title, alt: agingAlt(of) };
}

/** Each bucket with its invoices, its sum, and its share of what is open. */
export function agingTable({ aging, invoices, open }: Receivables): Part {
  return {
    kind: 'table',
    columns: [
      { title: 'Overdue' },
      { title: 'Invoices', align: 'right' },
      { title: 'Amount', align: 'right' },
      { title: 'Share', align: 'right' },
    ],
    rows: buckets.map((bucket) => [
      bucketLabel(bucket),
      invoices[bucket].toLocaleString('en'),
      amount(aging[bucket]),
      share(aging[bucket], open),
    ]),
  };
}

function share(part: Money, whole: Money): string {
  const percent = inTenths(100n * part.amount, whole.amount);
  return percent === undefined ? '–' : `${percent.toFixed(1)} %`;
}

export function trendParts(trend: Trend | undefined, currency: string): readonly Part[] {
  if (trend === undefined)
    return [{ kind: 'small', text: 'The trend is shown once the ledger has seen the end of a month.' }];
  const points = trend.points.map(({ day, overdue }) => `${formatDate(day)} ${amount(overdue)}`);
  const title = `Overdue at month ends and now, ${currency}`;
  return [{ kind: 'picture', picture: trend.picture, title, alt: `Overdue: ${points.join(', ')}.` }];
}

/** Who owes most, and who owes more or less than some weeks ago. */
export function leadingParts({ most, more, less, since }: Leading, today: BusinessDate): readonly Part[] {
  const then = since === undefined ? '' : formatDate(since, { today });
  return [
    ...list('Most overdue', most, (of) => `${amount(of.overdue)} overdue of ${amount(of.open)}`),
    ...(since === undefined
      ? []
      : [
          ...list(
            `More overdue than on ${then}`,
            more,
            (of) => `▲ ${amount(of.moved)}, now ${amount(of.overdue)}`,
          ),
          ...list(
            `Less overdue than on ${then}`,
            less,
            (of) => `▼ ${amount(negate(of.moved))}, now ${amount(of.overdue)}`,
          ),
        ]),
  ];
}

function list(
  title: string,
  customers: readonly CustomerSum[],
  words: (of: CustomerSum) => string,
): readonly Part[] {
  if (customers.length === 0) return [];
  const lines = customers.map((of) => `\n${of.name} · ${words(of)}`);
  return [{ kind: 'text', text: [{ bold: title }, ...lines] }];
}
