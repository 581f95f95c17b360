import { minorDigits, type Money } from '../money.ts';

/** From this much on, in whole units of whatever currency, a plan is a manager's matter. */
const managerFrom = 50_000n;

/** A plan of so many instalments binds the team as long as a large one. */
const managerFromInstalments = 13;

/** Who must allow a plan: a lead, or for a large or long one a manager. */
export function planApprover(total: Money, instalments: number): 'lead' | 'manager' {
  const limit = managerFrom * 10n ** BigInt(minorDigits(total.currency));
  return total.amount >= limit || instalments >= managerFromInstalments ? 'manager' : 'lead';
}
