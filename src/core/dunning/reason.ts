import type { Blocked } from './obstacle.ts';
import type { RestReason } from './decision.ts';
import type { Look } from './look.ts';
import { heldBy } from './pressure.ts';
import { callLostSubject } from './open-call.ts';
import type { Standing } from './standing.ts';

/** Why a case rests, in the words of its card: what stands in the way of its strongest step comes first. */
export function reasonToRest(
  look: Look,
  standings: readonly Standing[],
  obstacles: readonly Blocked[],
  moreToCome: boolean,
): RestReason {
  const pitching = standings.filter(({ pitches }) => pitches);
  if (pitching.length === 0) return heldBy(look.facts, look.today) ?? 'below the floor';
  const strongest = obstacles.toSorted((a, b) => b.rung.position - a.rung.position)[0];
  if (strongest !== undefined) return strongest.because;
  if (look.facts.openCall !== undefined && !callLostSubject(look, standings)) return 'call is open';
  if (pitching.every(({ overdue }) => !overdue)) return heldOverdue(look) ?? 'not due yet';
  if (moreToCome) return 'between steps';
  return endOf(look, pitching);
}

/** What keeps all that is overdue from being pressed, if anything is overdue. */
function heldOverdue({ facts, today }: Look): RestReason | undefined {
  const overdue = facts.invoices.filter(
    ({ effectiveDueOn, open, excluded }) => effectiveDueOn < today && open > 0n && !excluded,
  );
  return overdue.length === 0 ? undefined : heldBy({ ...facts, invoices: overdue }, today);
}

function endOf({ facts }: Look, pitching: readonly Standing[]): RestReason {
  if (pitching.every(({ height, way }) => height >= (way.all.at(-1)?.position ?? -1))) return 'ladder ended';
  return facts.shadow ? 'shadow mode' : 'waiting for the step before';
}
