import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decideNextStep } from '../../../src/core/dunning/decide.ts';
import { standardLadder } from '../../../src/ladders/presets.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import { addBusinessDays } from '../../../src/core/calendar/business-days.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn } from '../../../src/core/calendar/zone.ts';
import type { Ladder } from '../../../src/core/dunning/ladder.ts';
import { cases, type Event, fates, happeningsOf, ladders, period } from './fate.ts';
import { slowly } from './people.ts';
import * as oracle from './oracle.ts';
import { show } from './stage.ts';
import { type History, live, type Rested } from './world.ts';

/** The life of a case to which anything may happen; `lag` is how slow mails, managers and the post are. */
function lifeOf(
  facts: CaseFacts,
  fate: readonly Event[],
  lag: number,
  ladder: Ladder = standardLadder,
): History {
  return live(ladder, facts, period, happeningsOf(fate, ladder), slowly(ladder, lag));
}

const lags = fc.nat(9);
const runs = { numRuns: 60 };

it.each<[string, oracle.Rule]>([
  ['presses nobody on closed days or outside hours', oracle.keepsHours],
  ['takes no step before its day, and writes nothing whose predecessor did not arrive', oracle.keepsDays],
  ['claims nothing that was not demanded in writing', oracle.demandsBeforeClaims],
  ['keeps the minimum gap between contacts', oracle.keepsGap],
  ['calls nobody again who was called back', oracle.callsNobodyBackTwice],
  ['names only what is pressed, and never for small sums alone', oracle.pressesOnlyThePressed],
  ['writes on fresh data, and nothing twice', oracle.writesOnceAndOnFreshData],
  ['announces letters on the day on which they go', oracle.announcesFirst],
  ['pitches a contact by the highest step in it', oracle.pitchesHighest],
  ['reminds nobody of coming dues who was demanded for others', oracle.remindsOnlyTheUndemanded],
  [
    'writes kindly for small sums and to punctual payers, and has all others called',
    oracle.writesToTheSmallAndPunctual,
  ],
  ['demands nothing that is not overdue', oracle.demandsOnlyTheOverdue],
])('%s', (_, rule) => {
  fc.assert(
    fc.property(cases, fates, lags, (facts, fate, lag) => {
      expect(lifeOf(facts, fate, lag).done.flatMap(rule)).toEqual([]);
    }),
    runs,
  );
});

it('never sleeps past a moment at which something is due, nor presses what is not pressed, on whatever ladder', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(
      cases,
      fates,
      lags,
      fc.oneof(fc.constant(standardLadder), ladders),
      shares,
      (facts, fate, lag, ladder, some) => {
        const { rests, done } = lifeOf(facts, fate, lag, ladder);
        expect(done.flatMap(oracle.pressesOnlyThePressed)).toEqual([]);
        expect(rests.flatMap((rested) => overslept(ladder, rested, some))).toEqual([]);
      },
    ),
    runs,
  );
});

it('brings every case to an end on whatever ladder: it waits for a day, or for somebody who was asked', () => {
  fc.assert(
    fc.property(cases, ladders, lags, (facts, ladder, lag) => {
      const { done, rests } = lifeOf(facts, [], lag % 2, ladder);
      const last = rests.at(-1)?.rest;
      expect(last?.until === undefined ? ends : [last?.because]).toContain(last?.because);
      const worth = facts.invoices.some(({ open }) => open >= 40_000n);
      expect(worth && done.length === 0).toBe(false);
    }),
    runs,
  );
});

/** What may be the last word about a case whose facts change no more. */
const ends: readonly (string | undefined)[] = [
  'ladder ended',
  'below the floor',
  'waiting for approval',
  'waiting for the step before',
  'call is open',
];

it('brings every invoice worth pressing to the claim when nobody pays and letters arrive', () => {
  fc.assert(
    fc.property(cases, lags, (facts, lag) => {
      const worth = facts.invoices.filter(({ open }) => open >= facts.floor);
      const { done } = lifeOf({ ...facts, invoices: worth }, [], lag % 2);
      const claimed = (id: number): BusinessDate | undefined =>
        done.find(({ action }) => action.kind === 'claim' && action.invoices.includes(id))?.today;
      const late = worth.filter((one) => {
        const start = one.effectiveDueOn < firstDay ? firstDay : one.effectiveDueOn;
        return (claimed(one.id) ?? '9999') > addBusinessDays(facts.calendar, start, longestBusinessDays);
      });
      expect(late).toEqual([]);
    }),
    runs,
  );
});

/** Five business days on its own; gaps left for other invoices, approvals of their claims and one bounced mail more. */
const longestBusinessDays = 18;

const firstDay = dateIn('UTC', period[0]);

/** The same facts, looked at before the moment that was named, and at it. */
function overslept(
  ladder: Ladder,
  { at, rest, facts }: Rested,
  shares: readonly number[],
): readonly string[] {
  const end = rest.until ?? new Date(at.getTime() + 200 * 86_400_000);
  const early = [...shares, 1 - 1e-9]
    .map((share) => new Date(at.getTime() + Math.floor(share * (end.getTime() - at.getTime()))))
    .filter((look) => look < end)
    .map((look) => ({ look, decision: decideNextStep(ladder, facts, look) }))
    .filter(({ decision }) => decision.kind !== 'rest')
    .map(({ look, decision }) => `${look.toISOString()} ${show(decision)}, though ${show(rest)}`);
  if (rest.until === undefined) return early;
  const then = decideNextStep(ladder, facts, rest.until);
  const awake = then.kind !== 'rest' || then.until === undefined || then.until > rest.until;
  return awake && rest.until > at ? early : [...early, `woken in vain: ${show(rest)}`];
}
