import { caseIdsOfMember } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { insertMember, lockTeam, updateMember } from '../../../db/queries/member/change.ts';
import { tallies } from '../../../db/queries/member/tallies.ts';
import { tasksHeldBy } from '../../../db/queries/task/holders.ts';
import { windowOn } from '../../core/calendar/hours.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { passOnPlans } from '../plan/pass-on.ts';
import { planRoutines } from '../routine/plan.ts';
import { type Scope, within } from '../scope.ts';
import { actingMember } from './acting.ts';
import { handTasks } from './hand-tasks.ts';
import { nextInRole, rolesFor } from './next-in-role.ts';
import { hasRole, type Member, requireRole } from './roster.ts';
import { checkTeam } from './rules.ts';
import { sendOff } from './send-off.ts';

export { type Role, roles } from '../../../db/schema/index.ts';

/** What an admin says of a member. */
export type Profile = Pick<
  Member,
  | 'name'
  | 'roles'
  | 'leadId'
  | 'managerId'
  | 'deputyId'
  | 'country'
  | 'region'
  | 'zone'
  | 'worksFrom'
  | 'worksTo'
  | 'active'
>;

/** What decides when somebody's morning list comes. */
const planning = ['roles', 'country', 'region', 'zone', 'worksFrom', 'worksTo', 'active'] as const;

export interface MemberChanged {
  /** Open tasks that went to somebody else because this member was deactivated. */
  readonly handed: number;
  /** Customers that this member owns still. */
  readonly customers: number;
}

/**
 * Adds a person of the platform to the team.
 * @throws DomainError `conflict` for somebody who is a member already; otherwise as `changeMember`.
 */
export async function addMember(
  office: Office,
  actor: Actor,
  userId: string,
  profile: Profile,
): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const { people, admin } = await openTeam(scope, actor);
    const known = [...people.values()].find((person) => person.userId === userId);
    if (known !== undefined)
      throw new DomainError('conflict', `${known.name} is a member already: use Edit beside the name.`);
    const id = await insertMember(scope.tx, { userId, ...profile });
    if (id === undefined) throw new Error(`user ${userId} became a member while the team was locked`);
    const added: Member = { ...profile, id, userId, workspaceId: scope.workspace.id, absences: [] };
    checkProfile(scope, new Map(people).set(id, added), added);
    await record(scope, [
      {
        what: 'member added',
        memberId: admin.id,
        details: { member: profile.name, roles: profile.roles.join(', ') },
      },
    ]);
    await planRoutines(scope);
  });
}

/**
 * Changes what is known of a member. Deactivating one hands their open tasks to their deputy, else their lead, at once.
 * @throws DomainError `forbidden` for whoever is no admin, `not_found` for nobody, `invalid` for a team that could not
 * work.
 */
export async function changeMember(
  office: Office,
  actor: Actor,
  memberId: number,
  profile: Profile,
): Promise<MemberChanged> {
  return within(office, actor.workspaceId, async (scope) => {
    const caseIds = await caseIdsOfMember(scope.tx, memberId);
    await lockCases(scope.tx, caseIds);
    const { people, admin } = await openTeam(scope, actor);
    const before = people.get(memberId);
    if (before === undefined) throw new DomainError('not_found', `There is no member ${memberId} here.`);
    const after: Member = { ...before, ...profile };
    const team = new Map(people).set(memberId, after);
    checkProfile(scope, team, after);
    await updateMember(scope.tx, memberId, profile);
    const handed = await handOn(scope, team, { before, after, by: admin.id });
    const changes = changesOf(before, after);
    const details = { member: after.name, ...changes };
    await record(scope, [{ what: 'member changed', memberId: admin.id, details }]);
    if (planning.some((field) => field in changes)) await planRoutines(scope);
    await passOnPlans(scope, people, team);
    await refreshCards(scope, 'case', caseIds.map(String));
    await wakeCases(scope, caseIds);
    const owns = (await tallies(scope.tx, scope.today)).get(memberId)?.customers ?? 0;
    return { handed, customers: owns };
  });
}

/** The team as it stands still for this change, and the admin who makes it. */
async function openTeam(scope: Scope, actor: Actor) {
  await lockTeam(scope.tx);
  const { person, people } = await actingMember(scope, actor);
  requireRole(people, person, ['admin'], 'change the team');
  return { people, admin: person };
}

/** That the place has a calendar is found out by planning the routines. */
function checkProfile(scope: Scope, team: ReadonlyMap<number, Member>, of: Member): void {
  checkTeam(team, of);
  windowOn(scope.calendar, scope.today, { from: of.worksFrom, to: of.worksTo });
}

interface Turn {
  readonly before: Member;
  readonly after: Member;
  readonly by: number;
}

/** What a member may not or cannot do any more goes to somebody else at once. Returns how many tasks did. */
async function handOn(
  scope: Scope,
  team: ReadonlyMap<number, Member>,
  { before, after, by }: Turn,
): Promise<number> {
  if (before.active && !after.active) return (await sendOff(scope, team, after, by)).handed;
  const beyond = (await tasksHeldBy(scope.tx, after.id)).filter(
    (task) => hasRole(before, rolesFor(task)) && !hasRole(after, rolesFor(task)),
  );
  return handTasks(scope, team, beyond, (task, at) => nextInRole(team, after, task, at));
}

function changesOf(before: Member, after: Member): Readonly<Record<string, string>> {
  const shown = (value: Member[keyof Profile]): string =>
    Array.isArray(value) ? value.join(', ') : String(value ?? 'none');
  const fields = Object.keys(after) as (keyof Profile)[];
  return Object.fromEntries(
    fields
      .filter((field) => shown(before[field]) !== shown(after[field]))
      .map((field) => [field, `${shown(before[field])} → ${shown(after[field])}`]),
  );
}
