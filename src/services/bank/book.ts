import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { changeBankFile, type BankFileRow } from '../../../db/queries/bank/files.ts';
import { insertBankLines } from '../../../db/queries/bank/lines.ts';
import { caseIdsOfCustomers } from '../../../db/queries/case/ids.ts';
import { findPayment } from '../../../db/queries/payment/find.ts';
import type { BankFile } from '../../import/bank/statement.ts';
import { zip } from '../../core/zip.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { stewardOf } from '../import/steward.ts';
import { hasRole, type Member, roster, withRole } from '../member/roster.ts';
import { refreshCards, showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import { cashMoved } from '../payment/cash-moved.ts';
import { reverseHeld } from '../payment/reverse.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { bookCash } from './book-cash.ts';
import { advanceCover } from './cover.ts';
import { holdBankFile, type KeyedLine, newLines, readKept } from './file.ts';
import { findingsOf } from './findings.ts';
import { type Judged, judgeLines } from './judge.ts';
import { loadBooks } from './match-book.ts';

/**
 * Books a bank's file: what is sure pays its invoices at once, what the bank took back is reversed, and the rest waits
 * with finance, on a card each. Lines that an earlier file had are left out. All of it or nothing.
 * @throws DomainError `forbidden`; `conflict` when it was booked or put away before, naming who did.
 */
export async function bookBankFile(office: Office, actor: Actor, fileId: number): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const person = await stewardOf(scope, actor, 'book a bank statement');
    await lockAllCases(scope.tx);
    const people = await roster(scope);
    const row = await holdBankFile(scope, fileId, (id) => people.get(id)?.name ?? 'Somebody');
    const file = await readKept(scope, row);
    const { fresh, again } = await newLines(scope, file);
    const judged = judgeLines(
      fresh.map(({ line }) => line),
      await loadBooks(scope),
    );
    await bookJudged(scope, actor, row, zip(fresh, judged));
    await changeBankFile(scope.tx, fileId, {
      status: 'booked',
      decidedBy: person.id,
      findings: { ...findingsOf(file, judged, again) },
      ...coveredDays(file),
    });
    await refreshCards(scope, 'bank file', [String(fileId)]);
    const details = { 'bank file': fileId, file: row.fileName, lines: fresh.length, again };
    await record(scope, [{ what: 'bank file booked', memberId: person.id, details }]);
    await advanceCover(scope);
  });
}

/** Puts a bank's file away; nothing of it was booked. */
export async function cancelBankFile(office: Office, actor: Actor, fileId: number): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const person = await stewardOf(scope, actor, 'put a bank statement away');
    const people = await roster(scope);
    const row = await holdBankFile(scope, fileId, (id) => people.get(id)?.name ?? 'Somebody');
    await changeBankFile(scope.tx, fileId, { status: 'cancelled', decidedBy: person.id });
    await refreshCards(scope, 'bank file', [String(fileId)]);
    const details = { 'bank file': fileId, file: row.fileName };
    await record(scope, [{ what: 'bank file cancelled', memberId: person.id, details }]);
  });
}

async function bookJudged(
  scope: Scope,
  actor: Actor,
  { id: fileId, givenBy }: BankFileRow,
  judged: readonly (readonly [KeyedLine, Judged])[],
): Promise<void> {
  const ids = await insertBankLines(
    scope.tx,
    judged.map(([{ key }, one]) => ({ ...columnsOf(one), key, fileId })),
  );
  const written = judged.flatMap(([{ key }, one]) => {
    const lineId = ids.get(key);
    return lineId === undefined ? [] : [{ lineId, lineKey: key, one }];
  });
  await bookCash(
    scope,
    written.flatMap(({ lineId, lineKey, one }) =>
      one.to === 'book' ? [{ ...one, lineId, lineKey, ...one.line, iban: one.line.iban ?? null }] : [],
    ),
    actor.memberId,
  );
  for (const { one } of written) if (one.to === 'reverse') await takeBack(scope, actor, one);
  await look(
    scope,
    written.flatMap(({ one }) => (one.to === 'book' ? [one.customerId] : [])),
  );
  await showWaiting(
    scope,
    givenBy,
    written.flatMap(({ lineId, one }) => (one.to === 'wait' ? [lineId] : [])),
  );
}

function columnsOf(judged: Judged) {
  const { line, reason } = judged;
  return {
    direction: line.direction,
    reversal: line.reversal,
    amount: line.amount.amount,
    currency: line.amount.currency,
    bookedOn: line.bookedOn,
    name: line.name?.toWellFormed() ?? null,
    iban: line.iban ?? null,
    endToEndId: line.endToEndId ?? null,
    remittance: line.remittance.toWellFormed(),
    status: statusOf(judged),
    reason,
    proposals: judged.to === 'wait' ? judged.proposals.map((one) => ({ ...one })) : [],
    ...(judged.to === 'reverse' && {
      customerId: judged.payment.customerId,
      paymentId: judged.payment.paymentId,
    }),
  };
}

function statusOf({ to }: Judged): 'waiting' | 'reversed' | 'outgoing' {
  switch (to) {
    case 'wait':
    case 'book':
      return 'waiting';
    case 'reverse':
      return 'reversed';
    case 'outgoing':
      return 'outgoing';
  }
}

async function takeBack(
  scope: Scope,
  actor: Actor,
  { payment, caseId, reason, line }: Extract<Judged, { readonly to: 'reverse' }>,
): Promise<void> {
  const found = await findPayment(scope.tx, payment.paymentId);
  if (found === undefined) return;
  await reverseHeld(scope, await holdCase(scope, actor, caseId), found.row, reason, line.bookedOn);
}

/** What a customer received is a fact for all its cases. */
async function look(scope: Scope, customerIds: readonly number[]): Promise<void> {
  const caseIds = await caseIdsOfCustomers(scope.tx, [...new Set(customerIds)]);
  await cashMoved(scope, caseIds);
}

/** More cards than this are a list: `/payment` has it. */
const mostCards = 8;

/** Finance decides; whoever dropped the file, if that is finance. */
async function showWaiting(scope: Scope, givenBy: number, lineIds: readonly number[]): Promise<void> {
  const people = await roster(scope);
  const giver = people.get(givenBy);
  const reader: Member | undefined =
    giver !== undefined && hasRole(giver, ['finance']) ? giver : (withRole(people, 'finance')[0] ?? giver);
  if (reader === undefined) return;
  for (const lineId of lineIds.slice(0, mostCards))
    await showCard(scope, 'bank line', String(lineId), {
      stream: directStream(reader.id),
      asked: true,
    });
}

/** Statements of one file cover what lies between them only if each begins where another ends; else the first alone. */
function coveredDays({ statements }: BankFile): { readonly coversFrom?: string; readonly coversTo?: string } {
  const days = statements.flatMap(({ covers }) => (covers === undefined ? [] : [covers]));
  if (days.length < statements.length) return {};
  const sorted = days.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = sorted;
  if (first === undefined) return {};
  const to = sorted.reduce((end, one) => (one.to > end ? one.to : end), first.to);
  return { coversFrom: first.from, coversTo: to };
}
