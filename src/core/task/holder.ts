import { DomainError } from '../error.ts';
import type { Level } from './enforce.ts';

export interface Worker {
  readonly id: number;
  readonly roles: readonly string[];
  readonly deputyId?: number;
  readonly leadId?: number;
  readonly managerId?: number;
  /** Neither deactivated, nor away, nor on a closed day of their own, nor out of their hours for all of the task's time. */
  readonly working: boolean;
}

/**
 * Who holds an owner's task at a level. Whoever cannot work then is passed over for their deputy, that one's deputy,
 * and then for those above: lead, manager, admin. Nobody takes over from themselves, as long as there is anybody else. When nobody
 * works at all it is still somebody's: the first who would have it. Throws `unavailable` when there are no people.
 */
export function holderOn<W extends Worker>(
  people: readonly W[],
  ownerId: number | undefined,
  level: Level,
): W {
  const owner = people.find(({ id }) => id === ownerId);
  const line = lineFor(people, owner, level);
  const holder = line.find(({ working }) => working) ?? line[0] ?? owner ?? people[0];
  if (holder !== undefined) return holder;
  throw new DomainError(
    'unavailable',
    'Nobody can take the task: the workspace has no members. Add some with /team.',
  );
}

/** Everybody who may hold it, in order of preference. */
function lineFor<W extends Worker>(people: readonly W[], owner: W | undefined, level: Level): readonly W[] {
  const withDeputy = (worker: W): readonly W[] => deputiesFrom(people, worker);
  const above = levelsFrom(level).flatMap((role) => {
    const own = role === 'lead' ? owner?.leadId : owner?.managerId;
    const inRole = people.filter(({ id, roles }) => id !== owner?.id && (roles.includes(role) || id === own));
    return inRole.toSorted((a, b) => Number(b.id === own) - Number(a.id === own)).flatMap(withDeputy);
  });
  const others = above.filter(({ id }) => id !== owner?.id);
  return level === 'owner' && owner !== undefined ? [...withDeputy(owner), ...others] : others;
}

/** Somebody, their deputy, the deputy's deputy; a chain that comes back to itself ends there. */
function deputiesFrom<W extends Worker>(people: readonly W[], first: W): readonly W[] {
  const line = [first];
  for (let next = deputyOf(people, first); next !== undefined && !line.includes(next);) {
    line.push(next);
    next = deputyOf(people, next);
  }
  return line;
}

function deputyOf<W extends Worker>(people: readonly W[], { deputyId }: W): W | undefined {
  return people.find(({ id }) => id === deputyId);
}

function levelsFrom(level: Level): readonly ('lead' | 'manager' | 'admin')[] {
  return level === 'manager' ? ['manager', 'admin'] : ['lead', 'manager', 'admin'];
}
