import type { Claimed } from './claim.ts';

interface Patience {
  /** The first pause; each further one is twice as long. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** After this many tries a person must look. */
  readonly tries: number;
}

/** An hour of tries: people wait for it. */
const chat: Patience = { firstSeconds: 5, longestSeconds: 900, tries: 12 };

/** Most of a day: mail servers are down for a night, and a letter that comes in the morning is not late. */
const mail: Patience = { firstSeconds: 60, longestSeconds: 3_600, tries: 24 };

const patienceWith = (message: Pick<Claimed, 'class'>): Patience => (message.class === 'mail' ? mail : chat);

/** How long to wait before a message that failed is tried again. */
export function pauseSeconds(message: Pick<Claimed, 'class' | 'attempts'>): number {
  const { firstSeconds, longestSeconds } = patienceWith(message);
  return Math.min(firstSeconds * 2 ** (message.attempts - 1), longestSeconds);
}

/** Whether a message that fails now is not tried again. */
export function isLastTry(message: Pick<Claimed, 'class' | 'attempts'>): boolean {
  return message.attempts >= patienceWith(message).tries;
}
