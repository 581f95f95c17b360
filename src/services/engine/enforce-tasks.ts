import { openTasks } from '../../../db/queries/task/find.ts';
import { missedRules } from '../../../db/queries/task/missed-rule.ts';
import { spendNudges } from '../../../db/queries/task/move.ts';
import { enforceTask, levelAfterMiss } from '../../core/task/enforce.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { excuse } from './excuse.ts';
import { type Due, nudge } from './nudge.ts';
import { outageToCatchUp } from './outage.ts';
import { takeOver } from './take-over.ts';

/**
 * Nags the holders of due tasks and takes missed ones out of their hands. After an outage, deadlines that fell into it
 * are moved instead: nobody could say in time what they had done.
 */
export async function enforceTasks(scope: Scope, caseIds: readonly number[]): Promise<void> {
  const rows = await openTasks(scope.tx, caseIds);
  if (rows.length === 0) return;
  const outage = await outageToCatchUp(scope);
  const judged = rows.map((row) => ({ row, verdict: enforceTask(row, scope.now, outage) }));
  const due = judged.flatMap(({ row, verdict }): readonly Due[] =>
    verdict.kind === 'nudge' ? [{ row, spent: verdict.spent }] : [],
  );
  await spendNudges(
    scope.tx,
    due.map(({ row, spent }) => ({ taskId: row.id, spent })),
  );
  const excused = judged.filter(({ verdict }) => verdict.kind === 'excused').map(({ row }) => row);
  const people = await roster(scope);
  await nudge(scope, people, [...due, ...(await excuse(scope, people, excused))], outage);
  const missed = judged.flatMap(({ row, verdict }) =>
    verdict.kind === 'missed' ? [{ row, next: verdict.next }] : [],
  );
  const rules = await missedRules(
    scope.tx,
    missed.map(({ row }) => row.id),
  );
  await takeOver(
    scope,
    missed.map(({ row, next }) => ({ row, next: levelAfterMiss(next, rules.get(row.id)) })),
  );
}
