/** Codes of expected failures; the chat layer may choose its tone by them. */
export type DomainErrorCode = 'invalid' | 'not_found' | 'forbidden' | 'conflict' | 'unavailable';

/**
 * An expected failure. The message is shown to a person as it stands, so it names the value, the reason and the
 * way out. Anything else that is thrown is a fault: it is logged with an id, and only the id is shown.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode;
  constructor(code: DomainErrorCode, message: string) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
  }
}
