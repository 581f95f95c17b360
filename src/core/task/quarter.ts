const quarterMs = 15 * 60_000;

/**
 * The quarter of an hour at or after a time (in milliseconds). Reminders that nobody waits for to the minute come then,
 * so that what came up minutes apart is brought up in one message.
 */
export function quarterFrom(time: number): number {
  return Math.ceil(time / quarterMs) * quarterMs;
}
