import { addMembers } from '../../../db/queries/member/roster.ts';
import type { Role } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import type { Office } from '../ports.ts';
import { planRoutines } from '../routine/plan.ts';
import { type Workspace, within } from '../scope.ts';

export interface Newcomer {
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly zone?: string;
}

/** Adds people the workspace does not know yet, with the workspace's country and hours; those known stay as they are. */
export async function enrol(
  office: Office,
  workspaceId: number,
  people: readonly Newcomer[],
): Promise<number> {
  if (people.length === 0) return 0;
  return within(office, workspaceId, async (scope) => {
    const added = await addMembers(
      scope.tx,
      people.map((person) => atHomeIn(scope.workspace, person)),
    );
    await record(
      scope,
      added.map(({ name, roles }) => ({
        what: 'member enrolled',
        details: { member: name, roles: roles.join(', ') },
      })),
    );
    await planRoutines(scope);
    return added.length;
  });
}

function atHomeIn({ country, region, zone }: Workspace, person: Newcomer) {
  return { ...person, roles: [...person.roles], country, region, zone: person.zone ?? zone };
}
