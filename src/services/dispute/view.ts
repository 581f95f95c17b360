import { findDispute, linesOfDisputes } from '../../../db/queries/dispute/find.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import type { Scope } from '../scope.ts';

export interface DisputeView {
  readonly dispute: DisputeRow;
  readonly of: CaseOverview;
  /** Numbers of the invoices it is about. */
  readonly invoices: readonly string[];
}

export async function disputeView(scope: Scope, id: number): Promise<DisputeView | undefined> {
  const dispute = await findDispute(scope.tx, id);
  const of = dispute && (await overviewOfCase(scope, dispute.caseId));
  if (dispute === undefined || of === undefined) return undefined;
  const lines = await linesOfDisputes(scope.tx, [id]);
  return { dispute, of, invoices: lines.map(({ number }) => number) };
}
