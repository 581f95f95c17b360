import { isOpen } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Level } from '../../core/task/enforce.ts';
import { holderOn, type Worker } from '../../core/task/holder.ts';
import { calendarOf } from '../scope.ts';
import type { Member } from './roster.ts';

/** Who does an owner's work at an instant; work that nobody owns is the lead's. */
export function holderOf(people: ReadonlyMap<number, Member>, ownerId: number | undefined, at: Date): Member {
  return chosen(people, ownerId, 'owner', at);
}

/** Who takes over at the next level from the person who missed; at the top it stays with a manager. */
export function escalateFrom(
  people: ReadonlyMap<number, Member>,
  missedBy: number,
  next: Level,
  at: Date,
): Member {
  return chosen(people, missedBy, next, at);
}

/**
 * An owner who is not active any more still says who stands in: their deputy, their lead. They hold nothing
 * themselves, as long as anybody else is there.
 */
function chosen(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  level: Level,
  at: Date,
): Member {
  const concerned = [...people.values()].filter((person) => person.active || person.id === ownerId);
  const holder = pick(people, concerned, ownerId, level, at);
  if (holder.active) return holder;
  const active = concerned.filter((person) => person.active);
  return active.length === 0 ? holder : pick(people, active, ownerId, level, at);
}

function pick(
  people: ReadonlyMap<number, Member>,
  among: readonly Member[],
  ownerId: number | undefined,
  level: Level,
  at: Date,
): Member {
  const { id } = holderOn(
    among.map((person) => workerAt(person, at)),
    ownerId,
    level,
  );
  const holder = people.get(id);
  if (holder === undefined) throw new Error(`member ${id} is not in the roster`);
  return holder;
}

function workerAt(person: Member, at: Date): Worker {
  const calendar = calendarOf(person);
  return {
    id: person.id,
    roles: person.roles,
    working: person.active && isOpen(calendar, dateIn(calendar.zone, at)),
    ...(person.deputyId === null ? {} : { deputyId: person.deputyId }),
    ...(person.leadId === null ? {} : { leadId: person.leadId }),
    ...(person.managerId === null ? {} : { managerId: person.managerId }),
  };
}
