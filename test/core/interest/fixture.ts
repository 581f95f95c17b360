import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { LateLaw, Statute } from '../../../src/core/interest/law.ts';
import { ratesWith } from '../../../src/core/interest/rates.ts';
import { interestSheet, type LateInvoice } from '../../../src/core/interest/sheet.ts';

export const published = ratesWith([]);

export const statute = (name: Statute, agreedDueDate = true): LateLaw => ({
  kind: 'statute',
  statute: name,
  agreedDueDate,
});

/** An invoice with `cents` to pay, issued thirty days before it is due. */
export function invoice(
  cents: bigint,
  due: string,
  {
    currency = 'EUR',
    country = 'DE',
    issued = due,
    demanded,
    settled = [],
  }: {
    readonly currency?: string;
    readonly country?: string;
    readonly issued?: string;
    readonly demanded?: string;
    readonly settled?: readonly (readonly [on: string, cents: bigint])[];
  } = {},
): LateInvoice {
  return {
    currency,
    total: cents,
    issuedOn: businessDate(issued),
    effectiveDueOn: businessDate(due),
    calendar: { country, zone: 'UTC' },
    settlements: settled.map(([on, amount]) => ({ on: businessDate(on), amount })),
    ...(demanded === undefined ? {} : { demandedOn: businessDate(demanded) }),
  };
}

export const on = (text: string): BusinessDate => businessDate(text);

/** What an invoice costs up to a day; undefined: nothing. */
export const costs = (law: LateLaw, of: LateInvoice, through: string) => {
  const sheet = interestSheet(law, of, published, on(through));
  return sheet && { interest: sheet.interest.amount, fixedSum: sheet.fixedSum?.amount };
};
