import { addDays } from '../calendar/business-date.ts';
import type { Letter, RestReason } from './decision.ts';
import type { CaseFacts } from './facts.ts';
import { gapEnd } from './gap.ts';
import type { Ladder } from './ladder.ts';
import { writeLetter } from './letters.ts';
import { type Look, lookAt } from './look.ts';
import { instantOf, type Moment, startOf } from './moment.ts';
import { heldObstacle, hoursObstacle } from './obstacle.ts';
import { heldBy } from './pressure.ts';
import { isDemand, type LetterRung } from './rungs.ts';
import { idsOf, type Standing, standingsOf } from './standing.ts';

/** The letters that a person may send beside the ladder. A claim has an approval, and is none of them. */
export type HandLetter = 'reminder' | 'payment demand';

/** Why a letter may not go by hand now, and when it may if nothing changes. */
export interface NotByHand {
  readonly kind: 'blocked';
  readonly because: RestReason | 'no mail address' | 'nothing falls due soon' | 'demanded already';
  readonly at?: Date;
}

/** The step under which reminders by hand are kept: it is on no ladder, and earns nothing. */
const reminderByHand = 'reminder';

/** Calendar days ahead that a reminder may speak of. */
const reminderDays = 14;

/**
 * A letter that a person wants to send now: by hand it waits for no day of the ladder, but for all that protects the
 * customer (hours, minimum gap, floor, rests) and for fresh data, an address and a workspace out of shadow mode.
 */
export function letterByHand(
  ladder: Ladder,
  facts: CaseFacts,
  now: Date,
  wanted: HandLetter,
): Letter | NotByHand {
  const look = lookAt(ladder, facts, now);
  const rung = look.rungs.all.find(isDemand);
  if (rung === undefined) return { kind: 'blocked', because: 'ladder ended' };
  const standings = standingsOf(look).filter(({ pitches }) => pitches);
  const obstacle =
    standsInTheWay(look) ??
    (wanted === 'reminder' ? reminderObstacle(look, standings) : demandObstacle(look, standings, rung)) ??
    waits(look, heldObstacle(look, rung)) ??
    waits(look, hoursObstacle(look, rung));
  if (obstacle !== undefined) return obstacle;
  return wanted === 'reminder' ? reminder(look, standings) : demand(look, standings, rung);
}

function standsInTheWay(look: Look): NotByHand | undefined {
  const { stopped, letterUnderway, pausedUntil, shadow, hasMailAddress } = look.facts;
  if (stopped) return { kind: 'blocked', because: 'stopped' };
  if (letterUnderway) return { kind: 'blocked', because: 'letter is under way' };
  if (pausedUntil !== undefined && pausedUntil > look.today)
    return { kind: 'blocked', because: 'paused', at: instantOf(look, startOf(pausedUntil)) };
  if (shadow) return { kind: 'blocked', because: 'shadow mode' };
  if (look.stale) return { kind: 'blocked', because: 'ledger is stale' };
  return hasMailAddress ? undefined : { kind: 'blocked', because: 'no mail address' };
}

/** Nobody is gently reminded who was demanded of, nor of what is overdue: that is what the demand is for. */
function reminderObstacle(look: Look, standings: readonly Standing[]): NotByHand | undefined {
  if (look.facts.customerPosition >= look.rungs.demandPosition)
    return { kind: 'blocked', because: 'demanded already' };
  if (comingSoon(look, standings).length === 0) return { kind: 'blocked', because: 'nothing falls due soon' };
  return gapAt(look, gapEnd(look, -1));
}

function demandObstacle(look: Look, standings: readonly Standing[], rung: LetterRung): NotByHand | undefined {
  if (!standings.some(({ overdue }) => overdue))
    return { kind: 'blocked', because: heldBy(look.facts, look.today) ?? 'not due yet' };
  // No sequence: a second demand on the day of the first would be no one contact with it.
  return gapAt(look, gapEnd(look, rung.position));
}

function gapAt(look: Look, free: ReturnType<typeof gapEnd>): NotByHand | undefined {
  return free && { kind: 'blocked', because: 'minimum gap', at: instantOf(look, startOf(free)) };
}

function waits(
  look: Look,
  obstacle: { readonly because: RestReason; readonly at?: Moment } | undefined,
): NotByHand | undefined {
  if (obstacle === undefined) return undefined;
  const { because, at } = obstacle;
  return { kind: 'blocked', because, ...(at && { at: instantOf(look, at) }) };
}

function comingSoon(look: Look, standings: readonly Standing[]): readonly Standing[] {
  const last = addDays(look.today, reminderDays);
  return standings.filter(({ overdue, invoice }) => !overdue && invoice.effectiveDueOn <= last);
}

function reminder(look: Look, standings: readonly Standing[]): Letter {
  return {
    kind: 'letter',
    step: reminderByHand,
    letter: 'reminder',
    audience: { to: ['accounts payable'], copy: [] },
    on: look.today,
    invoices: idsOf(comingSoon(look, standings)),
    receives: [],
    how: 'send',
  };
}

/** Each overdue invoice that lacks the demand has it by this letter; the others are demanded once more. */
function demand(look: Look, standings: readonly Standing[], rung: LetterRung): Letter {
  const overdue = standings.filter((one) => one.overdue);
  const lacking = overdue.map((one) => ({ ...one, owed: one.height < rung.position ? rung : one.owed }));
  return writeLetter(look, lacking, rung);
}
