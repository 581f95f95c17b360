import { inTenths } from './tenths.ts';

/** Promises whose day came and that were judged: kept, kept in part, or broken. In minor units of one currency. */
export interface Judged {
  readonly promises: number;
  readonly kept: number;
  readonly promised: bigint;
  /** What came of it, no promise counted for more than it said. */
  readonly paid: bigint;
}

/** In per cent, to one decimal; undefined where nothing was promised. Cancelled and unconfirmed promises say nothing. */
export interface KeptRate {
  readonly byCount: number;
  readonly byAmount: number;
}

/** How much of what was promised came. By count a promise is kept or not; by amount a part of one counts, too. */
export function keptRate({ promises, kept, promised, paid }: Judged): KeptRate | undefined {
  const byCount = inTenths(100n * BigInt(kept), BigInt(promises));
  const byAmount = inTenths(100n * paid, promised);
  return byCount === undefined || byAmount === undefined ? undefined : { byCount, byAmount };
}
