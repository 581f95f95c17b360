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

function chosen(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  level: Level,
  at: Date,
): Member {
  const active = [...people.values()].filter((person) => person.active);
  const workers = active.map((person) => ({ ...workerAt(person, at), person }));
  return holderOn(workers, ownerId, level).person;
}

function workerAt(person: Member, at: Date): Worker {
  const calendar = calendarOf(person);
  return {
    id: person.id,
    roles: person.roles,
    working: isOpen(calendar, dateIn(calendar.zone, at)),
    ...(person.deputyId === null ? {} : { deputyId: person.deputyId }),
    ...(person.leadId === null ? {} : { leadId: person.leadId }),
    ...(person.managerId === null ? {} : { managerId: person.managerId }),
  };
}
