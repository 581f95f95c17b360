import { DomainError } from '../../src/core/error.ts';

/** The message with which an attempt is refused; any other outcome fails the test. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  const outcome: unknown = await attempt.catch((error: unknown) => error);
  if (outcome instanceof DomainError) return outcome.message;
  throw outcome instanceof Error ? outcome : new Error('It was not refused.');
}
