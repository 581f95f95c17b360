import { DomainError } from '../core/error.ts';

/** Refuses what a platform would not take; the message names the value, the reason and the way out. */
export function refuse(message: string): never {
  throw new DomainError('invalid', message);
}
