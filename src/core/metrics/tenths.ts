/**
 * A quotient to one decimal, exact to the half (which goes up): figures for people, computed in whole numbers. Undefined
 * where there is nothing to divide by.
 */
export function inTenths(numerator: bigint, denominator: bigint): number | undefined {
  if (denominator <= 0n) return undefined;
  const doubled = 20n * numerator + denominator;
  const floor = doubled / (2n * denominator);
  const isExact = floor * 2n * denominator === doubled;
  return Number(doubled < 0n && !isExact ? floor - 1n : floor) / 10;
}
