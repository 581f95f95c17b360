import { feeWaiversOfCases } from '../../../db/queries/fee-waiver/find.ts';
import { insertFeeWaiver } from '../../../db/queries/fee-waiver/write.ts';
import { DomainError } from '../../core/error.ts';
import type { Money } from '../../core/money.ts';
import { quoted } from '../../core/reading/quoted.ts';
import { askApproval, whoIsAsked } from '../approval/ask.ts';
import { refuseUntilReview } from '../approval/refused-before.ts';
import { record } from '../audit/record.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { type LateCost, lateCostsOf } from '../interest/costs.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { proposers } from '../write-off/propose.ts';
import { sumsInWords, waivedSums } from './sums.ts';

export interface WaiverWord {
  readonly caseId: number;
  /** Numbers of invoices; empty: all that were late. */
  readonly invoices: readonly string[];
  readonly interest: boolean;
  readonly fixedSums: boolean;
  readonly reason: string;
}

export interface WaiverProposed {
  /** One a currency. */
  readonly sums: readonly Money[];
  readonly invoices: readonly string[];
  readonly who: string;
}

/**
 * Proposes to waive what late payment cost: interest through today, the fixed sums, or both. Nothing is waived before
 * two people agreed, neither of them the owner of the customer nor whoever proposed it.
 * @throws DomainError `invalid` without a reason, or where late payment cost nothing; `conflict` while one waits, and
 * before the day to look again of one that was refused.
 */
export async function proposeWaiver(office: Office, actor: Actor, word: WaiverWord): Promise<WaiverProposed> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, word.caseId);
    requireRole(held.people, held.actor, proposers, 'propose to waive late costs');
    if (word.reason.trim() === '')
      throw new DomainError('invalid', 'A waiver needs a reason: write because and why at the end.');
    await refuseSecond(scope, held);
    await refuseUntilReview(scope, held.people, {
      caseId: word.caseId,
      kind: 'fee waiver',
      step: 'fee waiver',
    });
    return ask(scope, held, await costsToWaive(scope, word), word);
  });
}

async function refuseSecond(scope: Scope, { row, people }: HeldCase): Promise<void> {
  const waiting = (await feeWaiversOfCases(scope.tx, [row.id])).find(({ status }) => status === 'proposed');
  if (waiting === undefined) return;
  const who = people.get(waiting.proposedBy)?.name ?? 'Somebody';
  throw new DomainError(
    'conflict',
    `${who} proposed a waiver here already; it waits for two people to agree.`,
  );
}

async function costsToWaive(scope: Scope, word: WaiverWord): Promise<readonly LateCost[]> {
  const all = (await lateCostsOf(scope, [word.caseId]))(word.caseId, scope.today);
  const named = word.invoices.map((number) => {
    const found = all.find((one) => one.number.toLowerCase() === number.toLowerCase());
    if (found !== undefined) return found;
    const some =
      all.length === 0
        ? 'no invoice has any'
        : `those of ${all
            .map((one) => one.number)
            .slice(0, 5)
            .join(', ')}`;
    throw new DomainError(
      'invalid',
      `Invoice ${quoted(number)} has no late costs to waive: there are ${some}.`,
    );
  });
  const costs = named.length === 0 ? all : [...new Set(named)];
  if (waivedSums(costs, word).length > 0) return costs;
  throw new DomainError('invalid', 'Late payment has cost them nothing of that: there is nothing to waive.');
}

async function ask(
  scope: Scope,
  { row: { id: caseId, currency }, actor }: HeldCase,
  costs: readonly LateCost[],
  { reason, interest, fixedSums }: WaiverWord,
): Promise<WaiverProposed> {
  const sums = waivedSums(costs, { interest, fixedSums });
  const invoiceIds = costs.map(({ invoiceId }) => invoiceId);
  const subjectId = await insertFeeWaiver(
    scope.tx,
    {
      caseId,
      reason: reason.trim(),
      interest,
      fixedSums,
      through: scope.today,
      proposedBy: actor.id,
      proposedAt: scope.now,
    },
    invoiceIds,
  );
  const approval = await askApproval(scope, {
    caseId,
    kind: 'fee waiver',
    subjectId,
    step: 'fee waiver',
    amount: sums.find((one) => one.currency === currency)?.amount ?? 0n,
    invoices: invoiceIds,
    needs: 2,
    askedBy: actor.id,
  });
  const invoices = costs.map(({ number }) => number);
  const details = { waived: sumsInWords(sums), invoices: invoices.join(', '), reason: reason.trim() };
  await record(scope, [{ what: 'waiver proposed', memberId: actor.id, caseId, details }]);
  await wakeCases(scope, [caseId]);
  return { sums, invoices, who: await whoIsAsked(scope, approval) };
}
