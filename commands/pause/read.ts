import { addDays, type BusinessDate } from '../../src/core/calendar/business-date.ts';
import { DomainError } from '../../src/core/error.ts';
import { readDate, type ReadDateOptions } from '../../src/core/reading/date.ts';
import { quoted } from '../../src/core/reading/quoted.ts';

/** What somebody typed of a pause. */
export interface TypedPause {
  readonly invoices: readonly string[];
  readonly untilDay: BusinessDate;
  readonly reason: string;
}

/**
 * Reads `R-101 until fri waits for the delivery note`: numbers of open invoices if not all of the case rests, until
 * when, why.
 * @param open numbers of the case's open invoices
 * @throws DomainError `invalid` when no day is found where one belongs
 */
export function readPause(text: string, open: readonly string[], options: ReadDateOptions): TypedPause {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const known = new Map(open.map((number) => [number.toLowerCase(), number]));
  const invoices: string[] = [];
  let rest = words;
  for (let number = numberAt(rest, known); number !== undefined; number = numberAt(rest, known)) {
    invoices.push(number);
    rest = rest.slice(1);
  }
  return { invoices, ...readEnd(rest[0]?.toLowerCase() === 'until' ? rest.slice(1) : rest, options) };
}

function numberAt([word]: readonly string[], known: ReadonlyMap<string, string>): string | undefined {
  return known.get((word ?? '').replace(/[,;:]$/, '').toLowerCase());
}

/** A day has at most four words ("Fri 27 November 2026"); the longest that makes sense is meant. */
const mostWords = 4;

function readEnd(words: readonly string[], options: ReadDateOptions): Omit<TypedPause, 'invoices'> {
  for (let taken = Math.min(words.length, mostWords); taken > 0; taken -= 1) {
    const untilDay = attempt(() => readUntil(words.slice(0, taken).join(' '), options));
    if (untilDay !== undefined) return { untilDay, reason: words.slice(taken).join(' ') };
  }
  throw new DomainError(
    'invalid',
    `${quoted(words[0] ?? '')} is no day: write until when and why, such as: fri waits for the delivery note. 48h is the day after tomorrow.`,
  );
}

/**
 * A day, or hours as whole days: `48h` is the day after tomorrow.
 * @throws DomainError `invalid`
 */
export function readUntil(text: string, options: ReadDateOptions): BusinessDate {
  const hours = /^(\d{1,3})\s*(?:h|hours?|std)$/i.exec(text.trim())?.[1];
  return hours === undefined
    ? readDate(text, options)
    : addDays(options.today, Math.max(1, Math.floor(Number(hours) / 24)));
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}
