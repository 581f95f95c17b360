import { formatRate, type Millionths } from '../core/interest/rate.ts';
import { formatMoney } from '../core/money.ts';
import type { LateFacts, LateInvoiceCosts } from './facts.ts';
import { sumsInWords, sumsOf } from './invoice-table.ts';
import type { Wording } from './languages/wording.ts';
import type { LetterPart, TablePart } from './letter.ts';

/** What late payment has cost through a day, in a sentence for a demand. Undefined: nothing that can be said. */
export function lateCostsInWords(late: LateFacts | undefined, wording: Wording): string | undefined {
  if (late === undefined) return undefined;
  const { late: words, locale } = wording;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const bearing = late.invoices.filter(({ interest }) => interest.amount > 0n);
  const through = wording.date(late.through);
  const costs = [
    ...(bearing.length === 0
      ? []
      : [
          words.interest({ rates: ratesInWords(bearing, wording), through, sum: interestSum(late, wording) }),
        ]),
    ...(fixedSums(late).length === 0 ? [] : [words.fixedSum(sumsInWords(fixedSums(late), wording))]),
  ];
  return costs.length === 0 ? undefined : words.costs(words.basis[late.basis], list.format(costs));
}

/** How the costs of late payment are reckoned: one line a period, then each invoice's sums and what they come to. */
export function interestSheetParts(late: LateFacts | undefined, wording: Wording): readonly LetterPart[] {
  if (late === undefined || late.invoices.length === 0) return [];
  const { late: words } = wording;
  const text = words.owed(
    words.basis[late.basis],
    wording.date(late.through),
    sumsInWords(costsOf(late.invoices), wording),
  );
  return [{ kind: 'paragraph', text }, sheetTable(late, wording)];
}

function sheetTable({ invoices }: LateFacts, wording: Wording): TablePart {
  const { sheet, decimal } = wording.late;
  return {
    kind: 'table',
    columns: [
      { title: sheet.number, align: 'left' },
      { title: sheet.from, align: 'left' },
      { title: sheet.to, align: 'left' },
      { title: sheet.days, align: 'right' },
      { title: sheet.principal, align: 'right' },
      { title: sheet.rate, align: 'right' },
    ],
    rows: invoices.flatMap(({ number, periods }) =>
      periods.map(({ from, to, days, principal, rate }) => [
        number,
        wording.date(from),
        wording.date(to),
        String(days),
        formatMoney(principal, wording.locale),
        formatRate(rate, decimal),
      ]),
    ),
    totals: [
      ...invoices.flatMap((invoice) => sumsOfInvoice(invoice, wording)),
      ...sumsOf(costsOf(invoices)).map((total) => ({
        label: wording.total,
        sum: formatMoney(total, wording.locale),
      })),
    ],
  };
}

function sumsOfInvoice({ number, interest, fixedSum }: LateInvoiceCosts, { late, locale }: Wording) {
  return [
    { label: late.sheet.interestOn(number), sum: formatMoney(interest, locale) },
    ...(fixedSum === undefined
      ? []
      : [{ label: late.sheet.fixedSumFor(number), sum: formatMoney(fixedSum, locale) }]),
  ];
}

/** The rates that run now, each once, in the order of the invoices. */
function ratesInWords(invoices: readonly LateInvoiceCosts[], { locale, late }: Wording): string {
  const rates = invoices.flatMap(({ periods }): readonly Millionths[] =>
    periods.slice(-1).map(({ rate }) => rate),
  );
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return list.format([...new Set(rates)].map((rate) => formatRate(rate, late.decimal)));
}

function interestSum({ invoices }: LateFacts, wording: Wording): string {
  return sumsInWords(
    invoices.map(({ interest: amount }) => ({ amount })),
    wording,
  );
}

function costsOf(invoices: LateFacts['invoices']) {
  return invoices.flatMap(({ interest, fixedSum }) =>
    [interest, ...(fixedSum === undefined ? [] : [fixedSum])].map((amount) => ({ amount })),
  );
}

function fixedSums({ invoices }: LateFacts) {
  return invoices.flatMap(({ fixedSum: amount }) => (amount === undefined ? [] : [{ amount }]));
}
