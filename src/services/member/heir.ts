import type { Level } from '../../core/task/enforce.ts';
import { escalateFrom, holderOf } from './holder.ts';
import type { Member } from './roster.ts';

/** Who does the work of somebody who is gone: their deputy, else their lead; what rose higher goes to that level. */
export function heirOf(people: ReadonlyMap<number, Member>, gone: Member, level: Level, at: Date): Member {
  const active = (id: number | null): Member | undefined => {
    const person = id === null ? undefined : people.get(id);
    return person?.active === true ? person : undefined;
  };
  const deputy = active(gone.deputyId);
  if (deputy !== undefined) return holderOf(people, deputy.id, at);
  return level === 'owner'
    ? holderOf(people, active(gone.leadId)?.id, at)
    : escalateFrom(people, gone.id, level, at);
}
