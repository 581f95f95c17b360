import { holdsInForce } from '../../src/services/hold/in-force.ts';
import { holdText, liftButton } from '../views/hold/list.ts';
import { count } from '../views/words.ts';
import { heading, holds, type Section } from './section.ts';

/** Those shown: the others are behind /hold. */
const mostShown = 5;

/** What customers do not get at this moment, and the way to give it back, for those who may. */
export const holdsSection: Section = async (scope, person, people) => {
  if (!holds(person, 'lead', 'manager')) return [];
  const found = await holdsInForce(scope);
  if (found.length === 0) return [];
  const reading = { people, today: scope.today, zone: person.zone };
  const more = found.length - mostShown;
  return [
    heading(`${count(found.length, 'hold')} in force`),
    ...found.slice(0, mostShown).map((one) => ({
      kind: 'row' as const,
      text: holdText(one, reading),
      buttons: [liftButton(one)],
    })),
    ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more: /hold` }] : []),
  ];
};
