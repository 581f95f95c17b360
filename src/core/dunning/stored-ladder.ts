import type { Ladder } from './ladder.ts';
import { ladderSchema } from './ladder-schema.ts';

/**
 * A ladder as it was written down for running cases, which keep it in the shape of its day: the first ones counted
 * business days only, and had one kind of letter. Nothing is checked that was not checked then.
 */
export function storedLadder(definition: Readonly<Record<string, unknown>>): Ladder {
  const { steps } = definition;
  return ladderSchema.parse({ ...definition, steps: Array.isArray(steps) ? steps.map(upgraded) : steps });
}

function upgraded(step: Readonly<Record<string, unknown>>): unknown {
  const { offsetBusinessDays, ...rest } = step;
  if (typeof offsetBusinessDays !== 'number') return step;
  const letter = step['kind'] === 'letter' ? { letter: letterOf(offsetBusinessDays) } : {};
  return { ...rest, offset: { businessDays: offsetBusinessDays }, ...letter };
}

const letterOf = (offset: number): string => (offset < 0 ? 'reminder' : 'payment demand');
