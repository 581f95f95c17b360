import { expect, test } from 'vitest';
import { calledAgain } from './oracle/call-backs.ts';
import type { Call } from './oracle/calls.ts';
import { createDays } from './oracle/days.ts';
import type { Called, Log } from './oracle/events.ts';
import { positionOf } from './oracle/ladder.ts';
import type { World } from './oracle/world.ts';

const world = { daysOf: () => createDays('DE', 'Europe/Berlin') } as unknown as World;
const at = (time: string): Date => new Date(`2012-03-${time}:00Z`);

const called = (time: string, callBackOn?: string): Called => ({
  at: at(time),
  user: 'U0RITA',
  customer: '1001-DEAAA',
  spoke: true,
  ...(callBackOn === undefined ? {} : { callBackOn }),
});

const call = (time: string, label: string): Call => ({
  customer: '1001-DEAAA',
  position: positionOf(label),
  at: at(time),
  lastAsked: at(time),
  asked: 'U0RITA',
  missedBy: [],
  tried: [],
});

/** Spoken with on Tuesday about the pay-or-date call, called back on Wednesday at ten; it had been agreed for Thursday. */
const foundOf = (later: Call): readonly string[] =>
  calledAgain(
    world,
    { called: [called('06T09:30', 'Thu 8 Mar'), called('07T09:00')], letters: [] } as unknown as Log,
    [call('06T09:00', 'pay-or-date call'), later],
  );

test('the oracle sees a call of the ladder on the day of a call back, however strong it is', () => {
  expect(foundOf(call('07T10:00', 'official-letter call'))).toHaveLength(1);
  expect(foundOf(call('08T08:00', 'official-letter call'))).toEqual([]);
});

test('and one within the gap that is no stronger than what the call back followed up', () => {
  expect(foundOf(call('08T08:00', 'due-day call'))).toHaveLength(1);
  expect(foundOf(call('09T08:00', 'due-day call'))).toEqual([]);
});
