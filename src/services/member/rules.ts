import { DomainError } from '../../core/error.ts';
import { type Member, withRole } from './roster.ts';

/**
 * Refuses a team that could not work: nobody to administer it, somebody above or in place of themselves, deputies who
 * stand in for each other in a circle.
 * @param people everybody, as they would be after the change
 * @param changed who is changed or new
 * @throws DomainError `invalid`, naming the person and the way out
 */
export function checkTeam(people: ReadonlyMap<number, Member>, changed: Member): void {
  if (changed.name.trim() === '') throw new DomainError('invalid', 'A member needs a name.');
  if (changed.roles.length === 0)
    throw new DomainError(
      'invalid',
      `${changed.name} needs at least one role; to send them off, deactivate them.`,
    );
  for (const above of ['lead', 'manager', 'deputy'] as const) refuseWrongLink(people, changed, above);
  refuseCircle(people, changed);
  if (withRole(people, 'admin').length === 0)
    throw new DomainError(
      'invalid',
      `${changed.name} is the last active admin: make somebody else an admin first.`,
    );
}

function refuseWrongLink(
  people: ReadonlyMap<number, Member>,
  changed: Member,
  above: 'lead' | 'manager' | 'deputy',
): void {
  const id = changed[`${above}Id`];
  if (id === null) return;
  if (id === changed.id)
    throw new DomainError('invalid', `${changed.name} cannot be their own ${above}: choose somebody else.`);
  const other = people.get(id);
  if (changed.active && other?.active !== true)
    throw new DomainError(
      'invalid',
      `${other?.name ?? 'That person'} is not active here: choose another ${above}.`,
    );
}

function refuseCircle(people: ReadonlyMap<number, Member>, changed: Member): void {
  const line = [changed];
  for (let next = deputyOf(people, changed); next !== undefined; next = deputyOf(people, next)) {
    line.push(next);
    if (next.id === changed.id)
      throw new DomainError(
        'invalid',
        `Deputies would stand in for each other in a circle (${line.map(({ name }) => name).join(' → ')}): choose another deputy.`,
      );
    if (line.length > people.size) return;
  }
}

function deputyOf(people: ReadonlyMap<number, Member>, { deputyId }: Member): Member | undefined {
  return deputyId === null ? undefined : people.get(deputyId);
}
