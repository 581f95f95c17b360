import { DomainError } from '../../core/error.ts';
import type { FormValues } from '../types.ts';

/** As much as one field of any platform takes, and far more than a command needs. */
const LONGEST = 3_000;

/** What was typed, without NUL (which Postgres does not store) and spaces around it; refused when oversized. */
export function sanitizedText(text: string): string {
  const clean = text.replaceAll('\0', '').trim();
  if (clean.length <= LONGEST) return clean;
  throw new DomainError('invalid', tooLong(clean));
}

export type Sanitized =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** A form's values, cleaned alike; or what is wrong with which field. */
export function sanitizedValues(values: FormValues): Sanitized {
  const clean = Object.entries(values).map(([name, value]) => [name, stripped(value)] as const);
  const errors = clean.flatMap(([name, value]) => {
    const long = [value].flat().find((text) => text.length > LONGEST);
    return long === undefined ? [] : [[name, tooLong(long)] as const];
  });
  if (errors.length > 0) return { ok: false, errors: Object.fromEntries(errors) };
  return { ok: true, values: Object.fromEntries(clean) };
}

function stripped(value: string | readonly string[]): string | readonly string[] {
  return typeof value === 'string'
    ? value.replaceAll('\0', '')
    : value.map((each) => each.replaceAll('\0', ''));
}

function tooLong(text: string): string {
  return `This text has ${text.length} characters; at most ${LONGEST} are taken. Shorten it.`;
}
