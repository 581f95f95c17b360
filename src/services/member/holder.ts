import type { Level } from '../../core/task/enforce.ts';
import { holderOn, type Worker } from '../../core/task/holder.ts';
import { deputyOf, isWorking, type When } from './presence.ts';
import type { Member } from './roster.ts';

/** Who does an owner's work on the day of an instant, or in the time of a task; work that nobody owns is the lead's. */
export function holderOf(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  when: When,
): Member {
  return chosen(people, ownerId, 'owner', when);
}

/** Who does what a step gives to an owner's lead or manager, or to the owner. */
export function holderAt(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  level: Level,
  when: When,
): Member {
  return chosen(people, ownerId, level, when);
}

/** Who takes over at the next level from the person who missed; at the top it stays with a manager. */
export function escalateFrom(
  people: ReadonlyMap<number, Member>,
  missedBy: number,
  next: Level,
  when: When,
): Member {
  return chosen(people, missedBy, next, when);
}

/**
 * An owner who is not active any more still says who stands in: their deputy, their lead. They hold nothing
 * themselves, as long as anybody else is there.
 */
function chosen(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  level: Level,
  when: When,
): Member {
  const concerned = [...people.values()].filter((person) => person.active || person.id === ownerId);
  const holder = pick(people, concerned, ownerId, level, when);
  if (holder.active) return holder;
  const active = concerned.filter((person) => person.active);
  return active.length === 0 ? holder : pick(people, active, ownerId, level, when);
}

function pick(
  people: ReadonlyMap<number, Member>,
  among: readonly Member[],
  ownerId: number | undefined,
  level: Level,
  when: When,
): Member {
  const { id } = holderOn(
    among.map((person) => workerAt(person, when)),
    ownerId,
    level,
  );
  const holder = people.get(id);
  if (holder === undefined) throw new Error(`member ${id} is not in the roster`);
  return holder;
}

function workerAt(person: Member, when: When): Worker {
  const deputyId = deputyOf(person, when);
  return {
    id: person.id,
    roles: person.roles,
    working: isWorking(person, when),
    ...(deputyId === undefined ? {} : { deputyId }),
    ...(person.leadId === null ? {} : { leadId: person.leadId }),
    ...(person.managerId === null ? {} : { managerId: person.managerId }),
  };
}
