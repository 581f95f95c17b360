import { linesOfDisputes } from '../../../db/queries/dispute/find.ts';
import { settleDispute, upholdLine } from '../../../db/queries/dispute/settle.ts';
import { closeDisputeTasks } from '../../../db/queries/task/close.ts';
import type { DisputeRow } from '../../../db/schema/index.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { spreadUpheld } from '../../core/dispute/spread.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import type { HeldCase } from '../case/of-actor.ts';
import { hasRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { bookCreditIn } from './book-credit.ts';
import { askForCredit } from './ask-for-credit.ts';
import { answeredAlready, holdDispute } from './held.ts';
import { disputesSettled } from './settled.ts';

/** Our answer: how much of the disputed amount they are right about, in minor units, and why. */
export interface DisputeAnswer {
  readonly upheld: bigint | 'all';
  readonly answer: string;
}

export interface Resolved {
  readonly amount: bigint;
  readonly upheld: bigint;
  /** Booked at once, because finance answered; else finance is asked to. */
  readonly booked: boolean;
}

/**
 * Answers a dispute. What they are not right about is pressed again from today; what they are right about goes on
 * resting until its credit note is booked.
 * @throws DomainError `forbidden` for anybody but the fixer and those above, `invalid` for more than is disputed,
 * `conflict` when it was answered already.
 */
export async function resolveDispute(
  office: Office,
  actor: Actor,
  disputeId: number,
  answer: DisputeAnswer,
): Promise<Resolved> {
  return within(office, actor.workspaceId, async (scope) => {
    const { held, row } = await holdDispute(scope, actor, disputeId);
    const file = await loadCaseFile(scope, row.caseId);
    refuseOthers(held, row);
    if (row.status !== 'open') throw answeredAlready(held.people, row);
    const upheld = upheldOf(row, file, answer);
    await settle(scope, held, row, file, { upheld, answer: answer.answer });
    const booked = upheld > 0n && hasRole(held.actor, ['finance']);
    if (booked) await bookCreditIn(scope, held, disputeId);
    else if (upheld > 0n) await askForCredit(scope, held, row, file, upheld);
    return { amount: row.amount, upheld, booked };
  });
}

function refuseOthers({ actor, people }: HeldCase, { fixerId }: DisputeRow): void {
  if (actor.id === fixerId || hasRole(actor, ['lead', 'manager', 'finance', 'admin'])) return;
  const fixer = people.get(fixerId)?.name ?? 'somebody';
  throw new DomainError(
    'forbidden',
    `${fixer} looks into this dispute: tell them, or your lead, what you know.`,
  );
}

function upheldOf({ amount }: DisputeRow, { facts }: CaseFile, { upheld }: DisputeAnswer): bigint {
  if (upheld === 'all') return amount;
  if (upheld <= amount) return upheld;
  const inWords = (sum: bigint): string => formatMoney(money(sum, facts.currency));
  throw new DomainError(
    'invalid',
    `${inWords(upheld)} is more than the ${inWords(amount)} that they dispute: name at most that.`,
  );
}

async function settle(
  scope: Scope,
  { actor }: HeldCase,
  row: DisputeRow,
  { facts }: CaseFile,
  { upheld, answer }: { readonly upheld: bigint; readonly answer: string },
): Promise<void> {
  const { tx, now } = scope;
  await settleDispute(tx, row.id, 'open', {
    status: upheld > 0n ? 'upheld' : 'rejected',
    upheld,
    answer,
    resolvedBy: actor.id,
    resolvedOn: dateIn(facts.calendar.zone, now),
  });
  const lines = await linesOfDisputes(tx, [row.id]);
  const parts = spreadUpheld(
    upheld,
    lines.map(({ invoiceId, amount }) => ({ invoice: invoiceId, amount })),
  );
  for (const [invoiceId, part] of parts) await upholdLine(tx, row.id, invoiceId, part);
  await closeDisputeTasks(tx, row.id, 'dispute', 'done', now);
  await record(scope, [
    {
      what: upheld === 0n ? 'dispute rejected' : 'dispute upheld',
      memberId: actor.id,
      caseId: row.caseId,
      details: { dispute: row.id, amount: String(upheld === 0n ? row.amount : upheld), answer },
    },
  ]);
  await disputesSettled(scope, [row], {
    event: upheld === 0n ? 'rejected' : upheld === row.amount ? 'upheld' : 'upheld in part',
    memberId: actor.id,
    upheld,
    answer,
    currency: facts.currency,
  });
}
