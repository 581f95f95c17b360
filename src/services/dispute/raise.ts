import { insertDispute } from '../../../db/queries/dispute/raise.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { type DisputeLine, spreadDispute } from '../../core/dispute/spread.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { showInThread } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { fixerOf, haveItAnswered } from './fixer.ts';
import { answerBy, disputedAmount, disputedInvoices } from './limits.ts';
import type { DisputeWord } from './word.ts';

/** What was recorded, for the answer. */
export interface DisputeRaised {
  readonly disputeId: number;
  readonly amount: bigint;
  readonly invoices: readonly string[];
  readonly fixer: string;
  readonly deadlineOn: BusinessDate;
}

/**
 * Records that a customer disputes an amount. The amount rests until it is answered, and no more than the amount; a
 * person has to answer by a day.
 * @throws DomainError `invalid` for an invoice, an amount or a day that cannot be; `forbidden` for a later day than a
 * rep may choose; `conflict` when all of it is disputed already.
 */
export async function raiseDispute(office: Office, actor: Actor, word: DisputeWord): Promise<DisputeRaised> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, word.caseId);
    return raiseDisputeIn(scope, held, word);
  });
}

/** The same inside a transaction that holds the case already: an outcome may carry a dispute. */
export async function raiseDisputeIn(
  scope: Scope,
  held: HeldCase,
  word: DisputeWord,
): Promise<DisputeRaised> {
  const file = await loadCaseFile(scope, word.caseId);
  const about = disputedInvoices(file, word);
  const amount = disputedAmount(file, about, word.amount);
  const deadlineOn = answerBy(scope, held, file, word.deadlineOn);
  const fixer = fixerOf(scope, held, file, word.fixerId);
  const lines = spreadDispute(amount, about, file.facts.floor);
  const disputeId = await write(scope, held, file, word, { amount, deadlineOn, fixerId: fixer.id, lines });
  const numbers = about
    .filter(({ id }) => lines.some(({ invoice }) => invoice === id))
    .map(({ number }) => number);
  const sum = formatMoney(money(amount, file.facts.currency));
  const what = `answer the dispute of ${sum} (${word.reason}, ${numbers.join(', ')})`;
  await haveItAnswered(scope, file, fixer, { disputeId, what, deadlineOn });
  await showInThread(scope, word.caseId, 'dispute', String(disputeId));
  await record(scope, [
    {
      what: 'dispute raised',
      memberId: held.actor.id,
      caseId: word.caseId,
      details: {
        dispute: disputeId,
        amount: String(amount),
        invoices: numbers.join(', '),
        reason: word.reason,
        words: word.words ?? null,
        'said by': word.saidBy ?? null,
        fixer: fixer.name,
        'answer by': deadlineOn,
      },
    },
  ]);
  await refreshLists(scope, [word.caseId]);
  await wakeCases(scope, [word.caseId]);
  return { disputeId, amount, invoices: numbers, fixer: fixer.name, deadlineOn };
}

async function write(
  scope: Scope,
  { actor }: HeldCase,
  { facts }: CaseFile,
  { caseId, reason, words, saidBy }: DisputeWord,
  terms: {
    readonly amount: bigint;
    readonly deadlineOn: BusinessDate;
    readonly fixerId: number;
    readonly lines: readonly DisputeLine[];
  },
): Promise<number> {
  const { lines, ...of } = terms;
  return insertDispute(
    scope.tx,
    {
      ...of,
      caseId,
      reason,
      words: words ?? null,
      saidBy: saidBy ?? null,
      raisedBy: actor.id,
      raisedAt: scope.now,
      raisedOn: dateIn(facts.calendar.zone, scope.now),
    },
    lines.map(({ invoice, amount, whole }) => ({ invoiceId: invoice, amount, whole })),
  );
}
