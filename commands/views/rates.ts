import type { Card, Form } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { halfYearOf } from '../../src/core/interest/half-year.ts';
import { publishedRates } from '../../src/core/interest/published-rates.ts';
import { formatRate } from '../../src/core/interest/rate.ts';
import type { Rates } from '../../src/core/interest/rates.ts';
import { seriesNames, seriesTitles } from '../../src/core/interest/series.ts';
import type { ReferenceRateRow } from '../../src/services/interest/rates.ts';
import { nameOf, type People } from './words.ts';

export interface RatesPage {
  readonly rates: Rates;
  readonly added: readonly ReferenceRateRow[];
  readonly people: People;
  readonly today: BusinessDate;
}

/** What each reference rate is today, where that is from, and how to add what is missing. */
export function ratesCard({ rates, added, people, today }: RatesPage): Card {
  const missing = seriesNames.filter((series) => rates(series, today) === undefined);
  const lines = seriesNames.map((series) => {
    const rate = rates(series, today);
    const is = rate === undefined ? 'not known for today' : `${formatRate(rate)} today`;
    return `${seriesTitles[series]}: ${is} (built in up to the half-year from ${formatDate(businessDate(publishedRates[series].lastKnown))}: ${publishedRates[series].source})`;
  });
  const own = added.map(
    (row) =>
      `${row.series}, ${formatRate(row.millionths)} from ${formatDate(businessDate(row.validFrom))}: ${row.source.slice(0, 120)} (${nameOf(people, row.addedBy)})`,
  );
  return {
    title: 'Reference rates for late interest',
    summary: missing.length === 0 ? 'All reference rates are known' : `Missing: ${missing.join(', ')}`,
    parts: [
      { kind: 'text', text: lines.join('\n') },
      ...(own.length === 0
        ? []
        : [{ kind: 'text' as const, text: [{ bold: 'Added here' }, `\n${own.slice(-12).join('\n')}`] }]),
      ...(missing.length === 0
        ? []
        : [{ kind: 'small' as const, text: 'Where a rate is missing, letters leave interest out.' }]),
      {
        kind: 'buttons',
        buttons: [{ label: 'Add rate…', action: { command: 'team', action: 'rate', args: {} } }],
      },
    ],
  };
}

/** Tells an admin which rates are missing and what follows from it. */
export function ratesMissingCard(series: readonly (typeof seriesNames)[number][], from: BusinessDate): Card {
  const titles = series.map((name) => seriesTitles[name]);
  return {
    summary: `Missing for late interest: ${series.join(', ')}`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `No ${titles.join(' and no ')} is known from ${formatDate(from)}` },
          '. Until somebody adds it, letters leave late interest out and the file counts it up to the day before.',
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          {
            label: 'Add rate…',
            action: { command: 'team', action: 'rate', args: { series: series[0] ?? null } },
          },
        ],
      },
    ],
  };
}

export function rateForm(today: BusinessDate, series: string | undefined): Form {
  return {
    title: 'Add rate',
    submit: 'Save',
    fields: [
      {
        kind: 'choice',
        name: 'series',
        label: 'Which rate',
        options: seriesNames.map((name) => ({ value: name, label: seriesTitles[name] })),
        ...(series === undefined ? {} : { initial: series }),
      },
      {
        kind: 'text',
        name: 'from',
        label: 'For the half-year from',
        maxLength: 20,
        initial: halfYearOf(today),
      },
      { kind: 'text', name: 'rate', label: 'Per cent', hint: 'Such as 2.15; -0.88 is fine', maxLength: 12 },
      {
        kind: 'text',
        name: 'source',
        label: 'Where it was published',
        hint: 'A page or a number of the official gazette',
        maxLength: 300,
      },
    ],
    action: { command: 'team', action: 'rate', args: {} },
  };
}
