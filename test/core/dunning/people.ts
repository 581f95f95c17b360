/** How people and the post treat what was decided: late, or not at all. */
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { Call, Claim, Hold, Letter } from '../../../src/core/dunning/decision.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { carryOut, contacted, receive, without } from './stage.ts';
import { after, type CarryOut, type Consequence } from './world.ts';

interface World {
  readonly ladder: Ladder;
  /** How slow everything is; it also chooses who forgets what. */
  readonly lag: number;
}

/** Mails take a while and sometimes bounce; managers answer after days, and the post takes some more. */
export function slowly(ladder: Ladder, lag: number): CarryOut {
  const world = { ladder, lag };
  return (facts, action, now) => {
    switch (action.kind) {
      case 'letter':
        return action.how === 'send'
          ? mail(world, facts, action, now)
          : { facts: carryOut(facts, action, ladder) };
      case 'hold':
      case 'claim':
        return ask(world, carryOut(facts, action, ladder), action, now);
      case 'call':
        return call(world, carryOut(facts, action, ladder), action);
      case 'announcement':
      case 'join':
      case 'handover':
        return { facts: carryOut(facts, action, ladder) };
    }
  };
}

/** Every other person makes the calls of a case, an hour before the deadline; the rest forget all of them. */
function call({ lag }: World, facts: CaseFacts, action: Call): Consequence {
  const done = (current: CaseFacts): Consequence => ({
    facts: current.openCall?.step === action.step ? without(current, 'openCall') : current,
  });
  const once = action.reason === 'raised' ? without(facts, 'raisedTo') : facts;
  if (lag % 2 !== 0) return { facts: once };
  return { facts: once, later: [{ at: new Date(action.deadline.getTime() - 3_600_000), change: done }] };
}

function mail({ ladder, lag }: World, facts: CaseFacts, action: Letter, now: Date): Consequence {
  const how = (now.getUTCDate() + lag) % 9 === 0 ? 'failed' : 'delivered';
  const settled = (current: CaseFacts): Consequence => {
    const known = { ...receive(current, action.receives, action.on, how, ladder), letterUnderway: false };
    return { facts: how === 'delivered' ? contacted(known, action, ladder) : known };
  };
  return {
    facts: {
      ...receive(without(facts, 'announced'), action.receives, action.on, 'under way', ladder),
      letterUnderway: true,
    },
    later: [{ at: new Date(now.getTime() + 1 + lag * 600_000), change: settled }],
  };
}

/**
 * A claim or a hold is approved after some days if the question still stands; the post delivers the claim after some
 * more, and the hold is on at once.
 */
function ask(
  { ladder, lag }: World,
  facts: CaseFacts,
  { kind, step, receives }: Claim | Hold,
  now: Date,
): Consequence {
  const delivered = (current: CaseFacts, today: BusinessDate): Consequence => ({
    facts: receive(current, receives, today, 'delivered', ladder),
  });
  const approved = (current: CaseFacts, today: BusinessDate, then: Date): Consequence => {
    const isAsked = current.approvals.some((one) => one.step === step && one.status === 'pending');
    if (!isAsked) return { facts: current };
    const free = { ...current, approvals: current.approvals.filter((one) => one.step !== step) };
    const sent = receive(free, receives, today, kind === 'hold' ? 'done' : 'under way', ladder);
    if (kind === 'hold') return { facts: contacted(sent, { step, on: today }, ladder) };
    return {
      facts: contacted(sent, { step, on: today }, ladder),
      later: [{ at: after(then, 1 + (lag % 6)), change: delivered }],
    };
  };
  return { facts, later: [{ at: new Date(after(now, lag % 4).getTime() + 1), change: approved }] };
}
