import { z } from 'zod';
import { quoted } from '../reading/quoted.ts';

/* Values as people write them into a ladder, each refused with what to write instead. */

/** What a function can read; it gives undefined for what it cannot. */
export function expects<T extends object>(read: (written: unknown) => T | undefined, instead: string) {
  return z.unknown().transform((written, context): T => {
    const found = read(written);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom', message: refusal(written, instead) });
    return z.NEVER;
  });
}

/** One of some words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: ({ input }) => refusal(input, `write one of ${words.join(', ')}`) });
}

export function wholeNumber(least: number, most: number) {
  const error = ({ input }: { input?: unknown }): string =>
    refusal(input, `write a whole number from ${least} to ${most.toLocaleString('en')}`);
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** A list, or a single value that stands for a list of one. */
export function listOf<T extends z.ZodType>(of: T) {
  return z.preprocess(asList, z.array(of));
}

/** The same where at least one is wanted. */
export function anyOf<T extends z.ZodType>(of: T) {
  return z.preprocess(
    asList,
    z.array(of).min(1, { error: 'is empty: leave it out, or name what must hold' }),
  );
}

const asList = (written: unknown): readonly unknown[] => (Array.isArray(written) ? written : [written]);

/** What was written, in quotation marks. */
export function shown(written: unknown): string {
  return quoted(typeof written === 'string' ? written : (JSON.stringify(written) ?? 'nothing'));
}

function refusal(written: unknown, instead: string): string {
  return written === undefined ? `is missing: ${instead}` : `${shown(written)} is none: ${instead}`;
}
