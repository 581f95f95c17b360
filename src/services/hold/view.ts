import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { approvalOfHold, findHold, holdsOfCustomer } from '../../../db/queries/hold/find.ts';
import { lastAnnouncements } from '../../../db/queries/hold-announcement/find.ts';
import type { ApprovalRow, HoldAnnouncementRow, HoldRow } from '../../../db/schema/index.ts';
import { loadCaseFiles } from '../case/file.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import type { Scope } from '../scope.ts';
import { owedWords, stillOwed } from './still-owed.ts';

export type { HoldAnnouncementRow, HoldRow } from '../../../db/schema/index.ts';

export interface HoldView {
  readonly hold: HoldRow;
  readonly of: CaseOverview;
  readonly approval: ApprovalRow | undefined;
  /** What the service was told last. */
  readonly announced: HoldAnnouncementRow | undefined;
  /** Of one that is on: what is to be paid before it comes off, in words. */
  readonly owed: string | undefined;
}

export async function holdView(scope: Scope, id: number): Promise<HoldView | undefined> {
  const hold = await findHold(scope.tx, id);
  const of = hold && (await overviewOfCase(scope, hold.caseId));
  if (hold === undefined || of === undefined) return undefined;
  const announced = (await lastAnnouncements(scope.tx, [id])).get(id);
  const owed = hold.status === 'on' ? await sumOf(scope, hold) : undefined;
  return { hold, of, approval: await approvalOfHold(scope.tx, id), announced, owed };
}

async function sumOf(scope: Scope, hold: HoldRow): Promise<string | undefined> {
  const files = await loadCaseFiles(scope, await caseIdsBeside(scope.tx, hold.caseId));
  const owed = await stillOwed(scope, hold, files);
  return owed.length === 0 ? undefined : owedWords(owed);
}

/** The holds of a customer that are proposed, on, or lifted against a promise. */
export async function liveHoldsOf(scope: Scope, customerId: number): Promise<readonly HoldRow[]> {
  const live = ['proposed', 'on', 'suspended'];
  return (await holdsOfCustomer(scope.tx, customerId)).filter(({ status }) => live.includes(status));
}
