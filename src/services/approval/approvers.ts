import { customerOfCase } from '../../../db/queries/case/find.ts';
import type { ApprovalRow, Role } from '../../../db/schema/index.ts';
import { absenceAt } from '../member/presence.ts';
import { type Member, withRole } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** The member who owns the customer of a case; empty when nobody does. */
export async function ownerOf({ tx }: Scope, caseId: number): Promise<number | undefined> {
  return (await customerOfCase(tx, caseId))?.ownerId ?? undefined;
}

/** What is asked, as far as it matters for who may answer. */
export type Question = Pick<ApprovalRow, 'caseId' | 'kind' | 'askedBy'>;

/** Whose decision it is, and who is next above them. */
const decidersOf: Readonly<Record<ApprovalRow['kind'], readonly [Role, Role]>> = {
  step: ['manager', 'admin'],
  hold: ['manager', 'admin'],
  pause: ['lead', 'manager'],
  'hold release': ['manager', 'admin'],
  'write-off': ['manager', 'admin'],
  'fee waiver': ['manager', 'admin'],
};

/**
 * Who is asked to approve something about this case: managers, for a pause leads; never the case's owner or whoever
 * proposed it, nor anybody away today as long as there is somebody else. Where none of them is left, or `higher` asks
 * for the next ones up, those above.
 */
export async function approversOf(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  question: Question,
  higher = false,
): Promise<readonly Member[]> {
  return approversBeside(
    scope,
    people,
    { ...question, ownerId: await ownerOf(scope, question.caseId) },
    higher,
  );
}

/** The same where the owner of the case is known. */
export function approversBeside(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  question: Question & { readonly ownerId: number | undefined },
  higher = false,
): readonly Member[] {
  const barred = [question.ownerId, question.askedBy];
  const others = (role: Role): readonly Member[] =>
    withRole(people, role).filter((person) => !barred.includes(person.id));
  const here = (some: readonly Member[]): readonly Member[] =>
    some.filter((person) => absenceAt(person, scope.now) === undefined);
  const [usual, above] = decidersOf[question.kind];
  const [first, next] = [here(others(usual)), here(others(above))];
  if (first.length === 0) return next.length > 0 ? next : [...others(usual), ...others(above)];
  return higher ? [...new Set([...first, ...next])] : first;
}

/** Everybody who may decide such a thing, but for the owner and whoever proposed it. */
export function mayDecide(kind: ApprovalRow['kind']): readonly Role[] {
  return kind === 'pause' ? ['lead', 'manager', 'admin'] : decidersOf[kind];
}
