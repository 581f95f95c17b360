import { quote, type Reading } from '../../../import/reading.ts';
import { hasRole, type Member } from '../../member/roster.ts';

/**
 * The person whom a file names as an owner: by name, by the id of the chat platform, by a mail address that is made of
 * the name, or by a first name that only one has.
 */
export function findOwner(people: ReadonlyMap<number, Member>, named: string): Reading<Member> {
  const team = [...people.values()].filter((person) => person.active);
  const wanted = plain(named.split('@')[0] ?? named);
  const byFirstName = team.filter(({ name }) => plain(name).split(' ')[0] === wanted);
  const found =
    team.find(({ userId }) => userId === named || `<@${userId}>` === named) ??
    team.find(({ name }) => plain(name) === wanted) ??
    (byFirstName.length === 1 ? byFirstName[0] : undefined);
  const callers = team.filter((person) => hasRole(person, ['rep', 'lead', 'manager']));
  const choose = `choose one of ${callers.map(({ name }) => name).join(', ')}`;
  if (found === undefined) return { reason: `owner ${quote(named)} is nobody of the team: ${choose}` };
  return callers.includes(found)
    ? { value: found }
    : { reason: `owner ${quote(named)} makes no calls: ${choose}` };
}

/** `Rita.Reyes` and `Rita Reyes` are the same. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
