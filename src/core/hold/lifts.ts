/** What of a promise may be missing without its being too small, in hundredths of a per cent: as with keeping it. */
const toleranceBasisPoints = 50n;

/** What is still to be paid of a case that is held, minor units. */
export interface Held {
  readonly owed: bigint;
  /** What was owed when the hold was asked for. */
  readonly askedFor: bigint;
  /** Less than this is not pressed, so nobody stays locked out for it, unless the hold was for no more from the start. */
  readonly floor: bigint;
}

/** Whether so little is left that the hold comes off. */
export function isTrifle({ owed, askedFor, floor }: Held): boolean {
  return owed <= 0n || (owed < floor && askedFor >= floor);
}

/** Whether a hold comes off against a promise of this much, minor units still to come. */
export function promiseLifts(held: Held, promised: bigint): boolean {
  return isTrifle({ ...held, owed: held.owed - promised - tolerated(held.owed) });
}

/** Whether a promise that was kept lifts it for good: it may have been a little small, and paid a little short. */
export function keptLifts(held: Held, promised: bigint): boolean {
  return isTrifle({ ...held, owed: held.owed - 2n * tolerated(promised + held.owed) });
}

const tolerated = (amount: bigint): bigint => (amount * toleranceBasisPoints) / 10_000n;
