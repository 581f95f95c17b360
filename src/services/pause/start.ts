import { budgetUsed, requestedPause } from '../../../db/queries/pause/find.ts';
import { insertPause } from '../../../db/queries/pause/write.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { beyondBudget, impossiblePause } from '../../core/pause/budget.ts';
import { askApproval, whoIsAsked } from '../approval/ask.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile, openSumOf } from '../case/file.ts';
import { invoicesNamed } from '../case/invoices-named.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { pauseBegins } from './begins.ts';
import type { PauseWord } from './word.ts';

export type PauseOutcome =
  | { readonly kind: 'paused' }
  /** It is more than a rep may grant; a lead decides. */
  | { readonly kind: 'requested'; readonly because: string; readonly who: string };

/**
 * Pauses a case, or only some of its invoices. What exceeds a rep's budget is asked of a lead.
 * @throws DomainError `invalid` for a day, an invoice or a reason that cannot be; `conflict` when it rests that long
 * already, or was asked for already.
 */
export async function pauseCase(office: Office, actor: Actor, word: PauseWord): Promise<PauseOutcome> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, word.caseId);
    const file = await loadCaseFile(scope, word.caseId);
    refuseImpossible(scope, file, word);
    const because = beyondBudget({
      role: hasRole(held.actor, ['lead', 'manager', 'admin']) ? 'lead' : 'rep',
      today: dateIn(file.facts.calendar.zone, scope.now),
      untilDay: word.untilDay,
      used: await budgetUsed(scope.tx, word.caseId),
    });
    if (because === undefined) return start(scope, held, file, word);
    return request(scope, held, file, word, because);
  });
}

function refuseImpossible(
  scope: Scope,
  file: CaseFile,
  { untilDay, reason, invoices = [] }: PauseWord,
): void {
  const { facts } = file;
  const today = dateIn(facts.calendar.zone, scope.now);
  const fault = impossiblePause(today, untilDay);
  if (fault !== undefined) throw new DomainError('invalid', fault);
  if (reason.trim() === '')
    throw new DomainError('invalid', 'A pause needs a reason: write why nobody should press now.');
  if (facts.invoices.length === 0)
    throw new DomainError('conflict', 'Nothing is open here, so there is nothing to pause.');
  const longest = [
    facts.pausedUntil,
    ...invoicesNamed(file, invoices).map((invoice) => invoice.pausedUntil),
  ].find((day) => day !== undefined && day >= untilDay);
  if (longest !== undefined)
    throw new DomainError('conflict', `It is paused until ${formatDate(longest, { today })} already.`);
}

async function start(scope: Scope, held: HeldCase, file: CaseFile, word: PauseWord): Promise<PauseOutcome> {
  const pauseId = await write(scope, held, file, word, 'granted');
  await pauseBegins(scope, pauseId, held.actor.id);
  return { kind: 'paused' };
}

async function request(
  scope: Scope,
  held: HeldCase,
  file: CaseFile,
  word: PauseWord,
  because: string,
): Promise<PauseOutcome> {
  const waiting = await requestedPause(scope.tx, word.caseId);
  if (waiting !== undefined)
    throw new DomainError(
      'conflict',
      `${because} ${held.people.get(waiting.askedBy)?.name ?? 'Somebody'} has asked for a pause already; it waits for an answer.`,
    );
  const pauseId = await write(scope, held, file, word, 'requested');
  const invoices = invoicesOf(file, word);
  const approval = await askApproval(scope, {
    caseId: word.caseId,
    kind: 'pause',
    subjectId: pauseId,
    step: 'pause',
    amount: openSumOf(file, invoices),
    invoices,
    needs: 1,
    askedBy: held.actor.id,
  });
  await record(scope, [
    {
      what: 'pause asked for',
      memberId: held.actor.id,
      caseId: word.caseId,
      details: { until: word.untilDay, reason: word.reason },
    },
  ]);
  // Its reminders have a place among the case's moments.
  await wakeCases(scope, [word.caseId]);
  return { kind: 'requested', because, who: await whoIsAsked(scope, approval) };
}

async function write(
  scope: Scope,
  { actor }: HeldCase,
  file: CaseFile,
  word: PauseWord,
  status: 'granted' | 'requested',
): Promise<number> {
  const { caseId, untilDay, reason, invoices = [] } = word;
  return insertPause(
    scope.tx,
    {
      caseId,
      whole: invoices.length === 0,
      reason,
      fromDay: dateIn(file.facts.calendar.zone, scope.now),
      untilDay,
      status,
      askedBy: actor.id,
      askedAt: scope.now,
      budgeted: status === 'granted' && !hasRole(actor, ['lead', 'manager', 'admin']),
    },
    invoicesOf(file, word),
  );
}

function invoicesOf(file: CaseFile, { invoices = [] }: PauseWord): readonly number[] {
  const about = invoices.length === 0 ? file.facts.invoices : invoicesNamed(file, invoices);
  return [...new Set(about.map(({ id }) => id))];
}
