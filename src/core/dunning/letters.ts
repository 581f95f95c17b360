import type { Announcement, Letter, Receipt } from './decision.ts';
import type { Look } from './look.ts';
import { afterNotice } from './notice.ts';
import { type Blocked, blocked, gapObstacle, heldObstacle, hoursObstacle } from './obstacle.ts';
import { highest, type LetterRung, type Rung } from './rungs.ts';
import { idsOf, type Standing } from './standing.ts';

/**
 * The one letter that a case owes its customer now. `withCall` is the position of a call that can be made today: the
 * letter belongs to the same contact and is as strong as that.
 */
export function letterOwed(
  look: Look,
  standings: readonly Standing[],
  withCall: number | undefined,
): Letter | Announcement | Blocked | undefined {
  const rung = highest(standings.filter(({ pitches }) => pitches).map(({ owed }) => owed));
  if (rung === undefined) return undefined;
  if (look.stale) return blocked(rung, 'ledger is stale');
  const strength = Math.max(rung.position, withCall ?? -1);
  return (
    heldObstacle(look, rung) ??
    (isSentAgain(standings, rung) ? undefined : gapObstacle(look, rung, strength)) ??
    hoursObstacle(look, rung) ??
    afterNotice(look, rung, writeLetter(look, standings, rung))
  );
}

/**
 * Names all that is overdue, and whatever else earned it; each that lacks such a letter has it by this one. What is only
 * to be reminded of before its day is in no letter that goes after another one's.
 */
export function writeLetter(look: Look, standings: readonly Standing[], rung: LetterRung): Letter {
  const named = standings.filter((one) => one.overdue || (one.pitches && owes(one, rung) && fits(one, rung)));
  return {
    kind: 'letter',
    step: rung.step.key,
    letter: rung.step.letter,
    audience: rung.step.audience,
    on: look.today,
    invoices: idsOf(named),
    receives: named.filter((one) => owes(one, rung)).flatMap(ownLetter),
    how: howToSend(look),
  };
}

/** What never reached them was no contact, so sending it again is not one too soon. */
function isSentAgain(standings: readonly Standing[], rung: LetterRung): boolean {
  return standings.some(
    ({ pitches, owed, received }) =>
      pitches && owed?.step === rung.step && received[rung.position]?.how === 'failed',
  );
}

function owes({ owed }: Standing, rung: Rung): boolean {
  return owed !== undefined && owed.position <= rung.position;
}

function fits({ owed }: Standing, rung: Rung): boolean {
  return rung.beforeDue || owed?.beforeDue !== true;
}

function ownLetter({ invoice, owed }: Standing): readonly Receipt[] {
  return owed === undefined ? [] : [{ invoice: invoice.id, step: owed.step.key }];
}

function howToSend({ facts }: Look): Letter['how'] {
  if (!facts.hasMailAddress) return 'impossible';
  return facts.shadow ? 'withhold' : 'send';
}
