import type { z } from 'zod';
import { DomainError } from '../error.ts';
import { checkLadder } from './check/ladder.ts';
import { type Fault, placeWords } from './fault.ts';
import type { Ladder } from './ladder.ts';
import { ladderSchema } from './ladder-schema.ts';

/** A ladder, or everything that is wrong with what was written. */
export type LadderReading = { readonly ladder: Ladder } | { readonly faults: readonly Fault[] };

/**
 * Reads a ladder from outside: its shape first, then whether it makes sense.
 * @throws DomainError `invalid`, naming every fault with its place.
 */
export function readLadder(written: unknown): Ladder {
  const reading = ladderReading(written);
  if ('ladder' in reading) return reading.ladder;
  throw refusedLadder(reading.faults.map(({ path, message }) => `${placeWords(path)}: ${message}`));
}

/** The same for who wants to say by himself where the faults are. */
export function ladderReading(written: unknown): LadderReading {
  const parsed = ladderSchema.safeParse(written);
  if (!parsed.success) return { faults: parsed.error.issues.flatMap(shapeFaults) };
  const faults = checkLadder(parsed.data);
  return faults.length === 0 ? { ladder: parsed.data } : { faults };
}

/** The refusal of a ladder: how many faults it has, and each on a line of its own. */
export function refusedLadder(lines: readonly string[]): DomainError {
  const many = lines.length === 1 ? 'one fault: ' : `${lines.length} faults:\n`;
  return new DomainError('invalid', `This ladder has ${many}${lines.join('\n')}`);
}

/** A field that nobody knows is pointed at by itself, so that each has its own line. */
function shapeFaults(issue: z.core.$ZodIssue): readonly Fault[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({
    path: [...path, key],
    message: 'there is no such field here: leave it out',
  }));
}
