import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideNextStep } from '../../../src/core/dunning/decide.ts';
import { standardLadder } from '../../../src/core/dunning/standard.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { cases, type Event, fates, happeningsOf, period, slowly } from './fate.ts';
import * as oracle from './oracle.ts';
import { show } from './stage.ts';
import { type History, live, type Rested } from './world.ts';

/** The life of a case to which anything may happen; `lag` is how slow mails, managers and the post are. */
function lifeOf(facts: CaseFacts, fate: readonly Event[], lag: number): History {
  return live(standardLadder, facts, period, happeningsOf(fate), slowly(lag));
}

const lags = fc.nat(9);
const runs = { numRuns: Number(process.env['RUNS'] ?? 60) };

it.each<[string, oracle.Rule]>([
  ['presses nobody on closed days or outside hours', oracle.keepsHours],
  ['takes no step before its day, and writes nothing whose predecessor did not arrive', oracle.keepsDays],
  ['claims nothing that was not demanded in writing', oracle.demandsBeforeClaims],
  ['keeps the minimum gap between contacts', oracle.keepsGap],
  ['names only what is pressed, and never for small sums alone', oracle.pressesOnlyThePressed],
  ['writes on fresh data, and nothing twice', oracle.writesOnceAndOnFreshData],
  ['pitches a contact by the highest step in it', oracle.pitchesHighest],
  ['reminds nobody of coming dues who was demanded for others', oracle.remindsOnlyTheUndemanded],
])('%s', (_, rule) => {
  fc.assert(
    fc.property(cases, fates, lags, (facts, fate, lag) => {
      expect(lifeOf(facts, fate, lag).done.flatMap(rule)).toEqual([]);
    }),
    runs,
  );
});

it('never sleeps past a moment at which something is due', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(cases, fates, lags, shares, (facts, fate, lag, some) => {
      expect(lifeOf(facts, fate, lag).rests.flatMap((rested) => overslept(rested, some))).toEqual([]);
    }),
    runs,
  );
});

/** The same facts, looked at before the moment that was named, and at it. */
function overslept({ at, rest, facts }: Rested, shares: readonly number[]): readonly string[] {
  const end = rest.until ?? new Date(at.getTime() + 200 * 86_400_000);
  const looks = [...shares, 1 - 1e-9].map(
    (share) => new Date(at.getTime() + Math.floor(share * (end.getTime() - at.getTime()))),
  );
  const early = looks
    .filter((look) => look < end)
    .map((look) => ({ look, decision: decideNextStep(standardLadder, facts, look) }))
    .filter(({ decision }) => decision.kind !== 'rest')
    .map(({ look, decision }) => `${look.toISOString()} ${show(decision)}, though ${show(rest)}`);
  if (rest.until === undefined) return early;
  const then = decideNextStep(standardLadder, facts, rest.until);
  const awake = then.kind !== 'rest' || then.until === undefined || then.until > rest.until;
  return awake && rest.until > at ? early : [...early, `woken in vain: ${show(rest)}`];
}
