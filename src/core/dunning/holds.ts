import { approvalObstacle } from './claims.ts';
import type { Hold } from './decision.ts';
import type { HoldStep } from './ladder.ts';
import type { Look } from './look.ts';
import { type Blocked, gapObstacle, hoursObstacle } from './obstacle.ts';
import { highest, type HoldRung, isHold, type Rung } from './rungs.ts';
import { idsOf, type Standing } from './standing.ts';

/** The hold that a case has earned: asked for in its hours, unless something stands in its way. */
export function holdDue(look: Look, standings: readonly Standing[]): Hold | Blocked | undefined {
  const rung = highest(standings.filter(({ pitches }) => pitches).map(pendingHold));
  if (rung === undefined) return undefined;
  const held = standings.filter(({ pending }) => pending?.step === rung.step);
  return (
    approvalObstacle(look, rung) ??
    gapObstacle(look, rung) ??
    hoursObstacle(look, rung) ??
    askForHold(look, held, rung.step)
  );
}

/** What a person raised to a hold: the two warnings are not waived. */
export function raisedHold(
  look: Look,
  overdue: readonly Standing[],
  rung: HoldRung,
): Hold | Blocked | undefined {
  const held = overdue.filter((one) => one.height < rung.position && isWarned(look, one, rung.step));
  if (held.length === 0) return undefined;
  return approvalObstacle(look, rung) ?? askForHold(look, held, rung.step);
}

function askForHold(look: Look, held: readonly Standing[], step: HoldStep): Hold {
  return {
    kind: 'hold',
    step: step.key,
    hold: step.hold,
    invoices: idsOf(held),
    receives: held.map(({ invoice }) => ({ invoice: invoice.id, step: step.key })),
    warnings: warningsOf(look, step).flatMap((warning) => lastDelivery(held, warning)),
  };
}

function isWarned(look: Look, one: Standing, step: HoldStep): boolean {
  const warnings = warningsOf(look, step);
  return warnings.length > 0 && warnings.every(({ position }) => one.received[position]?.how === 'delivered');
}

/** The letters of the ladder that say this hold is coming. */
function warningsOf({ rungs }: Look, { key }: HoldStep): readonly Rung[] {
  return rungs.all.filter(({ step }) => step.kind === 'letter' && step.warnsOf?.includes(key));
}

/** When the last of these invoices was warned. */
function lastDelivery(held: readonly Standing[], { step, position }: Rung): Hold['warnings'] {
  const [last] = held
    .flatMap(({ received }) => received[position] ?? [])
    .filter(({ how }) => how === 'delivered')
    .map(({ on }) => on)
    .toSorted((a, b) => (a < b ? 1 : -1));
  return last === undefined ? [] : [{ step: step.key, on: last }];
}

function pendingHold({ pending }: Standing): HoldRung | undefined {
  return pending && isHold(pending) ? pending : undefined;
}
