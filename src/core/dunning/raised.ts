import type { BusinessDate } from '../calendar/business-date.ts';
import { type Blocked, blocked, heldObstacle, hoursObstacle } from './obstacle.ts';
import { approvalObstacle, askForClaim } from './claims.ts';
import type { Action, Call, Join } from './decision.ts';
import { raisedHold } from './holds.ts';
import type { Look } from './look.ts';
import { afterNotice } from './notice.ts';
import { callFits, nextStart } from './moment.ts';
import { callToJoin, openOrJoin } from './open-call.ts';
import { writeLetter } from './letters.ts';
import { isHold, isLetter, isTalk, type LetterRung, type Rung, rungNamed, type TalkRung } from './rungs.ts';
import type { Standing } from './standing.ts';

/**
 * A step that a person raised the case to. It waits neither for its day nor for the minimum gap, but for what the law
 * asks: something is overdue, data are fresh, a claim has a delivered demand. A hand-over cannot be raised to,
 * because the claim gave a deadline. Undefined when there is nothing (left) to do about it.
 */
export function raisedStep(look: Look, standings: readonly Standing[]): Action | Blocked | undefined {
  const key = look.facts.raisedTo;
  const rung = key === undefined ? undefined : rungNamed(look.rungs, key);
  if (rung === undefined) return undefined;
  const overdue = standings.filter((one) => one.overdue);
  if (isTalk(rung)) return raisedCall(look, overdue, rung);
  if (isLetter(rung)) return raisedLetter(look, overdue, rung);
  if (isHold(rung)) return raisedHold(look, overdue, rung);
  return rung.step.kind === 'claim' ? raisedClaim(look, overdue, rung) : undefined;
}

function raisedCall(look: Look, overdue: readonly Standing[], rung: TalkRung): Call | Join | undefined {
  const lacking = overdue.filter(({ height }) => height < rung.position);
  if (lacking.length === 0) return undefined;
  const receives = lacking.map(({ invoice }) => ({ invoice: invoice.id, step: rung.step.key }));
  return openOrJoin(look, {
    pitch: rung,
    on: nextCallDay(look, rung),
    about: overdue,
    receives,
    reason: 'raised',
    joins: callToJoin(look, overdue, rung),
  });
}

function raisedLetter(
  look: Look,
  overdue: readonly Standing[],
  rung: LetterRung,
): Action | Blocked | undefined {
  if (!overdue.some(({ height }) => height < rung.position)) return undefined;
  const raised = overdue.map((one) => (one.height < rung.position ? { ...one, owed: rung } : one));
  if (look.stale) return blocked(rung, 'ledger is stale');
  return (
    heldObstacle(look, rung) ??
    hoursObstacle(look, rung) ??
    afterNotice(look, rung, writeLetter(look, raised, rung))
  );
}

function raisedClaim(look: Look, overdue: readonly Standing[], rung: Rung): Action | Blocked | undefined {
  const claim = askForClaim(look, overdue, rung, ({ height }) => height < rung.position);
  if (claim.invoices.length === 0) return undefined;
  return approvalObstacle(look, rung) ?? claim;
}

/** The task is opened at once, so that who raised the case sees it; the customer is called in the step's hours. */
function nextCallDay(look: Look, { step }: Rung): BusinessDate {
  return callFits(look, step.window) ? look.today : nextStart(look, step.window).on;
}
