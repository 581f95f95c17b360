import { caseIdsOfMember } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { lockTeam, updateMember } from '../../../db/queries/member/change.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Office } from '../ports.ts';
import { passOnPlans } from '../plan/pass-on.ts';
import { planRoutines } from '../routine/plan.ts';
import { type Scope, within } from '../scope.ts';
import { type Member, roster, withRole } from './roster.ts';
import { sendOff } from './send-off.ts';

/**
 * Deactivates people who are no longer on the platform: nothing may wait for somebody who cannot read it. Strangers
 * and those deactivated already are passed over.
 */
export async function leave(office: Office, workspaceId: number, userIds: readonly string[]): Promise<void> {
  for (const userId of userIds) await within(office, workspaceId, (scope) => leaveAlone(scope, userId));
}

async function leaveAlone(scope: Scope, userId: string): Promise<void> {
  const known = [...(await roster(scope)).values()].find((person) => person.userId === userId);
  if (known?.active !== true) return;
  const caseIds = await caseIdsOfMember(scope.tx, known.id);
  await lockCases(scope.tx, caseIds);
  await lockTeam(scope.tx);
  const before = await roster(scope);
  const team = new Map(before).set(known.id, { ...known, active: false });
  await updateMember(scope.tx, known.id, { active: false });
  await record(scope, [{ what: 'member left the platform', details: { member: known.name } }]);
  await sendOff(scope, await withAdmin(scope, team), { ...known, active: false }, undefined);
  await planRoutines(scope);
  await passOnPlans(scope, before, team);
  await refreshCards(scope, 'case', caseIds.map(String));
  await wakeCases(scope, caseIds);
}

/**
 * A team without an admin could never change itself again. When the last one leaves the platform, which nobody here
 * can refuse, the role goes to whoever is highest: a manager, else a lead, else anybody.
 */
async function withAdmin(
  scope: Scope,
  team: ReadonlyMap<number, Member>,
): Promise<ReadonlyMap<number, Member>> {
  if (withRole(team, 'admin').length > 0) return team;
  const heir = withRole(team, 'manager')[0] ?? withRole(team, 'lead')[0] ?? active(team)[0];
  if (heir === undefined) return team;
  const roles = [...heir.roles, 'admin' as const];
  await updateMember(scope.tx, heir.id, { roles });
  await record(scope, [{ what: 'admin role passed on', details: { member: heir.name } }]);
  return new Map(team).set(heir.id, { ...heir, roles });
}

const active = (team: ReadonlyMap<number, Member>): readonly Member[] =>
  [...team.values()].filter((person) => person.active);
