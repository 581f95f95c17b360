import { lastOfKind } from '../../../db/queries/audit/last.ts';
import type { Hold } from '../../core/dunning/decision.ts';
import { sparedHold } from '../../core/dunning/spared.ts';
import { record } from '../audit/record.ts';
import type { CaseFile } from '../case/file.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import type { JudgedTo } from './judged.ts';

/**
 * Says in the thread, once for the first of its invoices, that a hold would be asked for now and is not, because
 * the customer is tagged exempt. Returns when to look again at those whom a hold will pass by.
 */
export async function saySpared(
  scope: Scope,
  resting: readonly JudgedTo<'rest'>[],
): Promise<ReadonlyMap<number, Date>> {
  const moments = new Map<number, Date>();
  for (const { file } of resting) {
    const spared = sparedHold(file.ladder, file.facts, scope.now);
    if (spared?.kind === 'later') moments.set(file.facts.caseId, spared.at);
    if (spared?.kind === 'hold') await say(scope, file, spared.hold);
  }
  return moments;
}

async function say(
  scope: Scope,
  { facts, customerName }: CaseFile,
  { step, hold, invoices }: Hold,
): Promise<void> {
  const what = `${hold} hold passed by`;
  const details = { step, invoice: Math.min(...invoices) };
  if ((await lastOfKind(scope.tx, what, details)) !== undefined) return;
  const { caseId } = facts;
  const because = `${customerName} is tagged exempt`;
  await tellCase(scope, caseId, { kind: 'hold', caseId, hold, event: 'spared', memberId: null, because });
  await record(scope, [{ what, caseId, details }]);
}
