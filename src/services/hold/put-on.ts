import { casesOfCustomers } from '../../../db/queries/case/ids.ts';
import { findHold } from '../../../db/queries/hold/find.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { debtOf } from '../../core/hold/owed.ts';
import { announceHold } from '../hold-news/announce.ts';
import { loadCaseFiles } from '../case/file.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';
import { holdChanged } from './changed.ts';
import { owedWords, stillOwed } from './still-owed.ts';

/** Puts a hold on that was approved, for all that the customer owes in this moment. */
export async function putOn(scope: Scope, holdId: number, memberId: number): Promise<void> {
  const asked = await findHold(scope.tx, holdId);
  if (asked === undefined) return;
  const held = await heldFromNow(scope, asked);
  await changeHold(scope.tx, holdId, 'proposed', { status: 'on', onSince: scope.now, ...held });
  await holdChanged(scope, asked, 'on', memberId, asked.reason);
}

/** Writes down that what was proposed does not come, and tells whoever waits for it. */
export async function dropProposal(
  scope: Scope,
  holdId: number,
  status: 'refused' | 'lapsed',
  because: string,
): Promise<void> {
  if (!(await changeHold(scope.tx, holdId, 'proposed', { status }))) return;
  const hold = await findHold(scope.tx, holdId);
  if (hold !== undefined) await announceHold(scope, { event: status, hold, because });
}

/** What a hold of this moment is for: the overdue invoices of all the customer's cases, and the sum that lifts it. */
export async function heldFromNow(
  scope: Scope,
  hold: HoldRow,
): Promise<Pick<HoldRow, 'invoices' | 'toldOwed'>> {
  const cases = await casesOfCustomers(scope.tx, [hold.customerId]);
  const files = await loadCaseFiles(
    scope,
    cases.map(({ id }) => id),
  );
  const invoices = files.flatMap(({ facts }) =>
    debtOf(facts, dateIn(facts.calendar.zone, scope.now)).map(({ invoice }) => invoice.id),
  );
  return { invoices, toldOwed: owedWords(await stillOwed(scope, { ...hold, invoices }, files)) };
}
