import type { Button, Card, Part } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { monthName } from '../../src/core/calendar/months.ts';
import type { ExpectedSlot } from '../../src/core/metrics/expected.ts';
import { add, type Currency, type Money, sum } from '../../src/core/money.ts';
import type { Forecast, ForecastBy } from '../../src/services/report/expected.ts';
import type { Kept } from '../../src/services/report/kept.ts';
import type { Receivables } from '../../src/services/report/receivables.ts';
import { amount } from './words.ts';

export interface ForecastView {
  readonly by: ForecastBy;
  readonly today: BusinessDate;
  /** The main currency first. */
  readonly receivables: readonly Receivables[];
  readonly forecasts: ReadonlyMap<Currency, Forecast>;
  readonly kept: ReadonlyMap<Currency, Kept>;
}

/** What is to come in: pictures of the currency with the most invoices, the others in a line each. */
export function forecastCard(view: ForecastView): Card {
  const [main, ...others] = view.receivables;
  if (main === undefined)
    return {
      summary: 'Nothing is open',
      parts: [{ kind: 'text', text: 'Nothing is open: nothing is to come in.' }],
    };
  const forecast = view.forecasts.get(main.currency);
  return {
    title: view.by === 'week' ? 'Expected cash by week' : 'Expected cash by day',
    summary: 'Expected cash',
    parts: [
      ...(forecast === undefined ? [none(main.currency)] : expectedParts(forecast, main.currency, view)),
      ...keptParts(view.kept.get(main.currency), main.currency),
      ...inShort(
        others.map(({ currency }) => currency),
        view,
      ),
      { kind: 'small', text: rule(main) },
      { kind: 'buttons', buttons: [other(view.by)] },
    ],
  };
}

const none = (currency: Currency): Part => ({
  kind: 'text',
  text: `Nothing is promised and nothing falls due in ${currency} in these days.`,
});

const sumOf = ({ promised, due }: ExpectedSlot): Money => add(promised, due);

const totalOf = ({ slots }: Forecast, currency: Currency): Money => sum(slots.map(sumOf), currency);

function headline(forecast: Forecast, currency: Currency, { today }: ForecastView): string {
  const until = forecast.slots.at(-1)?.to ?? today;
  return `${amount(totalOf(forecast, currency))} expected by ${formatDate(until, { today })}`;
}

function expectedParts(forecast: Forecast, currency: Currency, view: ForecastView): readonly Part[] {
  const named = forecast.slots.map((slot) => ({ slot, name: nameOf(slot, view) }));
  const alt = named.map(
    ({ slot, name }) => `${name}: ${amount(slot.promised)} promised, ${amount(slot.due)} falls due`,
  );
  return [
    { kind: 'text', text: [{ bold: headline(forecast, currency, view) }] },
    {
      kind: 'picture',
      picture: forecast.picture,
      title: `Promised, and due without a promise, ${currency}`,
      alt: alt.join('; '),
    },
    {
      kind: 'table',
      columns: [
        { title: view.by === 'week' ? 'Week' : 'Day' },
        { title: 'Promised', align: 'right' },
        { title: 'Falls due', align: 'right' },
        { title: 'Together', align: 'right' },
      ],
      rows: named.map(({ slot, name }) => [
        name,
        amount(slot.promised),
        amount(slot.due),
        amount(sumOf(slot)),
      ]),
    },
  ];
}

/** "Fri 27 Nov", or the first day of a week. */
function nameOf({ from }: ExpectedSlot, { by, today }: ForecastView): string {
  const day = formatDate(from, { today });
  return by === 'day' ? day : from === today ? 'this week' : `from ${day}`;
}

function keptParts(kept: Kept | undefined, currency: Currency): readonly Part[] {
  if (kept === undefined)
    return [
      { kind: 'text', text: 'No promise has been judged yet: how they are kept is shown once one was.' },
    ];
  const { rate, promises } = kept;
  const months = kept.months.map(
    (of) => `${monthName(of.month)} ${of.rate.byAmount} % (${of.kept} of ${of.promises})`,
  );
  return [
    {
      kind: 'text',
      text: [
        { bold: `${rate.byAmount} % of what was promised came` },
        ` · ${kept.kept} of ${promises} promises kept (${rate.byCount} %)`,
      ],
    },
    {
      kind: 'picture',
      picture: kept.picture,
      title: `Promises kept, by amount, ${currency}`,
      alt: `Promises kept, by amount: ${months.join(', ')}.`,
    },
  ];
}

/** The other currencies in a line each, in one piece however many they are. */
function inShort(currencies: readonly Currency[], view: ForecastView): readonly Part[] {
  const lines = currencies.flatMap((currency) => {
    const forecast = view.forecasts.get(currency);
    return forecast === undefined ? [] : [headline(forecast, currency, view)];
  });
  return lines.length === 0 ? [] : [{ kind: 'text', text: lines.join('\n') }];
}

/** What a forecast of this kind leaves out is said with it. */
function rule({ overdue }: Receivables): string {
  return `A promise or an instalment counts on its day, an invoice on its due date. ${amount(overdue)} is overdue; what of it nobody has promised is in no week.`;
}

function other(by: ForecastBy): Button {
  const next: ForecastBy = by === 'week' ? 'day' : 'week';
  return { label: `By ${next}`, action: { command: 'forecast', action: 'show', args: { by: next } } };
}
