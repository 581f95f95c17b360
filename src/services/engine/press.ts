import { decideNextStep } from '../../core/dunning/decide.ts';
import type { Decision } from '../../core/dunning/decision.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';
import { admit } from './admit.ts';
import { askApproval } from './ask-approval.ts';
import { cancelCalls, joinCalls, openCalls } from './open-calls.ts';
import { noteResting } from './note-resting.ts';
import { sendLetters } from './send-letters.ts';

export interface Judged<D extends Decision = Decision> {
  readonly file: CaseFile;
  readonly decision: D;
}

/** Rounds of deciding in one pass: a case may owe a letter, then a call, then rest; more would be a loop. */
const mostRounds = 6;

/**
 * Decides about these cases and does it, until all of them rest. Returns the moment at which each must be looked at
 * again, as far as the ladder is concerned.
 */
export async function press(scope: Scope, caseIds: readonly number[]): Promise<ReadonlyMap<number, Date>> {
  const moments = new Map<number, Date>();
  const people = await roster(scope);
  let open = caseIds;
  for (let round = 0; open.length > 0; round += 1) {
    if (round === mostRounds) throw new Error(`cases ${open.join(', ')} do not come to rest`);
    const judged = (await loadCaseFiles(scope, open)).map((file) => ({
      file,
      decision: decideNextStep(file.ladder, file.facts, scope.now),
    }));
    const { now: acting, postponed } = await admit(scope, people, judged.filter(isActing));
    await rest(scope, judged.filter(isResting), moments);
    for (const [caseId, until] of postponed) moments.set(caseId, until);
    await openCalls(scope, people, acting.filter(isCall));
    await joinCalls(scope, acting.filter(isJoin));
    await sendLetters(scope, acting.filter(isLetter));
    await askApproval(scope, acting.filter(needsApproval));
    open = acting.map(({ file }) => file.facts.caseId);
  }
  await refreshCards(scope, 'case', caseIds.map(String));
  return moments;
}

async function rest(
  scope: Scope,
  resting: readonly Judged<Extract<Decision, { kind: 'rest' }>>[],
  moments: Map<number, Date>,
): Promise<void> {
  for (const { file, decision } of resting)
    if (decision.until !== undefined) moments.set(file.facts.caseId, decision.until);
  await noteResting(scope, resting);
  await cancelCalls(scope, resting);
}

const isActing = (judged: Judged): boolean => judged.decision.kind !== 'rest';

function isResting(judged: Judged): judged is Judged<Extract<Decision, { kind: 'rest' }>> {
  return judged.decision.kind === 'rest';
}

function isCall(judged: Judged): judged is Judged<Extract<Decision, { kind: 'call' }>> {
  return judged.decision.kind === 'call';
}

function isJoin(judged: Judged): judged is Judged<Extract<Decision, { kind: 'join' }>> {
  return judged.decision.kind === 'join';
}

function isLetter(judged: Judged): judged is Judged<Extract<Decision, { kind: 'letter' }>> {
  return judged.decision.kind === 'letter';
}

function needsApproval(judged: Judged): judged is Judged<Extract<Decision, { kind: 'claim' | 'handover' }>> {
  return judged.decision.kind === 'claim' || judged.decision.kind === 'handover';
}
