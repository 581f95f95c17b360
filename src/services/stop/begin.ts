import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { liveStop } from '../../../db/queries/stop/live.ts';
import { beginStop, endStop } from '../../../db/queries/stop/write.ts';
import type { FullStopRow } from '../../../db/schema/index.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';

import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { haveClaimFiled, haveItConfirmed } from './duties.ts';
import { stopWords } from './kinds.ts';
import { tellOfStop } from './tell.ts';
import type { StopWord } from './word.ts';

/** Whose word needs nobody else's. */
const ownWord = ['lead', 'manager', 'legal', 'admin'] as const;

/**
 * Stops pressing a customer at once, in all its cases: nobody may be pressed wrongly for a single day. So that a stop
 * is no way to be rid of a call, a rep's word becomes work for the lead, who confirms it or has the ladder go on.
 * @returns whether somebody has still to confirm it
 * @throws DomainError `invalid` without a word of why, or for a day that is past; `conflict` when it is stopped for
 * that reason already, or is with legal.
 */
export async function stopPressing(office: Office, actor: Actor, word: StopWord): Promise<boolean> {
  return within(office, actor.workspaceId, async (scope) => {
    const beside = await caseIdsBeside(scope.tx, word.caseId);
    await lockCases(scope.tx, beside);
    const held = await holdCase(scope, actor, word.caseId);
    refuseImpossible(scope, word);
    await replaceLive(scope, held, word);
    const needsConfirming = !hasRole(held.actor, ownWord);
    await begin(scope, held, word, needsConfirming);
    if (needsConfirming) await haveItConfirmed(scope, held, word);
    if (word.kind === 'insolvency') await haveClaimFiled(scope, word);
    await tellOfStop(scope, beside, {
      stop: word.kind,
      event: 'stopped',
      memberId: held.actor.id,
      because: word.said,
    });
    await record(scope, [
      {
        what: `pressing stopped: ${word.kind}`,
        memberId: held.actor.id,
        caseId: word.caseId,
        details: { said: word.said, ...(word.fileBy && { fileBy: word.fileBy }) },
      },
    ]);
    await refreshLists(scope, beside);
    await wakeCases(scope, beside);
    return needsConfirming;
  });
}

function refuseImpossible(scope: Scope, { said, fileBy }: StopWord): void {
  if (said.trim() === '')
    throw new DomainError(
      'invalid',
      'Who said so, and what? Write the court’s file number, the lawyer’s name, or their words.',
    );
  if (fileBy !== undefined && fileBy < scope.today)
    throw new DomainError(
      'invalid',
      `${formatDate(fileBy)} is past: leave the day empty if the time to file is over.`,
    );
}

/** One reason stands at a time; another one takes its place, and the history keeps both. */
async function replaceLive(scope: Scope, { row, actor, people }: HeldCase, word: StopWord): Promise<void> {
  const live = await liveStop(scope.tx, row.customerId);
  if (live === undefined) return;
  if (live.kind === 'handed over' || live.kind === word.kind)
    throw new DomainError('conflict', alreadyStopped(scope, live, people.get(live.setBy)?.name));
  await endStop(scope.tx, live, {
    endedAt: scope.now,
    endedBy: actor.id,
    endedBecause: `replaced by: ${word.kind}`,
  });
}

function alreadyStopped({ workspace }: Scope, { kind, since }: FullStopRow, by: string | undefined): string {
  const day = formatDate(dateIn(workspace.zone, since));
  return `Nobody presses them already: ${stopWords[kind]}, since ${day}, said by ${by ?? 'somebody'}.`;
}

async function begin(
  scope: Scope,
  { row, actor }: HeldCase,
  { kind, said, fileBy }: StopWord,
  needsConfirming: boolean,
): Promise<void> {
  await beginStop(
    scope.tx,
    {
      customerId: row.customerId,
      kind,
      said: said.trim(),
      since: scope.now,
      setBy: actor.id,
      ...(fileBy && { fileBy }),
      ...(!needsConfirming && { confirmedBy: actor.id, confirmedAt: scope.now }),
    },
    stopWords[kind],
  );
}
