import { addDays, type BusinessDate, businessDate } from '../calendar/business-date.ts';
import { type Calendar, nextOpen } from '../calendar/business-days.ts';
import { DomainError } from '../error.ts';
import { formatMoney, type Money } from '../money.ts';

/** A part of a plan and its day. */
export interface Instalment {
  /** Positive, minor units. */
  readonly amount: bigint;
  readonly dueOn: BusinessDate;
}

export type Rhythm = 'weekly' | 'fortnightly' | 'monthly';

export interface Rates {
  readonly count: number;
  /** Of each but the last; absent: the total in equal parts. */
  readonly each?: bigint;
  readonly rhythm: Rhythm;
  readonly first: BusinessDate;
}

/** Nobody is waited for longer than this. */
const mostInstalments = 36;

/**
 * Instalments of a rhythm, on open days. The last takes the rest, so that they make the total to the cent.
 * @throws DomainError `invalid` when there would be too few, too many, or none left for the last.
 */
export function spreadInstalments(total: Money, rates: Rates, calendar: Calendar): readonly Instalment[] {
  const { count, each = total.amount / BigInt(Math.max(count, 1)) } = rates;
  if (count < 2 || count > mostInstalments)
    throw new DomainError('invalid', `A plan has 2 to ${mostInstalments} instalments, not ${count}.`);
  const last = total.amount - each * BigInt(count - 1);
  if (each <= 0n || last <= 0n || last > 2n * each)
    throw new DomainError('invalid', misfit(total, count, each, last));
  return Array.from({ length: count }, (_, n) => ({
    amount: n === count - 1 ? last : each,
    dueOn: nextOpen(calendar, dayOf(rates, n)),
  }));
}

/**
 * Checks instalments that people wrote: in order, on days to come, and of the total to the cent; the last may be left
 * open and takes the rest.
 * @throws DomainError `invalid`, naming what does not fit.
 */
export function checkInstalments(
  total: Money,
  written: readonly { readonly amount: bigint | undefined; readonly dueOn: BusinessDate }[],
  calendar: Calendar,
  today: BusinessDate,
): readonly Instalment[] {
  if (written.length < 2 || written.length > mostInstalments)
    throw new DomainError(
      'invalid',
      `A plan has 2 to ${mostInstalments} instalments, not ${written.length}.`,
    );
  const given = written.reduce((sum, { amount }) => sum + (amount ?? 0n), 0n);
  const rest = total.amount - given;
  const all = written.map(({ amount, dueOn }) => ({
    amount: amount ?? rest,
    dueOn: nextOpen(calendar, dueOn),
  }));
  const inWords = (amount: bigint): string => formatMoney({ ...total, amount });
  all.forEach(({ amount, dueOn }, n) => {
    const before = all[n - 1];
    if (dueOn < today) throw new DomainError('invalid', `${dueOn} is past: choose today or later.`);
    if (before !== undefined && dueOn <= before.dueOn)
      throw new DomainError(
        'invalid',
        `${dueOn} does not come after ${before.dueOn}: write the days in order.`,
      );
    if (amount <= 0n)
      throw new DomainError(
        'invalid',
        `The instalments make more than the ${inWords(total.amount)} that is open.`,
      );
  });
  const sum = all.reduce((made, { amount }) => made + amount, 0n);
  if (sum === total.amount) return all;
  throw new DomainError(
    'invalid',
    `The instalments make ${inWords(sum)}, and ${inWords(total.amount)} is open: leave the last amount out, and it takes the rest.`,
  );
}

function misfit(total: Money, count: number, each: bigint, last: bigint): string {
  const inWords = (amount: bigint): string => formatMoney({ ...total, amount });
  const what = last <= 0n ? 'nothing would be left for the last' : `the last would be ${inWords(last)}`;
  return `${count} × ${inWords(each)} do not fit ${inWords(total.amount)}: ${what}.`;
}

function dayOf({ rhythm, first }: Rates, n: number): BusinessDate {
  switch (rhythm) {
    case 'weekly':
      return addDays(first, 7 * n);
    case 'fortnightly':
      return addDays(first, 14 * n);
    case 'monthly':
      return addMonths(first, n);
  }
}

/** The same day of a later month, or that month's last. */
function addMonths(day: BusinessDate, months: number): BusinessDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastDate = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDate)));
  return businessDate(moved.toISOString().slice(0, 10));
}
