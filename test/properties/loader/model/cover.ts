/** What covers the oldest amounts of a case for a while. */
import { type BusinessDate, businessDate } from '../../../../src/core/calendar/business-date.ts';
import { addBusinessDays, type Calendar } from '../../../../src/core/calendar/business-days.ts';
import { dateIn } from '../../../../src/core/calendar/zone.ts';
import type { CaseFacts } from '../../../../src/core/dunning/facts.ts';
import { type Case, type Cash, currencyOf, type Customer, home, partOf } from '../described.ts';

/** Money advised, and each payment of which something is left. That is the customer's, so only the case of all covers itself with it. */
export function coverOf(customer: Customer, index: number, calendar: Calendar): CaseFacts['cover'] {
  const of = customer.cases[index]!;
  const advised = of.advices.map(({ amount, until }) => ({ amount, until: businessDate(until) }));
  if (of.ownLadder !== '') return advised;
  const all = customer.cases.filter((_, n) => currencyOf(customer, n) === currencyOf(customer, index));
  const left = all.flatMap((one) => [...one.cash, ...leftOfAllocated(one)]);
  return [
    ...advised,
    ...left
      .filter(({ deposit, takenBack }) => !deposit && !takenBack)
      .map((cash) => ({ amount: cash.amount, until: addBusinessDays(calendar, arrivalOf(cash), 2) })),
  ];
}

/** Nobody could allocate a bank's money before its statement was read. */
function arrivalOf({ bank, bookedOn, at }: Omit<Cash, 'amount'>): BusinessDate {
  const read = dateIn(home.zone, at);
  return businessDate(bank && read > bookedOn ? read : bookedOn);
}

/** Cash that was allocated is spent, unless that was taken back: then it is there again. */
function leftOfAllocated({ invoices }: Case): readonly Cash[] {
  return invoices.flatMap(({ amount, payments }) =>
    payments
      .filter(({ as, takenBack }) => as === 'allocation' && takenBack)
      .map(({ thousandths, at, receivedOn, bank, deposit, bounced }) => ({
        amount: partOf(amount, thousandths),
        bank,
        deposit,
        bookedOn: receivedOn,
        at,
        takenBack: bounced,
      })),
  );
}
