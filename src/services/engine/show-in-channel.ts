import { countCardsSince } from '../../../db/queries/outbox/cards.ts';
import { pressedOf } from '../../core/dunning/pressure.ts';
import { byTurns } from '../../core/task/cap.ts';
import { oldestDueOf } from '../case/file.ts';
import { casesShown, showCaseByDay } from '../outbox/thread.ts';
import { type Scope, startOfToday } from '../scope.ts';
import { caseIdOf, type JudgedTo } from './judged.ts';

/**
 * Puts the biggest (of each currency) of the cases that are newly called or written to into the team's channel, a few a day: everything else is in the morning
 * lists and behind `/overdue`, and comes to the channel when something happens that the team should see.
 */
export async function showInChannel(
  scope: Scope,
  contacts: readonly JudgedTo<'call' | 'announcement'>[],
): Promise<void> {
  if (contacts.length === 0) return;
  const shown = await casesShown(scope, contacts.map(caseIdOf));
  const room = scope.workspace.dailyCardCap - (await countCardsSince(scope.tx, 'case', startOfToday(scope)));
  if (room <= 0) return;
  const unseen = contacts.map(({ file }) => file.facts).filter(({ caseId }) => !shown.has(caseId));
  const biggest = byTurns(
    unseen.map((facts) => ({
      caseId: facts.caseId,
      currency: facts.currency,
      amount: pressedOf(facts, scope.now),
      oldestDueOn: oldestDueOf(facts) ?? scope.today,
    })),
  );
  for (const { caseId } of biggest.slice(0, room)) await showCaseByDay(scope, caseId);
}
