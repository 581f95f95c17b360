import { instalmentsOf, proposedPlans } from '../../../db/queries/plan/find.ts';
import { groupBy } from '../../core/group-by.ts';
import type { Member } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { benchBeside } from './approvers.ts';

type Team = ReadonlyMap<number, Member>;

/** Brings the plans that wait to whoever is asked now that the team changed, and was not before. */
export async function passOnPlans(scope: Scope, before: Team, after: Team): Promise<void> {
  const waiting = await proposedPlans(scope.tx);
  if (waiting.length === 0) return;
  const planIds = waiting.map(({ plan }) => plan.id);
  const instalments = groupBy(await instalmentsOf(scope.tx, planIds), ({ planId }) => planId);
  const asked = waiting.flatMap(({ plan, currency, ownerId }) => {
    const measure = { ...plan, currency, instalments: instalments.get(plan.id)?.length ?? 0 };
    const question = { ...measure, ownerId: ownerId ?? undefined, higher: plan.remindersSpent > 1 };
    const known = benchBeside(scope, before, question).asked;
    const now = benchBeside(scope, after, question).asked;
    return now.filter((id) => !known.includes(id)).map((memberId) => ({ memberId, planId: plan.id }));
  });
  await refreshCards(scope, 'plan', planIds.map(String));
  await enqueue(
    scope,
    [...groupBy(asked, ({ memberId }) => memberId)].map(([memberId, of]) => ({
      stream: directStream(memberId),
      class: 'durable',
      notice: { kind: 'plans wait', memberId, planIds: of.map(({ planId }) => planId) },
    })),
  );
}
