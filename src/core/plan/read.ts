import type { BusinessDate } from '../calendar/business-date.ts';
import type { Calendar } from '../calendar/business-days.ts';
import { addDays } from '../calendar/business-date.ts';
import { DomainError } from '../error.ts';
import { type Money, readMoney } from '../money.ts';
import { readDate } from '../reading/date.ts';
import type { DateOrder } from '../reading/date-parts.ts';
import { checkInstalments, type Instalment, type Rhythm, spreadInstalments } from './schedule.ts';

export interface ReadScheduleOptions {
  /** What the instalments make together. */
  readonly total: Money;
  readonly calendar: Calendar;
  readonly today: BusinessDate;
  readonly order: DateOrder;
}

/**
 * Reads instalments as people write them: `4 x 2,500 monthly from 1 Dec` or `4 weekly` in one line, or a line for each,
 * `1 Dec: 2,500`. The last takes the rest.
 * @throws DomainError `invalid`, naming the line that is not understood or does not fit.
 */
export function readSchedule(text: string, options: ReadScheduleOptions): readonly Instalment[] {
  const lines = text
    .split(/\n|;/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [only = ''] = lines;
  if (lines.length > 1) return readLines(lines, options);
  const rates = /^(\d{1,2})\s*(?:[x×*]\s*(.*?))?\s*(weekly|fortnightly|monthly)?(?:\s*from\s+(.+))?$/i.exec(
    only,
  );
  if (rates === null) throw notUnderstood(only);
  const [, count, each = '', rhythm = 'monthly', from] = rates;
  const { total, today, order } = options;
  const pace = rhythm.toLowerCase() as Rhythm;
  return spreadInstalments(
    total,
    {
      count: Number(count),
      rhythm: pace,
      first: from === undefined ? addDays(today, firstAfterDays[pace]) : readDate(from, { today, order }),
      ...(each === '' ? {} : { each: readMoney(each, { currency: total.currency }).amount }),
    },
    options.calendar,
  );
}

/** When nobody says from when. */
const firstAfterDays: Readonly<Record<Rhythm, number>> = { weekly: 7, fortnightly: 14, monthly: 30 };

function readLines(lines: readonly string[], { total, calendar, today, order }: ReadScheduleOptions) {
  const written = lines.map((line, n) => {
    const [, day = line, amount = ''] = /^(.*?)\s*(?::|=|\t)\s*(.*)$/.exec(line) ?? [];
    if (amount === '' && n < lines.length - 1) throw notUnderstood(line);
    return {
      dueOn: readDate(day, { today, order }),
      amount: amount === '' ? undefined : readMoney(amount, { currency: total.currency }).amount,
    };
  });
  return checkInstalments(total, written, calendar, today);
}

function notUnderstood(line: string): DomainError {
  return new DomainError(
    'invalid',
    `"${line.slice(0, 80)}" is no plan: write 4 x 2,500 monthly from 1 Dec, or a line for each instalment, such as 1 Dec: 2,500.`,
  );
}
