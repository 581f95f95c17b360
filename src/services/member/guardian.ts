import { escalateFrom } from './holder.ts';
import { isWorking } from './presence.ts';
import { type Member, withRole } from './roster.ts';

/** Who sees to what courts are asked: somebody of legal, at work if possible; without legal a manager. */
export function guardianOfClaims(people: ReadonlyMap<number, Member>, now: Date): Member {
  const legal = withRole(people, 'legal');
  return (
    legal.find((person) => isWorking(person, now)) ?? legal[0] ?? escalateFrom(people, -1, 'manager', now)
  );
}
