import { livePromises } from '../../../db/queries/promise/find.ts';
import { promiseCash } from '../../../db/queries/promise/cash.ts';
import { cancelPromise, keptPromises, reopenPromise } from '../../../db/queries/promise/reopen.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { judgePromise } from '../../core/promise/judge.ts';
import type { PromiseRow } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import type { Scope } from '../scope.ts';

/**
 * Has promises judged anew that counted as kept and, now that cash was taken back, are not: the next look finds them
 * open, unconfirmed or broken, as the ledger has it, and says so in the thread. Where a newer promise stands in its
 * place, the old one is cancelled instead: two would rest the same amount.
 * @returns how many are not kept any more.
 */
export async function reopenPromises(scope: Scope, caseId: number): Promise<number> {
  const unkept = await unkeptOf(scope, caseId);
  if (unkept.length === 0) return 0;
  const replaced = (await livePromises(scope.tx, [caseId])).length > 0;
  for (const { id } of unkept)
    if (replaced) await cancelPromise(scope.tx, id, scope.today);
    else await reopenPromise(scope.tx, id);
  await record(
    scope,
    unkept.map(({ id }) => ({
      what: replaced ? 'promise cancelled' : 'promise reopened',
      caseId,
      details: { promise: id },
    })),
  );
  return unkept.length;
}

async function unkeptOf(scope: Scope, caseId: number): Promise<readonly PromiseRow[]> {
  const kept = await keptPromises(scope.tx, [caseId]);
  const cash = await promiseCash(
    scope.tx,
    kept.map(({ id }) => id),
  );
  return kept.filter(
    ({ id, amount, dueOn }) =>
      judgePromise(
        { amount, dueOn: businessDate(dueOn), paid: cash.get(id) ?? 0n, calendar: scope.calendar },
        scope.today,
      ).kind !== 'kept',
  );
}
