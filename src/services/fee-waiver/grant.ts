import { findFeeWaiver, invoicesOfWaiver } from '../../../db/queries/fee-waiver/find.ts';
import { changeFeeWaiver } from '../../../db/queries/fee-waiver/write.ts';
import type { ApprovalRow, FeeWaiverRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { formatMoney, money } from '../../core/money.ts';
import { someOf } from '../../core/reading/some-of.ts';
import { record } from '../audit/record.ts';
import { type LateCost, lateCostsOf } from '../interest/costs.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { sumsInWords, waivedSums } from './sums.ts';

/** Waives what two people agreed to: from now on no letter and no claim names it. */
export async function grantWaiver(scope: Scope, id: number, memberId: number): Promise<void> {
  const row = await findFeeWaiver(scope.tx, id);
  if (row === undefined) throw new Error(`waiver ${id} is gone`);
  const costs = await costsOfWaiver(scope, row);
  await changeFeeWaiver(scope.tx, id, 'proposed', 'granted');
  const waived = sumsInWords(waivedSums(costs, row));
  const numbers = costs.map(({ number }) => number);
  await tellCase(scope, row.caseId, {
    kind: 'late costs waived',
    caseId: row.caseId,
    waived,
    invoices: someOf(numbers),
    interestThrough: row.interest ? row.through : null,
    reason: row.reason,
  });
  await record(scope, [
    {
      what: 'late costs waived',
      memberId,
      caseId: row.caseId,
      details: { waived, invoices: numbers.join(', '), reason: row.reason },
    },
  ]);
}

/** The costs that a waiver is about, as they stood on its day. */
export async function costsOfWaiver(scope: Scope, row: FeeWaiverRow): Promise<readonly LateCost[]> {
  const ids = new Set((await invoicesOfWaiver(scope.tx, row.id)).map((one) => one.id));
  const costs = (await lateCostsOf(scope, [row.caseId], row.id))(row.caseId, businessDate(row.through));
  return costs.filter(({ invoiceId }) => ids.has(invoiceId));
}

/** Why a proposed waiver is of another sum now; undefined when it is the one that was asked about. */
export async function changeOfWaiver(
  scope: Scope,
  { amount, subjectId }: Pick<ApprovalRow, 'amount' | 'subjectId'>,
  currency: string,
): Promise<string | undefined> {
  const row = await findFeeWaiver(scope.tx, subjectId ?? 0);
  if (row === undefined) return 'the proposal is gone';
  const sums = waivedSums(await costsOfWaiver(scope, row), row);
  const now = sums.find((one) => one.currency === currency)?.amount ?? 0n;
  if (now === amount) return undefined;
  const inWords = (minor: bigint): string => formatMoney(money(minor, currency));
  return `what late payment cost changed from ${inWords(amount)} to ${inWords(now)}`;
}
