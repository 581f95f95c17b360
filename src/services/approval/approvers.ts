import { customerOfCase } from '../../../db/queries/case/find.ts';
import type { ApprovalRow, Role } from '../../../db/schema/index.ts';
import { type Bench, benchOf, type Candidate } from '../../core/approval/bench.ts';
import { absenceAt } from '../member/presence.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** The member who owns the customer of a case; empty when nobody does. */
export async function ownerOf({ tx }: Scope, caseId: number): Promise<number | undefined> {
  return (await customerOfCase(tx, caseId))?.ownerId ?? undefined;
}

/** An approval with what its row does not say of who may answer. */
export interface Asking {
  readonly row: Pick<ApprovalRow, 'kind' | 'askedAt' | 'needs' | 'remindersSpent'>;
  readonly ownerId: number | undefined;
  /** Everybody who ever asked it: who proposed it, and who had it asked again after a refusal. */
  readonly askers: readonly number[];
  /** Who agreed so far. */
  readonly votes: readonly number[];
}

/** Whose decision it is, those who are asked first in front. */
function decidersOf(kind: ApprovalRow['kind']): readonly Role[] {
  return kind === 'pause' ? ['lead', 'manager', 'admin'] : ['manager', 'admin'];
}

/** Who answers an approval: never the case's owner or whoever ever asked, as long as there is anybody else. */
export function approversOf(
  { now }: Scope,
  people: ReadonlyMap<number, Member>,
  { row, ownerId, askers, votes }: Asking,
): Bench {
  return benchOf(
    {
      levels: decidersOf(row.kind),
      barred: [...askers, ...(ownerId === undefined ? [] : [ownerId])],
      needs: row.needs,
      agreed: votes,
      askedAt: row.askedAt,
      // The first reminder goes to those who were asked; with the second the next ones up are asked as well.
      higher: row.remindersSpent > 1,
    },
    candidatesOf(people, now),
    now,
  );
}

/** Everybody active, as whoever decides is chosen among them. */
export function candidatesOf(people: ReadonlyMap<number, Member>, now: Date): readonly Candidate[] {
  return [...people.values()]
    .filter((person) => person.active)
    .map((person) => ({
      id: person.id,
      roles: person.roles,
      away: absenceAt(person, now) !== undefined,
    }));
}

/** Names of those whose agreement is still missing and counts now. */
export function stillAsked(people: ReadonlyMap<number, Member>, bench: Bench): readonly string[] {
  const others = bench.may.filter((id) => !bench.agreed.includes(id));
  const asked = bench.asked.filter((id) => others.includes(id));
  return (asked.length > 0 ? asked : others).map((id) => people.get(id)?.name ?? 'somebody');
}
