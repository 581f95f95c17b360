import { randomUUID } from 'node:crypto';
import { DomainError } from '../../core/error.ts';
import type { ChatLog } from '../log.ts';

/** What to tell a person: an expected failure in its own words; of a fault only the id under which it is logged. */
export function explain(log: ChatLog, error: unknown, what: string): string {
  if (error instanceof DomainError) return error.message;
  const errorId = randomUUID().slice(0, 8);
  log.error({ err: error, errorId, what }, 'A chat request failed');
  return `Something went wrong on our side (error id ${errorId}); nothing was changed.`;
}
