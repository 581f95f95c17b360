import { isOpen } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Level } from '../../core/task/enforce.ts';
import { calendarOf } from '../scope.ts';
import { DomainError } from '../../core/error.ts';
import { type Member, withRole } from './roster.ts';

/**
 * Who does an owner's work at an instant: the owner; on a day closed for them their deputy, else their lead. Work
 * that nobody owns is the lead's. Never nobody.
 */
export function holderOf(people: ReadonlyMap<number, Member>, ownerId: number | undefined, at: Date): Member {
  const owner = ownerId === undefined ? undefined : people.get(ownerId);
  if (owner !== undefined && works(owner, at)) return owner;
  const deputy = owner?.deputyId == null ? undefined : people.get(owner.deputyId);
  if (deputy !== undefined && works(deputy, at)) return deputy;
  return above(people, owner, 'lead', at);
}

/** Who takes over at the next level from the person who missed; at the top it stays with a manager. */
export function escalateFrom(people: ReadonlyMap<number, Member>, missedBy: number, next: Level, at: Date): Member {
  const person = people.get(missedBy);
  return above(people, person, next === 'manager' ? 'manager' : 'lead', at);
}

const chain = ['lead', 'manager', 'admin'] as const;

/** The person's own lead or manager first, then anybody with that role, then the next role up. */
function above(
  people: ReadonlyMap<number, Member>,
  person: Member | undefined,
  from: (typeof chain)[number],
  at: Date,
): Member {
  for (const role of chain.slice(chain.indexOf(from))) {
    const own = role === 'lead' ? person?.leadId : role === 'manager' ? person?.managerId : undefined;
    const named = own == null ? undefined : people.get(own);
    const others = withRole(people, role).filter((other) => other.id !== person?.id);
    const free = [named, ...others].find((other) => other !== undefined && works(other, at));
    if (free !== undefined) return free;
    const anybody = named?.active ? named : others[0];
    if (anybody !== undefined) return anybody;
  }
  const last = person?.active ? person : [...people.values()].find((other) => other.active);
  if (last === undefined) throw new DomainError('conflict', 'Nobody in this workspace is active: give somebody a role with /team.');
  return last;
}

function works(person: Member, at: Date): boolean {
  const calendar = calendarOf(person);
  return person.active && isOpen(calendar, dateIn(calendar.zone, at));
}
