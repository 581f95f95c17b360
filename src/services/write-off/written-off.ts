import { caseIdsOfAccount } from '../../../db/queries/case/ids.ts';
import { writtenOffLines } from '../../../db/queries/write-off/find.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, type Money, money } from '../../core/money.ts';
import type { Payable } from '../payment/allocate.ts';
import type { Scope } from '../scope.ts';

/** A part of an invoice that is given up: cash for it pays nothing before that is taken back. */
export interface WrittenOff {
  readonly writeOffId: number;
  readonly number: string;
  readonly amount: Money;
  readonly on: BusinessDate;
}

/** What is written off of the invoices that cash of a case could pay, the latest first. */
export async function writtenOffOf(
  scope: Scope,
  { id, currency }: { readonly id: number; readonly currency: string },
): Promise<readonly WrittenOff[]> {
  const lines = await writtenOffLines(scope.tx, await caseIdsOfAccount(scope.tx, id));
  return lines.map(({ writeOffId, number, amount, bookedOn }) => ({
    writeOffId,
    number,
    amount: money(amount, currency),
    on: bookedOn === null ? scope.today : businessDate(bookedOn),
  }));
}

/** @throws DomainError `conflict` when cash is said to pay what is not open only because it is written off. */
export function refuseWrittenOff(
  writtenOff: readonly WrittenOff[],
  named: readonly string[],
  open: readonly Payable[],
  today: BusinessDate,
): void {
  const isOpen = new Set(open.map(({ number }) => number.toLowerCase()));
  const wanted = named.map((number) => number.toLowerCase()).filter((number) => !isOpen.has(number));
  const found = writtenOff.find(({ number }) => wanted.includes(number.toLowerCase()));
  if (found === undefined) return;
  throw new DomainError(
    'conflict',
    `${formatMoney(found.amount)} of ${found.number} was written off on ${formatDate(found.on, { today })}: take it back first, with Take back… in /account; nothing was recorded.`,
  );
}
