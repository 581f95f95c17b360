import { approvalsInBundle } from '../../../db/queries/approval/asked.ts';
import { lastOutage } from '../../../db/queries/clock/pulse.ts';
import type { Merged } from '../notice.ts';
import { mergedFrom } from '../outbox/merged.ts';
import type { Scope } from '../scope.ts';
import { readerOfBundle } from './bundle.ts';
import { remindersLost } from './reminder-times.ts';
import { type ApprovalView, approvalViews } from './view.ts';

/** What a message asks one person. */
export interface ApprovalBundle {
  readonly reader: number;
  /** The biggest first. */
  readonly views: readonly ApprovalView[];
  /** It takes the place of reminders that nobody was given because Dunwell was down. */
  readonly merged?: Merged;
}

export async function approvalBundle(scope: Scope, bundle: string): Promise<ApprovalBundle> {
  const listed = await approvalsInBundle(scope.tx, bundle);
  const views = await approvalViews(
    scope,
    listed.map(({ id }) => id),
  );
  const merged = await remindersInPlaceOf(scope, views, listed[0]?.at);
  return { reader: readerOfBundle(bundle), views: biggestFirst(views), ...(merged && { merged }) };
}

/** A message that was written as an outage ended stands for the reminders of that time. */
async function remindersInPlaceOf(
  scope: Scope,
  views: readonly ApprovalView[],
  writtenAt: Date | undefined,
): Promise<Merged | undefined> {
  if (writtenAt === undefined) return undefined;
  const row = await lastOutage(scope.tx, new Date(writtenAt.getTime() - longestCatchUpMs), writtenAt);
  if (row === undefined) return undefined;
  const outage = { from: row.downFrom, to: row.upAt };
  const lost = views.flatMap(({ approval }) => remindersLost(scope, approval.askedAt, outage));
  return mergedFrom(lost, outage);
}

const longestCatchUpMs = 15 * 60_000;

export function biggestFirst(views: readonly ApprovalView[]): readonly ApprovalView[] {
  return views.toSorted((a, b) => {
    if (a.approval.amount === b.approval.amount) return a.approval.id - b.approval.id;
    return a.approval.amount > b.approval.amount ? -1 : 1;
  });
}
