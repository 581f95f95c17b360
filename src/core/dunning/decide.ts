import type { Blocked } from './obstacle.ts';
import { callDue, callObstacle, makeCall } from './calls.ts';
import { claimDue, handoverDue } from './claims.ts';
import type { Action, Decision, Rest, RestReason } from './decision.ts';
import type { CaseFacts } from './facts.ts';
import { holdDue } from './holds.ts';
import type { Ladder } from './ladder.ts';
import { letterOwed } from './letters.ts';
import { type Look, lookAt } from './look.ts';
import { instantOf, startOf } from './moment.ts';
import { raisedStep } from './raised.ts';
import { restWith } from './rest.ts';
import { type Standing, standingsOf } from './standing.ts';

/**
 * What to do about one case now: the only policy there is. Pure. An action is done at once, its receipts become
 * facts, and the case is judged again until it rests.
 */
export function decideNextStep(ladder: Ladder, facts: CaseFacts, now: Date): Decision {
  const look = lookAt(ladder, facts, now);
  const stopped = fullStop(look);
  if (stopped !== undefined) return withdrawing(look, stopped, []);
  const standings = standingsOf(look);
  const options = optionsOf(look, standings);
  const obstacles = options.filter((option) => option.kind === 'blocked');
  const action = options.find((option) => option.kind !== 'blocked');
  return action ?? withdrawing(look, restWith(look, standings, obstacles), obstacles);
}

/** What stands announced lives as long as it waits for its time; for what goes another day there is another one. */
function withdrawing({ facts }: Look, rest: Rest, obstacles: readonly Blocked[]): Rest {
  const waits = obstacles.some(({ because }) => because === 'letter is announced');
  return facts.announced === undefined || waits ? rest : { ...rest, withdrawsLetter: true };
}

function fullStop(look: Look): Rest | undefined {
  const { stopped, letterUnderway, pausedUntil } = look.facts;
  if (stopped) return { kind: 'rest', because: 'stopped' };
  if (letterUnderway) return { kind: 'rest', because: 'letter is under way' };
  if (pausedUntil === undefined || pausedUntil <= look.today) return undefined;
  return { kind: 'rest', because: 'paused', until: instantOf(look, startOf(pausedUntil)) };
}

const waitsForHours: readonly RestReason[] = ['outside hours', 'letter is announced'];

/** The steps that the case is due, those in front that are to be taken first. */
function optionsOf(look: Look, standings: readonly Standing[]): readonly (Action | Blocked)[] {
  const raised = raisedStep(look, standings);
  // What a person decided for the next hours is not overtaken by something weaker.
  if (raised?.kind === 'blocked' && waitsForHours.includes(raised.because)) return [raised];
  const options = [
    raised,
    handoverDue(look, standings),
    claimDue(look, standings),
    holdDue(look, standings),
    ...contacts(look, standings),
  ];
  return options.filter((option) => option !== undefined);
}

/** The letter and the call of one contact: the letter goes first, and is as strong as the call that follows it. */
function contacts(look: Look, standings: readonly Standing[]): readonly (Action | Blocked | undefined)[] {
  const due = callDue(look, standings);
  if (due === undefined) return [letterOwed(look, standings, undefined)];
  const obstacle = callObstacle(look, due);
  const follows = obstacle === undefined && due.joins === undefined;
  const letter = letterOwed(look, standings, follows ? due.top.position : undefined);
  return [letter, makeCall(look, due, obstacle, letter)];
}
