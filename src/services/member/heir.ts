import type { Level } from '../../core/task/enforce.ts';
import { escalateFrom, holderOf } from './holder.ts';
import { deputyOf, type When } from './presence.ts';
import type { Member } from './roster.ts';

/** Who does the work of somebody who is gone: their deputy, else their lead; what rose higher goes to that level. */
export function heirOf(people: ReadonlyMap<number, Member>, gone: Member, level: Level, when: When): Member {
  const active = (id: number | null): Member | undefined => {
    const person = id === null ? undefined : people.get(id);
    return person?.active === true ? person : undefined;
  };
  const deputy = active(deputyOf(gone, when) ?? null);
  if (deputy !== undefined) return holderOf(people, deputy.id, when);
  return level === 'owner'
    ? holderOf(people, active(gone.leadId)?.id, when)
    : escalateFrom(people, gone.id, level, when);
}
