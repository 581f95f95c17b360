import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { findHold, lastSuspension } from '../../../db/queries/hold/find.ts';
import { changeHold } from '../../../db/queries/hold/write.ts';
import type { HoldRow, PromiseRow } from '../../../db/schema/index.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { loadCaseFiles } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { requireRole, whoMay } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { holdChanged } from './changed.ts';
import { holdCalled } from './propose.ts';
import { coveringPromise, promisedTowards } from './promised.ts';
import { askRelease, needsTwo } from './release.ts';
import { owedWords, stillOwed } from './still-owed.ts';
import { suspensionDays } from './suspension.ts';

/** What became of a wish to lift a hold: where much is owed two people are asked first. */
export type Lift = { readonly status: 'lifted' } | { readonly status: 'asked'; readonly who: string };

/**
 * Lifts a hold by hand, for good; one that is on because of much only when two people agree.
 * @throws DomainError `forbidden` for anybody but leads and managers, `conflict` when it is not on
 */
export async function liftHold(office: Office, actor: Actor, holdId: number, reason: string): Promise<Lift> {
  return within(office, actor.workspaceId, async (scope) => {
    const { held, row } = await holdForChange(scope, actor, holdId);
    requireRole(held.people, held.actor, ['lead', 'manager', 'admin'], 'lift a hold by hand');
    if (reason.trim() === '') throw new DomainError('invalid', 'Lifting a hold needs a reason: write why.');
    if (row.status !== 'on' && row.status !== 'suspended') throw notOn(held, row);
    if (needsTwo(scope, row)) return { status: 'asked', who: await askRelease(scope, held, row, reason) };
    await changeHold(scope.tx, holdId, row.status, {
      status: 'lifted',
      liftedAt: scope.now,
      liftedBy: held.actor.id,
      liftedBecause: reason,
    });
    await holdChanged(scope, row, 'lifted', held.actor.id, reason);
    return { status: 'lifted' };
  });
}

/**
 * Lifts a hold at once against the open promise of all that it is for, once in 90 days; it is on again if that promise breaks.
 * Returns the day of the promise.
 * @throws DomainError `conflict` without an open promise of as much, when it is not on, or a second time within 90 days
 */
export async function suspendHold(office: Office, actor: Actor, holdId: number): Promise<BusinessDate> {
  return within(office, actor.workspaceId, async (scope) => {
    const { held, row } = await holdForChange(scope, actor, holdId);
    if (row.status !== 'on') throw notOn(held, row);
    const open = await promiseFor(scope, row);
    await refuseTwice(scope, held, row);
    await changeHold(scope.tx, holdId, 'on', {
      status: 'suspended',
      promiseId: open.id,
      suspendedOn: scope.today,
    });
    const dueOn = businessDate(open.dueOn);
    const day = formatDate(dueOn, { today: scope.today });
    await holdChanged(scope, row, 'lifted against a promise', held.actor.id, `promised for ${day}`);
    return dueOn;
  });
}

/** The promise against which it comes off; why there is none otherwise, and what would lift it. */
async function promiseFor(scope: Scope, row: HoldRow): Promise<PromiseRow> {
  const files = await loadCaseFiles(scope, await caseIdsBeside(scope.tx, row.caseId));
  const owed = await stillOwed(scope, row, files);
  const promised = await promisedTowards(scope, owed);
  const covering = coveringPromise(owed, promised);
  if (covering !== undefined) return covering;
  const sum = owedWords(owed);
  if (promised.length === 0)
    throw new DomainError(
      'conflict',
      `There is no open promise to lift it against: record one of ${sum} with /promise first.`,
    );
  const words = promised.map(
    ({ promise, owed: { currency }, toCome }) =>
      `${formatMoney(money(toCome, currency))} is promised for ${formatDate(businessDate(promise.dueOn), { today: scope.today })}`,
  );
  throw new DomainError(
    'conflict',
    `The ${holdCalled(row.kind)} stays: ${sum} is to be paid, and only ${words.join(' and ')}. A promise of ${sum} lifts it.`,
  );
}

async function holdForChange(
  scope: Scope,
  actor: Actor,
  holdId: number,
): Promise<{ readonly held: HeldCase; readonly row: HoldRow }> {
  const found = await findHold(scope.tx, holdId);
  if (found === undefined) throw new DomainError('not_found', `There is no hold ${holdId} here.`);
  await lockCases(scope.tx, await caseIdsBeside(scope.tx, found.caseId));
  const held = await holdCase(scope, actor, found.caseId);
  return { held, row: (await findHold(scope.tx, holdId)) ?? found };
}

function notOn({ people }: HeldCase, { kind, status, liftedBy, liftedBecause }: HoldRow): DomainError {
  const who = liftedBy === null ? '' : ` by ${people.get(liftedBy)?.name ?? 'somebody'}`;
  const why = liftedBecause === null ? '' : ` (${liftedBecause})`;
  return new DomainError(
    'conflict',
    `The ${holdCalled(kind)} is ${status}${who}${why}; nothing was changed.`,
  );
}

async function refuseTwice(scope: Scope, { people }: HeldCase, { customerId }: HoldRow): Promise<void> {
  const last = await lastSuspension(scope.tx, customerId);
  if (last === undefined) return;
  const again = addDays(businessDate(last), suspensionDays);
  if (again <= scope.today) return;
  const inWords = (day: BusinessDate): string => formatDate(day, { today: scope.today });
  throw new DomainError(
    'conflict',
    `A hold was lifted against a promise on ${inWords(businessDate(last))} already, and that is possible once in ${suspensionDays} days: again from ${inWords(again)}, or by hand by ${whoMay(people, ['lead', 'manager'])}.`,
  );
}
