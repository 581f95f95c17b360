import { sql } from 'drizzle-orm';
import { member, type Role } from '../../../db/schema/index.ts';
import type { Office } from '../ports.ts';
import { record } from '../audit/record.ts';
import { planRoutines } from '../routine/plan.ts';
import { within } from '../scope.ts';

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
    const added = await scope.tx
      .insert(member)
      .values(people.map((person) => asMember(scope.workspace, person)))
      .onConflictDoNothing()
      .returning({
        id: member.id,
        name: member.name,
        roles: sql<string>`array_to_string(${member.roles}, ', ')`,
      });
    await record(
      scope,
      added.map((row) => ({ what: 'member enrolled', details: { member: row.name, roles: row.roles } })),
    );
    await planRoutines(scope);
    return added.length;
  });
}

function asMember(
  place: {
    readonly id: number;
    readonly country: string;
    readonly region: string | null;
    readonly zone: string;
  },
  person: Newcomer,
): typeof member.$inferInsert {
  return {
    workspaceId: place.id,
    userId: person.userId,
    name: person.name,
    roles: [...person.roles],
    country: place.country,
    region: place.region,
    zone: person.zone ?? place.zone,
  };
}
