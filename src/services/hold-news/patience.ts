/** The first pause between two tries; each further one is twice as long, up to the longest. */
const firstSeconds = 5;
const longestSeconds = 3_600;

/** About seven hours: a receiver that is down for a night's work is back in the morning by a person's press. */
const tries = 16;

/** How long to wait before the next try; a receiver may ask for more, up to the longest pause. */
export function pauseSeconds(attempts: number, askedFor = 0): number {
  return Math.min(Math.max(firstSeconds * 2 ** (attempts - 1), askedFor), longestSeconds);
}

/** Whether an announcement that is not heard now waits for a person. A test is tried once. */
export function isLastTry(attempts: number, isTest: boolean): boolean {
  return isTest || attempts >= tries;
}
