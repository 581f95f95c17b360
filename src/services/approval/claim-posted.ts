import { changePosting } from '../../../db/queries/letter/post.ts';
import { claimTask, turnTask } from '../../../db/queries/task/claim-delivery.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn, instantAt } from '../../core/calendar/zone.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { roster } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { calendarOf, type Scope, within } from '../scope.ts';
import { deadlineOf } from '../task/deadline-of.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { checkPostedOn, requireClaim } from './claim-checks.ts';
import { tellOfClaim } from './claim-fate.ts';

/** Ways by which it can be proved later that a letter arrived. */
export const channels = ['registered post', 'courier', 'bailiff', 'certified mail (PEC)', 'by hand'] as const;
export type Channel = (typeof channels)[number];

export interface Posting {
  readonly channel: Channel;
  /** The number under which the carrier knows it; empty when it has none. */
  readonly tracking: string;
  readonly on: BusinessDate;
}

/** Business days after posting on which somebody asks whether it arrived. */
const askBusinessDays = 3;

/**
 * Records that a claim was posted. The task stays, and from now on asks for the day of delivery.
 * @throws DomainError `conflict` when no claim is on its way, `invalid` for a day to come or before the claim's own.
 */
export async function claimPosted(
  office: Office,
  actor: Actor,
  caseId: number,
  { channel, tracking, on }: Posting,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const claim = await requireClaim(scope, caseId);
    checkPostedOn(scope, claim, on);
    await changePosting(scope.tx, claim.id, { channel, tracking: tracking || null, postedOn: on });
    const by = [channel, tracking].filter((part) => part !== '').join(' ');
    await askLater(scope, caseId, by);
    const fate = `posted ${formatDate(on, { today: scope.today })} by ${by}`;
    await tellOfClaim(scope, caseId, fate);
    const details = { on, channel, tracking };
    await record(scope, [{ what: 'claim posted', memberId: held.actor.id, caseId, details }]);
    await refreshLists(scope, [caseId]);
    await wakeCases(scope, [caseId]);
  });
}

async function askLater(scope: Scope, caseId: number, by: string): Promise<void> {
  const task = await claimTask(scope.tx, caseId);
  const holder = task && (await roster(scope)).get(task.holderId);
  if (task === undefined || holder === undefined) return;
  const calendar = calendarOf(holder, scope.workspace);
  const day = addBusinessDays(calendar, dateIn(calendar.zone, scope.now), askBusinessDays);
  const dueAt = instantAt(calendar.zone, day, holder.worksFrom);
  await turnTask(scope.tx, task.id, {
    what: `find out when the claim arrived (${by}), and record the day`,
    dueAt,
    deadlineAt: deadlineOf(holder, task.level, dueAt),
  });
}
