import { groupBy } from '../../core/group-by.ts';
import type { Member } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { benchBeside } from './approvers.ts';
import { waitingPlans } from './waiting.ts';

type Team = ReadonlyMap<number, Member>;

/** Brings the plans that wait to whoever is asked now that the team changed, and was not before. */
export async function passOnPlans(scope: Scope, before: Team, after: Team): Promise<void> {
  const waiting = await waitingPlans(scope);
  const asked = waiting.flatMap((plan) => {
    const question = { ...plan, higher: plan.remindersSpent > 1 };
    const known = benchBeside(scope, before, question).asked;
    const now = benchBeside(scope, after, question).asked;
    return now.filter((id) => !known.includes(id)).map((memberId) => ({ memberId, planId: plan.id }));
  });
  await refreshCards(
    scope,
    'plan',
    waiting.map(({ id }) => String(id)),
  );
  await enqueue(
    scope,
    [...groupBy(asked, ({ memberId }) => memberId)].map(([memberId, of]) => ({
      stream: directStream(memberId),
      class: 'durable',
      notice: { kind: 'plans wait', memberId, planIds: of.map(({ planId }) => planId) },
    })),
  );
}
