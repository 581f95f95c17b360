import { describe, expect, test } from 'vitest';
import { digestCard } from '../../commands/views/digest.ts';
import { agingCard } from '../../commands/views/aging.ts';
import { forecastCard } from '../../commands/views/forecast.ts';
import { renderCard } from '../../src/chat/slack/render.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { emptyAging } from '../../src/core/aging/buckets.ts';
import { type Currency, money, zero } from '../../src/core/money.ts';
import type { CurrencyFigures, DigestFigures } from '../../src/services/digest/figures.ts';
import { minted } from '../chat/minted.ts';
import { wordsOn } from '../support/desk.ts';

const today = businessDate('2026-11-23');

/** As many as any books have. */
const currencies = 'EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN JPY CNY AUD NZD CAD SGD HKD INR'.split(
  ' ',
);

const figuresOf = (currency: Currency): CurrencyFigures => ({
  currency,
  aging: { ...emptyAging(currency), '90+': money(1_000n, currency) },
  invoices: { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, '90+': 1 },
  open: money(1_000n, currency),
  overdue: money(1_000n, currency),
  picture: { key: currency, draw: () => Promise.resolve(new Uint8Array()) },
  overdueCustomers: 1,
  expected: { from: today, to: today, promised: zero(currency), due: money(500n, currency) },
  collection: {
    days: 90,
    outstanding: { dso: 41, bestPossible: 28, add: 13 },
    countBack: 43.5,
    effectiveness: 78.1,
  },
  dueToday: undefined,
  broken: undefined,
  unconfirmed: undefined,
});

const figures: DigestFigures = {
  today,
  currencies: currencies.map(figuresOf),
  approvalsWaiting: 1,
  missed: 3,
  missedBy: [],
  away: [],
  openCalls: 2,
  withheld: 0,
  shadow: false,
  covers: today,
  stale: false,
};

describe('with twenty currencies', () => {
  test('the digest fits a message, the picture is of the first, and no currency is left out', async () => {
    const card = digestCard(figures);
    const { blocks } = renderCard(await minted(card), new Map(currencies.map((code) => [code, 'F1'])));
    expect(blocks.filter(({ type }) => type === 'image')).toHaveLength(1);
    expect(wordsOn(card)).toContain('€5.00 (€0.00 promised, €5.00 falls due)');
    expect(wordsOn(card)).toContain(
      'DSO 41 days (43.5 counted back), best possible 28, so 13 days late on average',
    );
    expect(wordsOn(card).match(/ overdue of /g)).toHaveLength(20);
  });

  test('the aging and the forecast do, too, each with a way to the others', async () => {
    const [main, ...others] = figures.currencies;
    const report = {
      main,
      others,
      leading: undefined,
      trend: undefined,
      collection: undefined,
      covers: today,
    };
    const aging = agingCard({ report, whose: 'all customers', text: '', isShared: false, today });
    const forecasts = new Map(
      figures.currencies.map((of) => [of.currency, { slots: [of.expected!], picture: of.picture }]),
    );
    const forecast = forecastCard({
      by: 'week',
      today,
      receivables: figures.currencies,
      forecasts,
      kept: new Map(),
    });
    for (const card of [aging, forecast])
      expect(renderCard(await minted(card)).blocks.length).toBeLessThan(50);
    expect(wordsOn(aging)).toContain('15 more currencies');
    expect(wordsOn(forecast)).toContain('₹5.00 expected by');
  });
});

test('a morning without a ledger, and one on which everything is paid, say so', () => {
  const { currencies: _none, covers: _never, ...rest } = figures;
  expect(wordsOn(digestCard({ ...rest, currencies: [], covers: undefined }))).toContain(
    'There is no ledger yet',
  );
  expect(wordsOn(digestCard({ ...rest, currencies: [], covers: today }))).toContain('Everything is paid');
});
