import { and, desc, eq, inArray } from 'drizzle-orm';
import { promise, promiseInvoice } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { promiseBudget } from '../../core/promise/budget.ts';
import { spreadPromise } from '../../core/promise/cover.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { hasRole, type Member, whoMay } from '../member/roster.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export interface PromiseWord {
  readonly caseId: number;
  /** Minor units of the case's currency. */
  readonly amount: bigint;
  readonly dueOn: BusinessDate;
  readonly saidBy?: string;
}

/** What was recorded, for the answer. */
export interface PromiseMade {
  readonly promiseId: number;
  readonly rests: boolean;
}

/**
 * Records a customer's word to pay. It takes the place of the case's open promise, if there is one (a renewal), and
 * rests the promised amount, unless two promises of this case broke before.
 * @throws DomainError `invalid` for a day or an amount that cannot be; `forbidden` beyond a rep's budget.
 */
export async function makePromise(office: Office, actor: Actor, word: PromiseWord): Promise<PromiseMade> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, word.caseId);
    return makePromiseIn(scope, held, word);
  });
}

/** The same inside a transaction that holds the case already: an outcome may carry a promise. */
export async function makePromiseIn(
  scope: Scope,
  held: Awaited<ReturnType<typeof holdCase>>,
  word: PromiseWord,
): Promise<PromiseMade> {
  const [file] = await loadCaseFiles(scope, [word.caseId]);
  if (file === undefined) throw new DomainError('not_found', `There is no case ${word.caseId} here.`);
  refuseImpossible(scope, file, word);
  const before = await promisesOf(scope, word.caseId);
  const rests = checkBudget(scope, held.people, held.actor, file, word, before);
  const renews = before.find((row) => row.status === 'open' || row.status === 'unconfirmed');
  await cancelLive(scope, word.caseId, dateIn(file.facts.calendar.zone, scope.now));
  const promiseId = await insertPromise(scope, held.actor, file, word, rests, renews?.id);
  await tellCase(scope, word.caseId, {
    kind: 'promise',
    caseId: word.caseId,
    promiseId,
    event: 'made',
    memberId: held.actor.id,
    amount: formatMoney(money(word.amount, file.facts.currency)),
    paid: null,
    dueOn: word.dueOn,
    rests,
  });
  await record(scope, [
    {
      what: renews === undefined ? 'promise made' : 'promise renewed',
      memberId: held.actor.id,
      caseId: word.caseId,
      details: { promise: promiseId, amount: String(word.amount), due: word.dueOn },
    },
  ]);
  await wakeCases(scope, [word.caseId]);
  return { promiseId, rests };
}

type PromiseRow = typeof promise.$inferSelect;

async function promisesOf(scope: Scope, caseId: number): Promise<readonly PromiseRow[]> {
  return scope.tx.select().from(promise).where(eq(promise.caseId, caseId)).orderBy(desc(promise.id));
}

function refuseImpossible(scope: Scope, { facts }: CaseFile, word: PromiseWord): void {
  const today = dateIn(facts.calendar.zone, scope.now);
  const open = facts.invoices.reduce((sum, invoice) => sum + invoice.open, 0n);
  if (word.dueOn < today)
    throw new DomainError(
      'invalid',
      `Promise date ${word.dueOn} is past: choose today (${formatDate(today)}) or later.`,
    );
  if (word.amount <= 0n) throw new DomainError('invalid', 'A promise needs an amount above zero.');
  if (word.amount > open)
    throw new DomainError(
      'invalid',
      `${formatMoney(money(word.amount, facts.currency))} is more than the ${formatMoney(money(open, facts.currency))} that is open: promise at most that.`,
    );
}

function checkBudget(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  actor: Member,
  { facts }: CaseFile,
  word: PromiseWord,
  before: readonly PromiseRow[],
): boolean {
  const budget = promiseBudget({
    role: hasRole(actor, ['lead', 'manager', 'admin']) ? 'lead' : 'rep',
    today: dateIn(facts.calendar.zone, scope.now),
    dueOn: word.dueOn,
    renewals: renewalsSoFar(before),
    brokenCount: before.filter((row) => row.status === 'broken' || row.status === 'partial').length,
    calendar: facts.calendar,
  });
  if (budget.allowed) return budget.rests;
  throw new DomainError(
    'forbidden',
    `${budget.because} Ask ${whoMay(people, ['lead', 'manager'])} to record it.`,
  );
}

/** How often the promise that is live now was renewed already, counting the one about to be made. */
function renewalsSoFar(before: readonly PromiseRow[]): number {
  let current = before.find((row) => row.status === 'open' || row.status === 'unconfirmed');
  let count = current === undefined ? 0 : 1;
  while (current?.renewsId != null) {
    current = before.find((row) => row.id === current!.renewsId);
    count += 1;
  }
  return count;
}

async function cancelLive(scope: Scope, caseId: number, today: BusinessDate): Promise<void> {
  await scope.tx
    .update(promise)
    .set({ status: 'cancelled', endedOn: today })
    .where(and(eq(promise.caseId, caseId), inArray(promise.status, ['open', 'unconfirmed'])));
}

async function insertPromise(
  scope: Scope,
  actor: Member,
  file: CaseFile,
  word: PromiseWord,
  rests: boolean,
  renewsId: number | undefined,
): Promise<number> {
  const workspaceId = scope.workspace.id;
  const today = dateIn(file.facts.calendar.zone, scope.now);
  const [row] = await scope.tx
    .insert(promise)
    .values({
      workspaceId,
      caseId: word.caseId,
      amount: word.amount,
      dueOn: word.dueOn,
      madeOn: today,
      madeAt: scope.now,
      madeBy: actor.id,
      saidBy: word.saidBy ?? null,
      rests,
      renewsId: renewsId ?? null,
    })
    .returning({ id: promise.id });
  const lines = spreadPromise(word.amount, file.facts, today);
  if (lines.length === 0) return row!.id;
  await scope.tx.insert(promiseInvoice).values(
    lines.map(({ invoice, amount, whole }) => ({
      workspaceId,
      promiseId: row!.id,
      invoiceId: invoice,
      amount,
      whole,
    })),
  );
  return row!.id;
}
