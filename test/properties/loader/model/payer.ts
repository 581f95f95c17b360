/** Who pays and how, as the model reads it. */
import { businessDate } from '../../../../src/core/calendar/business-date.ts';
import type { Calendar } from '../../../../src/core/calendar/business-days.ts';
import type { Payer } from '../../../../src/core/dunning/condition.ts';
import { invoicesLookedAt, isPunctual } from '../../../../src/core/dunning/punctual.ts';
import type { Case, Payment } from '../described.ts';
import type { Numbered } from './case.ts';
import { openOf } from './open.ts';
import { latest } from './numbers.ts';

export function payerOf(
  { customer: { payerType, tags, contacts, cases }, firstInvoice }: Numbered,
  { country }: Calendar,
): Payer {
  const contactRoles = [...new Set(contacts.map(({ role }) => role))].toSorted();
  return {
    country,
    tags,
    contactRoles: contactRoles as unknown as Payer['contactRoles'],
    punctual: isPunctual(settledLast(cases, firstInvoice)),
    ...(payerType === null ? {} : { payerType: payerType as NonNullable<Payer['payerType']> }),
  };
}

/** The latest settled ones, with the day of the last money; what credit notes settled alone says nothing. */
function settledLast(cases: readonly Case[], firstInvoice: readonly number[]) {
  const settled = cases.flatMap(({ invoices }, index) =>
    invoices.flatMap((one, n) => (openOf(one) === 0n ? [{ one, id: firstInvoice[index]! + n }] : [])),
  );
  return settled
    .toSorted((a, b) => (a.one.dueOn === b.one.dueOn ? b.id - a.id : a.one.dueOn < b.one.dueOn ? 1 : -1))
    .slice(0, invoicesLookedAt)
    .flatMap(({ one: { dueOn, payments } }) => {
      const standing = payments.filter(({ as, takenBack }) => as !== 'credit note' && !takenBack);
      if (standing.length === 0) return [];
      return [{ effectiveDueOn: businessDate(dueOn), paidOn: paidOn(standing) }];
    });
}

/** The day of the last money; none where a part was given up. */
function paidOn(standing: readonly Payment[]) {
  const last = latest(standing.map(({ receivedOn }) => receivedOn));
  const gaveUp = standing.some(({ as }) => as === 'write-off');
  return gaveUp || last === undefined ? undefined : businessDate(last);
}
