import type { Card, Form, Part, Text } from '../../../src/chat/types.ts';
import { addDays, type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { halfYearOf, nextHalfYear } from '../../../src/core/interest/half-year.ts';
import { publishedRates } from '../../../src/core/interest/published-rates.ts';
import { formatRate } from '../../../src/core/interest/rate.ts';
import type { Rates } from '../../../src/core/interest/rates.ts';
import { seriesNames, seriesTitles } from '../../../src/core/interest/series.ts';
import type { ReferenceRateRow } from '../../../src/services/interest/rates.ts';
import { nameOf, type People } from '../words.ts';

export interface RatesPage {
  readonly rates: Rates;
  readonly added: readonly ReferenceRateRow[];
  readonly people: People;
  readonly today: BusinessDate;
}

/** What each reference rate is today, where that is from, and how to add what is missing. */
export function ratesCard(page: RatesPage): Card {
  const missing = seriesNames.filter((series) => page.rates(series, page.today) === undefined);
  return {
    title: 'Reference rates for late interest',
    summary: missing.length === 0 ? 'All reference rates are known' : `Missing: ${missing.join(', ')}`,
    parts: [
      { kind: 'text', text: today(page) },
      ...added(page),
      { kind: 'small', text: sources(missing.length > 0) },
      {
        kind: 'buttons',
        buttons: [{ label: 'Add rate…', action: { command: 'team', action: 'rate', args: {} } }],
      },
    ],
  };
}

function today({ rates, today: day }: RatesPage): Text {
  return seriesNames.flatMap((series, index) => {
    const rate = rates(series, day);
    const is = rate === undefined ? 'not known today' : formatRate(rate);
    return [{ bold: `${index === 0 ? '' : '\n'}${is}` }, ` · ${seriesTitles[series]}`];
  });
}

/** The newest that people added here; older ones are in the history. */
const mostAdded = 12;

function added({ added: rows, people }: RatesPage): readonly Part[] {
  if (rows.length === 0) return [];
  const lines = rows.slice(-mostAdded).map(({ series, millionths, validFrom, source, addedBy }) => {
    const from = formatDate(businessDate(validFrom));
    return `${formatRate(millionths)} · ${series} from ${from}: ${source.slice(0, 120)} (${nameOf(people, addedBy)})`;
  });
  return [{ kind: 'text', text: [{ bold: 'Added here' }, `\n${lines.join('\n')}`] }];
}

function sources(isMissing: boolean): string {
  const known = seriesNames.map((series) => {
    const { source, lastKnown } = publishedRates[series];
    const through = addDays(nextHalfYear(businessDate(lastKnown)), -1);
    return `${source} (to ${formatDate(through)})`;
  });
  const effect = isMissing ? ' Where a rate is missing, letters leave interest out.' : '';
  return `Built in: ${known.join('; ')}.${effect}`;
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
          { bold: `No ${titles.join(', no ')} is known from ${formatDate(from)}` },
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

/** One rate of one half-year, with its source. */
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
