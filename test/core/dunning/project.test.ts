import { expect, test } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { timeIn } from '../../../src/core/calendar/zone.ts';
import { projectCustomer } from '../../../src/core/dunning/project.ts';
import { standardLadder } from '../../../src/ladders/presets.ts';
import { at, caseOf, invoice } from './stage.ts';

const until = businessDate('2026-11-20');
const facts = caseOf([invoice(1, '2026-11-02')]);
const now = at('2026-11-02 08:00', facts.calendar.zone);

const said = (of: readonly (typeof facts)[]): readonly string[] =>
  projectCustomer(
    of.map((one) => ({ ladder: standardLadder, facts: one })),
    now,
    until,
  ).coming.map(
    ({ at: when, action }) =>
      `${when.toISOString().slice(0, 10)} ${timeIn(facts.calendar.zone, when)} ${action.step}`,
  );

test('if nobody pays, the ladder is climbed step by step at the hours of each', () => {
  expect(said([facts])).toEqual([
    '2026-11-02 12:00 due-day-call',
    '2026-11-03 08:00 payment-demand',
    '2026-11-03 10:00 pay-or-date-call',
    '2026-11-04 10:00 official-letter-call',
    '2026-11-09 10:00 formal-claim',
  ]);
});

test('what is stopped has nothing to come, and says why', () => {
  const { coming, rests } = projectCustomer(
    [{ ladder: standardLadder, facts: { ...facts, stopped: true } }],
    now,
    until,
  );
  expect(coming).toEqual([]);
  expect(rests.get(facts.caseId)?.because).toBe('stopped');
});
