import { type Invoice, partOf } from '../described.ts';

/** What of an invoice is neither paid nor credited nor given up; what was taken back did not happen. */
export function openOf({ amount, payments }: Invoice): bigint {
  return payments
    .filter(({ takenBack }) => !takenBack)
    .reduce((open, { thousandths }) => open - partOf(amount, thousandths), amount);
}
