import { unappliedPayments } from '../../../db/queries/payment/unapplied.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Held, isTrifle } from '../../core/hold/lifts.ts';
import { owedOverdue } from '../../core/hold/owed.ts';
import { formatMoney, money } from '../../core/money.ts';
import { decimalText } from '../../core/money/format.ts';
import type { CaseFile } from '../case/file.ts';
import { totalOf } from '../payment/unapplied.ts';
import type { Scope } from '../scope.ts';

/** What is still to be paid of one case before a hold comes off. */
export interface StillOwed extends Held {
  readonly caseId: number;
  readonly currency: string;
}

/** What is still to be paid before a hold comes off, case by case; none: it comes off. */
export async function stillOwed(
  scope: Scope,
  hold: HoldRow,
  files: readonly CaseFile[],
): Promise<readonly StillOwed[]> {
  return (await leftOf(scope, hold, files)).filter((one) => !isTrifle(one));
}

/**
 * What is left of what a hold is for, however little. Cash that is in and not allocated yet counts, as nobody stays
 * locked out for our book-keeping.
 * @param files of all the customer's cases
 */
export async function leftOf(
  scope: Scope,
  hold: HoldRow,
  files: readonly CaseFile[],
): Promise<readonly StillOwed[]> {
  const cash = groupBy(
    (await unappliedPayments(scope.tx, files.map(caseIdOf))).filter(({ isDeposit }) => !isDeposit),
    ({ caseId }) => caseId,
  );
  return files
    .map((file) => ({
      caseId: caseIdOf(file),
      currency: file.facts.currency,
      owed: heldFor(scope, hold, file) - totalOf(cash.get(caseIdOf(file)) ?? []),
      askedFor: hold.owed,
      floor: file.facts.floor,
    }))
    .filter(({ owed }) => owed > 0n);
}

/** The sums of it, as a receiver reads them. */
export function owedTexts(
  owed: readonly StillOwed[],
): readonly { readonly currency: string; readonly amount: string }[] {
  return owed.map(({ currency, owed: amount }) => ({
    currency,
    amount: decimalText(money(amount, currency)),
  }));
}

/** The sums of it, as people read them. */
export function owedWords(owed: readonly StillOwed[]): string {
  return owed.map(({ currency, owed: amount }) => formatMoney(money(amount, currency))).join(' and ');
}

/** A hold that was put on before anything was overdue is for all that is open. */
function heldFor(scope: Scope, { owed, invoices }: HoldRow, { facts }: CaseFile): bigint {
  if (owed === 0n && invoices.length === 0) return facts.invoices.reduce((sum, { open }) => sum + open, 0n);
  return owedOverdue(facts, dateIn(facts.calendar.zone, scope.now), invoices);
}

const caseIdOf = ({ facts }: CaseFile): number => facts.caseId;
