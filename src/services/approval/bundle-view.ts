import { approvalsInBundle } from '../../../db/queries/approval/asked.ts';
import type { Scope } from '../scope.ts';
import { readerOfBundle } from './bundle.ts';
import { type ApprovalView, approvalViews } from './view.ts';

/** What a message asks one person. */
export interface ApprovalBundle {
  readonly reader: number;
  /** The biggest first. */
  readonly views: readonly ApprovalView[];
}

export async function approvalBundle(scope: Scope, bundle: string): Promise<ApprovalBundle> {
  const views = await approvalViews(scope, await approvalsInBundle(scope.tx, bundle));
  return { reader: readerOfBundle(bundle), views: biggestFirst(views) };
}

export function biggestFirst(views: readonly ApprovalView[]): readonly ApprovalView[] {
  return views.toSorted((a, b) => {
    if (a.approval.amount === b.approval.amount) return a.approval.id - b.approval.id;
    return a.approval.amount > b.approval.amount ? -1 : 1;
  });
}
