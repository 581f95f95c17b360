import { promisesOfCases } from '../../../db/queries/promise/find.ts';
import { cancelLivePromises, insertPromise } from '../../../db/queries/promise/make.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { formatMoney, money } from '../../core/money.ts';
import { spreadPromise } from '../../core/promise/cover.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { checkBudget, livePromise, refuseImpossible } from './limits.ts';
import type { PromiseWord } from './word.ts';

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
export async function makePromiseIn(scope: Scope, held: HeldCase, word: PromiseWord): Promise<PromiseMade> {
  const file = await loadCaseFile(scope, word.caseId);
  refuseImpossible(scope, file, word);
  const before = await promisesOfCases(scope.tx, [word.caseId]);
  const rests = checkBudget(scope, held, file, word, before);
  const renewsId = livePromise(before)?.id ?? null;
  const promiseId = await replaceLive(scope, file, word, { madeBy: held.actor.id, rests, renewsId });
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
    ...(word.said === undefined ? {} : { said: word.said }),
  });
  await record(scope, [
    {
      what: renewsId === null ? 'promise made' : 'promise renewed',
      memberId: held.actor.id,
      caseId: word.caseId,
      details: { promise: promiseId, amount: String(word.amount), due: word.dueOn },
    },
  ]);
  await wakeCases(scope, [word.caseId]);
  return { promiseId, rests };
}

async function replaceLive(
  scope: Scope,
  { facts }: CaseFile,
  { caseId, amount, dueOn, saidBy }: PromiseWord,
  terms: { readonly madeBy: number; readonly rests: boolean; readonly renewsId: number | null },
): Promise<number> {
  const today = dateIn(facts.calendar.zone, scope.now);
  await cancelLivePromises(scope.tx, caseId, today);
  const spread = spreadPromise(amount, facts, today).map(({ invoice, ...part }) => ({
    invoiceId: invoice,
    ...part,
  }));
  return insertPromise(
    scope.tx,
    { caseId, amount, dueOn, saidBy: saidBy ?? null, madeOn: today, madeAt: scope.now, ...terms },
    spread,
  );
}
