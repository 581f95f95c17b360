import type { Window } from '../calendar/hours.ts';

/** A time in which nobody looked whether anything was due. */
export type Outage = Window;

/** The engine looks every few minutes; a silence as long as this is no slow machine and no restart. */
const longestSilenceMinutes = 60;

/** The outage that ends now; nothing when the engine looked a short time ago, or never. */
export function outageSince(lastLook: Date | undefined, now: Date): Outage | undefined {
  if (lastLook === undefined) return undefined;
  const silent = now.getTime() - lastLook.getTime();
  return silent > longestSilenceMinutes * 60_000 ? { from: lastLook, to: now } : undefined;
}

/** Whether a moment passed unseen. */
export function fellInto(outage: Outage | undefined, moment: Date): boolean {
  return outage !== undefined && outage.from < moment && moment <= outage.to;
}
