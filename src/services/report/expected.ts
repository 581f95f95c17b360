import { expectedByDay } from '../../../db/queries/report/expected.ts';
import { addDays, businessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { groupBy } from '../../core/group-by.ts';
import { daysFrom, type ExpectedSlot, expectedIn, weeksFrom } from '../../core/metrics/expected.ts';
import { type Currency, money } from '../../core/money.ts';
import { expectedCash } from '../../reports/expected-cash.ts';
import type { Picture } from '../../reports/picture.ts';
import type { Scope } from '../scope.ts';

/** What is to come in, in one currency. */
export interface Forecast {
  readonly slots: readonly ExpectedSlot[];
  readonly picture: Picture;
}

export type ForecastBy = 'day' | 'week';

const weeks = 6;
const days = 7;

/** The next six weeks, or the next seven days, by currency. The rule is in core/metrics/expected.ts. */
export async function forecasts(scope: Scope, by: ForecastBy): Promise<ReadonlyMap<Currency, Forecast>> {
  const slots = by === 'week' ? weeksFrom(scope.today, weeks) : daysFrom(scope.today, days);
  const to = slots.at(-1)?.to ?? addDays(scope.today, days);
  const rows = groupBy(await expectedByDay(scope.tx, { from: scope.today, to }), ({ currency }) => currency);
  return new Map(
    [...rows].map(([currency, of]) => {
      const expected = of.map((row) => ({
        on: businessDate(row.day),
        by: row.by,
        amount: money(row.amount, currency),
      }));
      const filled = expectedIn(slots, currency, expected);
      return [currency, { slots: filled, picture: pictureOf(scope, currency, filled) }];
    }),
  );
}

/** This week, from today on. */
export async function expectedThisWeek(scope: Scope): Promise<ReadonlyMap<Currency, ExpectedSlot>> {
  const all = await forecasts(scope, 'week');
  return new Map(
    [...all].flatMap(
      ([
        currency,
        {
          slots: [first],
        },
      ]) => (first ? [[currency, first]] : []),
    ),
  );
}

function pictureOf({ today }: Scope, currency: Currency, slots: readonly ExpectedSlot[]): Picture {
  return expectedCash(
    currency,
    slots.map(({ from, promised, due }) => ({
      // Day and month: the weekday would not fit under a bar.
      label: formatDate(from, { today }).split(' ').slice(1, 3).join(' '),
      promised,
      due,
    })),
  );
}
