import { tallies } from '../../../db/queries/member/tallies.ts';
import { tasksHeldBy } from '../../../db/queries/task/holders.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { handTasks } from './hand-tasks.ts';
import { heirOf } from './heir.ts';
import { hasRole, type Member, withRole } from './roster.ts';

export interface SentOff {
  /** Open tasks that went to somebody else. */
  readonly handed: number;
  /** Customers that the member owns still. */
  readonly customers: number;
}

/**
 * Hands on at once what a deactivated member has in hand: to their deputy, else their lead, else whoever is next
 * above. Whoever answers for them is told, with how many customers need a new owner. Their cases must be locked.
 * @param team everybody, the member as inactive
 * @param by who sent them off, and so knows; nobody: the platform says that they left
 */
export async function sendOff(
  scope: Scope,
  team: ReadonlyMap<number, Member>,
  gone: Member,
  by: number | undefined,
): Promise<SentOff> {
  const tasks = await tasksHeldBy(scope.tx, gone.id);
  const handed = await handTasks(scope, team, tasks, ({ level }, at) => heirOf(team, gone, level, at));
  const customers = (await tallies(scope.tx, scope.today)).get(gone.id)?.customers ?? 0;
  await tell(scope, team, gone, by, { handed, customers });
  return { handed, customers };
}

async function tell(
  scope: Scope,
  team: ReadonlyMap<number, Member>,
  gone: Member,
  by: number | undefined,
  facts: SentOff,
): Promise<void> {
  const readers = [...answerFor(team, gone)].filter((id) => id !== by);
  await enqueue(
    scope,
    readers.map((reader) => ({
      stream: directStream(reader),
      class: 'durable',
      notice: { kind: 'left', memberId: gone.id, by: by ?? null, ...facts },
    })),
  );
}

/** Their lead, any lead where none is named, and the admins. */
function answerFor(team: ReadonlyMap<number, Member>, { leadId }: Member): ReadonlySet<number> {
  const own = leadId === null ? undefined : team.get(leadId);
  const leads = own?.active === true ? [own] : withRole(team, 'lead');
  const admins = [...team.values()].filter((person) => hasRole(person, ['admin']));
  return new Set([...leads, ...admins].map(({ id }) => id));
}
