import type { BusinessDate } from '../calendar/business-date.ts';
import type { Look } from './look.ts';
import { isDemand } from './rungs.ts';
import type { Standing } from './standing.ts';

/** The day on which a letter that names the invoice was first known to have arrived; without one nobody is sued. */
export function demandedOn({ rungs }: Look, { received }: Standing): BusinessDate | undefined {
  return rungs.all.reduce<BusinessDate | undefined>((first, rung) => {
    const letter = received[rung.position];
    if (!isDemand(rung) || letter?.how !== 'delivered') return first;
    return first === undefined || letter.on < first ? letter.on : first;
  }, undefined);
}

export function isDemanded(look: Look, one: Standing): boolean {
  return demandedOn(look, one) !== undefined;
}

/** Whether a claim for the invoice is out. */
export function isClaimed({ rungs }: Look, { received }: Standing): boolean {
  return rungs.all.some(({ step, position }) => {
    const how = step.kind === 'claim' ? received[position]?.how : undefined;
    return how === 'delivered' || how === 'under way';
  });
}
