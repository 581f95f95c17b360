import type { Claim, Handover, Receipt } from './decision.ts';
import { type Blocked, blocked, gapObstacle, heldObstacle, hoursObstacle } from './obstacle.ts';
import type { Look } from './look.ts';
import { startOf } from './moment.ts';
import { highest, type Rung } from './rungs.ts';
import { idsOf, type Standing } from './standing.ts';
import { demandedOn, isClaimed, isDemanded } from './written.ts';

/** The claim that a case has earned: asked for in its hours, unless something stands in its way. */
export function claimDue(look: Look, standings: readonly Standing[]): Claim | Blocked | undefined {
  const claimants = claimantsOf(look, standings);
  const rung = highestClaim(claimants);
  if (rung === undefined) return undefined;
  const suable = (one: Standing): boolean =>
    one.pending?.step === rung.step || (wasDemandedBefore(look, one) && !isClaimed(look, one));
  return (
    approvalObstacle(look, rung, claimants) ??
    heldObstacle(look, rung) ??
    gapObstacle(look, rung) ??
    hoursObstacle(look, rung) ??
    askForClaim(look, standings, rung, suable)
  );
}

/** The hand-over that a case has earned: the deadline of a delivered claim passed. */
export function handoverDue(look: Look, standings: readonly Standing[]): Handover | Blocked | undefined {
  const rung = highest(standings.filter(({ pitches }) => pitches).map((one) => pendingOf(one, 'handover')));
  if (rung === undefined) return undefined;
  const due = standings.filter(({ pending }) => pending?.step === rung.step);
  return approvalObstacle(look, rung, due) ?? hoursObstacle(look, rung) ?? askForHandover(due, rung);
}

/** Sues for what is overdue and was demanded in writing, as far as `suable`; all else that is overdue is also open. */
export function askForClaim(
  look: Look,
  standings: readonly Standing[],
  rung: Rung,
  suable: (one: Standing) => boolean,
): Claim {
  const overdue = standings.filter((one) => one.overdue);
  const sued = overdue.filter((one) => isDemanded(look, one) && suable(one));
  return {
    kind: 'claim',
    step: rung.step.key,
    invoices: idsOf(sued),
    alsoOpen: idsOf(overdue.filter((one) => !sued.includes(one))),
    receives: receiptsFor(sued, rung),
  };
}

/**
 * Whom a claim that is being asked for names, or one that will be asked for today: they are not called about meanwhile,
 * as the weaker contact folds into the stronger one. What fell due since it was asked for is called about all the same,
 * or a question that nobody answers would stop the customer's whole ladder.
 */
export function suedNow(look: Look, standings: readonly Standing[]): (one: Standing) => boolean {
  const rung = highestClaim(claimantsOf(look, standings));
  if (rung === undefined) return () => false;
  const asked = look.facts.approvals.find(({ step }) => step === rung.step.key);
  if (asked?.status === 'pending' || asked?.status === 'approved')
    return ({ invoice }) => asked.invoices.includes(invoice.id);
  return approvalObstacle(look, rung) === undefined ? (one) => isDemanded(look, one) : () => false;
}

/**
 * What forbids asking for an approval whatever the hour. A question that waits stands in the way of the same question
 * only: once others of those `due` earned the step too, it is asked anew with them, or they would wait for ever behind
 * what nobody answers.
 */
export function approvalObstacle(look: Look, rung: Rung, due: readonly Standing[] = []): Blocked | undefined {
  const approval = look.facts.approvals.find(({ step }) => step === rung.step.key);
  if (approval?.status === 'pending' && due.every(({ invoice }) => approval.invoices.includes(invoice.id)))
    return blocked(rung, 'waiting for approval');
  if (approval?.status === 'approved') return blocked(rung, 'letter is under way');
  if (approval?.status === 'refused' && look.today < approval.reviewOn) {
    return blocked(rung, 'approval refused', startOf(approval.reviewOn));
  }
  if (look.facts.shadow) return blocked(rung, 'shadow mode');
  return look.stale ? blocked(rung, 'ledger is stale') : undefined;
}

function askForHandover(due: readonly Standing[], rung: Rung): Handover {
  return { kind: 'handover', step: rung.step.key, invoices: idsOf(due), receives: receiptsFor(due, rung) };
}

/** Who earned a claim by their own dates. */
function claimantsOf(look: Look, standings: readonly Standing[]): readonly Standing[] {
  return standings.filter((one) => one.pitches && pendingOf(one, 'claim') && isDemanded(look, one));
}

function highestClaim(claimants: readonly Standing[]): Rung | undefined {
  return highest(claimants.map(({ pending }) => pending));
}

function pendingOf({ pending }: Standing, kind: Rung['step']['kind']): Rung | undefined {
  return pending?.step.kind === kind ? pending : undefined;
}

/** A demand of this morning is no demand that went unanswered. */
function wasDemandedBefore(look: Look, one: Standing): boolean {
  const on = demandedOn(look, one);
  return on !== undefined && on < look.today;
}

function receiptsFor(standings: readonly Standing[], { step }: Rung): readonly Receipt[] {
  return standings.map(({ invoice }) => ({ invoice: invoice.id, step: step.key }));
}
