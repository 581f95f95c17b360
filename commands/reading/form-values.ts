import type { FormValues, Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';

/** Reads fields one by one and keeps what is wrong with each, so that a form shows all of it at once. */
export function collectErrors() {
  const errors: Record<string, string> = {};
  return {
    read: <T>(field: string, work: () => T): T | undefined => {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        errors[field] = error.message;
        return undefined;
      }
    },
    any: (): boolean => Object.keys(errors).length > 0,
    all: (): Readonly<Record<string, string>> => errors,
  };
}

/**
 * Says beside a field what the use case refused, so that the form stays open with what was typed.
 * @param refused Which refusals belong to the field; others are thrown on.
 */
export async function besideField(
  field: string,
  work: () => Promise<Reply>,
  refused: DomainError['code'] | 'anything' = 'invalid',
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && (refused === 'anything' || error.code === refused))
      return { kind: 'fieldErrors', errors: { [field]: error.message } };
    throw error;
  }
}

/** What was chosen of several; none when the field was left empty. */
export const chosen = (value: FormValues[string] | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** What was written into a field, without the spaces around it; empty when nothing was. */
export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
}
