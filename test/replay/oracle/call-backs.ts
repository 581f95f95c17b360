import type { Call } from './calls.ts';
import type { Called, Log } from './events.ts';
import { gapDays, ladder, positionOf } from './ladder.ts';
import { dayNamed } from './named-days.ts';
import type { World } from './world.ts';

/** Calls of the ladder to customers who were called back: on that day, or within the gap and no stronger. */
export function calledAgain(world: World, log: Log, calls: readonly Call[]): readonly string[] {
  return callBacksMade(world, log).flatMap(({ customer, at: made }) => {
    const days = world.daysOf(customer);
    const { day } = days.wall(made);
    const strength = strengthBefore(log, calls, customer, made);
    return calls
      .filter((call) => call.customer === customer && call.at > made)
      .filter(({ at, position }) => days.wall(at).day < days.shift(day, position > strength ? 1 : gapDays))
      .map(
        ({ at, position }) => `${at.toISOString()} ${customer} ${ladder[position]?.label} after a call back`,
      );
  });
}

/** Conversations that somebody had agreed to call back for, on the day or before it. */
function callBacksMade(world: World, { called }: Log): readonly Called[] {
  const agreed = new Map<string, string>();
  return called
    .filter(({ spoke }) => spoke)
    .filter(({ customer, at, callBackOn }) => {
      const until = agreed.get(customer);
      agreed.delete(customer);
      if (callBackOn !== undefined) agreed.set(customer, dayNamed(callBackOn, at));
      return until !== undefined && world.daysOf(customer).wall(at).day <= until;
    });
}

/** How strong the contact was that a call back followed up. */
function strengthBefore(log: Log, calls: readonly Call[], customer: string, made: Date): number {
  const letters = log.letters.map(({ what, ...letter }) => ({ ...letter, position: positionOf(what) }));
  const before = [...calls, ...letters]
    .filter((one) => one.customer === customer && one.at <= made)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return before.at(-1)?.position ?? -1;
}
