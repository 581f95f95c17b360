import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { liveStop } from '../../../db/queries/stop/live.ts';
import { confirmStop as confirm, endStop } from '../../../db/queries/stop/write.ts';
import { finishStopChecks } from '../../../db/queries/task/close.ts';
import type { FullStopRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { requireRole, type Role } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { stopWords } from './kinds.ts';
import { tellOfStop } from './tell.ts';

/** Who says that a stop stands, or that it is over. */
export const stopDeciders: readonly Role[] = ['lead', 'manager', 'legal', 'admin'];

/**
 * Says that a stop which a rep reported stands.
 * @throws DomainError `forbidden` for a rep; `conflict` when it stands already, or is over.
 */
export async function confirmStop(office: Office, actor: Actor, caseId: number): Promise<void> {
  await decide(office, actor, caseId, 'confirm a stop', async (scope, { actor: person, people }, live) => {
    const isFirst = await confirm(scope.tx, live.id, { confirmedBy: person.id, confirmedAt: scope.now });
    if (!isFirst)
      throw new DomainError(
        'conflict',
        `It stands already: ${people.get(live.confirmedBy ?? live.setBy)?.name ?? 'somebody'} confirmed it.`,
      );
    return { event: 'confirmed', because: live.said };
  });
}

/**
 * Has a stopped customer pressed again: by its dates, as if the days of the stop had not been.
 * @throws DomainError `forbidden` for a rep; `invalid` without a reason; `conflict` when nothing stops them.
 */
export async function pressAgain(
  office: Office,
  actor: Actor,
  caseId: number,
  because: string,
): Promise<void> {
  const reason = because.trim();
  if (reason === '')
    throw new DomainError('invalid', 'Why are they pressed again? Write what changed; others read it.');
  await decide(office, actor, caseId, 'have them pressed again', async (scope, { actor: person }, live) => {
    await endStop(scope.tx, live, { endedAt: scope.now, endedBy: person.id, endedBecause: reason });
    return { event: 'over', because: reason };
  });
}

async function decide(
  office: Office,
  actor: Actor,
  caseId: number,
  toDo: string,
  work: (
    scope: Scope,
    held: HeldCase,
    live: FullStopRow,
  ) => Promise<{ readonly event: 'confirmed' | 'over'; readonly because: string }>,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const beside = await caseIdsBeside(scope.tx, caseId);
    await lockCases(scope.tx, beside);
    const held = await holdCase(scope, actor, caseId);
    requireRole(held.people, held.actor, stopDeciders, toDo);
    const live = await liveStop(scope.tx, held.row.customerId);
    if (live === undefined)
      throw new DomainError('conflict', 'Nothing stops them any more: they are pressed by their dates.');
    const { event, because } = await work(scope, held, live);
    await finishStopChecks(scope.tx, beside, scope.now);
    await tellOfStop(scope, beside, { stop: live.kind, event, memberId: held.actor.id, because });
    await record(scope, [
      {
        what: `stop ${event}: ${stopWords[live.kind]}`,
        memberId: held.actor.id,
        caseId,
        details: { because },
      },
    ]);
    await refreshLists(scope, beside);
    await wakeCases(scope, beside);
  });
}
