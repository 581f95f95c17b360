import { changeDigest as writeDigest, type DigestSettings } from '../../../db/queries/workspace/change.ts';
import type { Role } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import { hasRole, requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { planRoutines } from '../routine/plan.ts';
import { within } from '../scope.ts';

export type { DigestSettings } from '../../../db/queries/workspace/change.ts';

/** Who decides whether and when the digest comes. */
export const digestRoles: readonly Role[] = ['lead', 'admin'];

/** Whether the channel learns who missed a deadline is a question of law and of the works council, not of the desk. */
const namingRoles: readonly Role[] = ['admin'];

/**
 * Changes when the digest comes, if at all, and whether it names. What is not said stays. Returns how it is now.
 * @throws DomainError `forbidden` for whoever may not, saying who may.
 */
export async function changeDigest(
  office: Office,
  actor: Actor,
  wanted: Partial<DigestSettings>,
): Promise<DigestSettings> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    const { digestOn, digestAt, namesMisses } = scope.workspace;
    const before: DigestSettings = { digestOn, digestAt, namesMisses };
    const after = { ...before, ...wanted };
    if (after.digestOn !== digestOn || after.digestAt !== digestAt)
      requireRole(people, person, digestRoles, 'change the digest');
    if (after.namesMisses !== namesMisses)
      requireRole(people, person, namingRoles, 'choose whether the digest names people');
    if (!differ(before, after)) return after;
    await writeDigest(scope.tx, scope.workspace.id, after);
    await record(scope, [{ what: 'digest changed', memberId: person.id, details: { ...after } }]);
    if (after.digestAt !== digestAt)
      await planRoutines({ ...scope, workspace: { ...scope.workspace, ...after } });
    return after;
  });
}

/** Whether a person may say anything about the digest at all. */
export const mayChangeDigest = (person: Parameters<typeof hasRole>[0]): boolean =>
  hasRole(person, digestRoles);

function differ(before: DigestSettings, after: DigestSettings): boolean {
  return (
    before.digestOn !== after.digestOn ||
    before.digestAt !== after.digestAt ||
    before.namesMisses !== after.namesMisses
  );
}
