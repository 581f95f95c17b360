import { decideNextStep } from '../../core/dunning/decide.ts';
import { loadCaseFiles } from '../case/file.ts';
import { roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Scope } from '../scope.ts';
import { announceLetters } from '../announcement/announce.ts';
import { withdrawLetters } from '../announcement/end.ts';
import { refreshAnnounced } from '../announcement/refresh.ts';
import { admit } from './admit.ts';
import { askForSteps } from './ask-approval.ts';
import { cancelCalls } from './cancel-calls.ts';
import { caseIdOf, type Judged, judgedTo, type JudgedTo } from './judged.ts';
import { thankPayers } from '../letter/thank.ts';
import { noteResting } from './note-resting.ts';
import { joinCalls, openCalls } from './open-calls.ts';
import { saySpared } from './say-spared.ts';
import { sendLetters } from './send-letters.ts';
import { showInChannel } from './show-in-channel.ts';
import { settleRaises } from './settle-raises.ts';

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
    const judged = await judge(scope, open);
    const { now: acting, postponed } = await admit(scope, people, judged.filter(isActing));
    await rest(scope, judgedTo(judged, 'rest'), moments);
    for (const [caseId, until] of postponed) moments.set(caseId, until);
    await openCalls(scope, people, judgedTo(acting, 'call'));
    await joinCalls(scope, judgedTo(acting, 'join'));
    const announced = judgedTo(acting, 'announcement');
    await showInChannel(scope, announced);
    await announceLetters(scope, announced);
    await sendLetters(scope, judgedTo(acting, 'letter'));
    await askForSteps(scope, judgedTo(acting, 'hold', 'claim', 'handover'));
    await settleRaises(scope, judgedTo(acting, 'call', 'join', 'letter', 'hold', 'claim', 'handover'));
    open = acting.map(caseIdOf);
  }
  await refreshCards(scope, 'case', caseIds.map(String));
  await refreshAnnounced(scope, caseIds);
  return moments;
}

async function judge(scope: Scope, caseIds: readonly number[]): Promise<readonly Judged[]> {
  const files = await loadCaseFiles(scope, caseIds);
  return files.map((file) => ({ file, decision: decideNextStep(file.ladder, file.facts, scope.now) }));
}

const isActing = ({ decision }: Judged): boolean => decision.kind !== 'rest';

async function rest(
  scope: Scope,
  resting: readonly JudgedTo<'rest'>[],
  moments: Map<number, Date>,
): Promise<void> {
  for (const { file, decision } of resting)
    if (decision.until !== undefined) moments.set(file.facts.caseId, decision.until);
  for (const [caseId, at] of await saySpared(scope, resting)) {
    const until = moments.get(caseId);
    if (until === undefined || at < until) moments.set(caseId, at);
  }
  await noteResting(scope, resting);
  await withdrawLetters(scope, resting);
  await thankPayers(
    scope,
    resting.filter(({ decision }) => decision.because === 'nothing open').map(({ file }) => file),
  );
  await cancelCalls(scope, resting);
}
