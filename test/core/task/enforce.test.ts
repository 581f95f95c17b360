import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  enforceTask,
  levelAfterMiss,
  type Level,
  nudgeMoments,
  nudgesOfFirstHour,
  nudgesLost,
  type TaskFacts,
} from '../../../src/core/task/enforce.ts';

const time = (hhmm: string): Date => new Date(`2026-11-03T${hhmm}:00Z`);

const call: TaskFacts = { level: 'owner', dueAt: time('10:00'), deadlineAt: time('16:00'), nudgesSpent: 0 };

describe('enforceTask', () => {
  it('is silent before the task is due', () => {
    expect(enforceTask(call, time('09:59'))).toEqual({ kind: 'wait', until: time('10:00') });
  });

  it('tells the holder when it is due, an hour later and half an hour before the deadline', () => {
    expect(enforceTask(call, time('10:00'))).toEqual({ kind: 'nudge', spent: 1 });
    expect(enforceTask({ ...call, nudgesSpent: 1 }, time('10:00'))).toEqual({
      kind: 'wait',
      until: time('11:00'),
    });
    expect(enforceTask({ ...call, nudgesSpent: 1 }, time('11:00'))).toEqual({ kind: 'nudge', spent: 2 });
    expect(enforceTask({ ...call, nudgesSpent: 2 }, time('15:30'))).toEqual({ kind: 'nudge', spent: 3 });
    expect(enforceTask({ ...call, nudgesSpent: 3 }, time('15:30'))).toEqual({
      kind: 'wait',
      until: time('16:00'),
    });
  });

  it('makes one nudge of the moments that passed while nobody looked', () => {
    expect(enforceTask(call, time('12:00'))).toEqual({ kind: 'nudge', spent: 2 });
  });

  it('does not nag about a deadline that passed while the server was down', () => {
    expect(enforceTask(call, time('23:00'))).toEqual({ kind: 'missed', next: 'lead' });
  });

  it.each<[Level, Level]>([
    ['owner', 'lead'],
    ['lead', 'manager'],
    ['manager', 'manager'],
  ])('gives what the %s missed to the %s', (level, next) => {
    expect(enforceTask({ ...call, level }, call.deadlineAt)).toEqual({ kind: 'missed', next });
  });
});

describe('nudgeMoments', () => {
  it('leaves out what would come before the task is due', () => {
    expect(nudgeMoments({ dueAt: time('15:45'), deadlineAt: time('16:00') })).toEqual([time('15:45')]);
  });

  it('makes one of two that would come close together, the one nearer to the deadline', () => {
    expect(nudgeMoments({ dueAt: time('14:45'), deadlineAt: time('16:00') })).toEqual([
      time('14:45'),
      time('15:45'),
    ]);
  });

  it('brings tasks that fell due within some minutes up again together, at a quarter of an hour', () => {
    const again = ['10:00', '10:03', '10:14'].map(
      (due) => nudgeMoments({ dueAt: time(due), deadlineAt: time('16:00') })[1],
    );
    expect(again).toEqual([time('11:00'), time('11:15'), time('11:15')]);
  });

  it('does not bring up a task of days twice on its first day', () => {
    const deadlineAt = new Date('2026-11-17T16:00:00Z');
    expect(nudgeMoments({ dueAt: time('10:00'), deadlineAt })).toEqual([
      time('10:00'),
      new Date('2026-11-17T15:30:00Z'),
    ]);
  });

  it('counts those of the first hour, for which a message that hands a task over stands', () => {
    expect(nudgesOfFirstHour({ dueAt: time('10:03'), deadlineAt: time('16:00') })).toBe(2);
    expect(nudgesOfFirstHour({ dueAt: time('10:03'), deadlineAt: time('12:00') })).toBe(1);
  });

  it('says the same moment once', () => {
    expect(nudgeMoments({ dueAt: time('14:30'), deadlineAt: time('16:00') })).toEqual([
      time('14:30'),
      time('15:30'),
    ]);
  });
});

it('nudges at most three times and then the deadline is missed, however seldom somebody looks', () => {
  const minutes = fc.integer({ min: 0, max: 600 });
  fc.assert(
    fc.property(minutes, fc.array(minutes, { maxLength: 40 }), (length, looks) => {
      const task = { ...call, deadlineAt: new Date(call.dueAt.getTime() + length * 60_000) };
      let spent = 0;
      for (const look of looks.toSorted((a, b) => a - b)) {
        const now = new Date(call.dueAt.getTime() + look * 60_000);
        const verdict = enforceTask({ ...task, nudgesSpent: spent }, now);
        expect(verdict.kind === 'missed').toBe(now >= task.deadlineAt);
        expect(verdict.kind !== 'wait' || (verdict.until > now && verdict.until <= task.deadlineAt)).toBe(
          true,
        );
        expect(verdict.kind !== 'nudge' || verdict.spent > spent).toBe(true);
        spent = verdict.kind === 'nudge' ? verdict.spent : spent;
      }
      expect(spent).toBeLessThanOrEqual(3);
    }),
  );
});

describe('after an outage', () => {
  const outage = { from: time('09:00'), to: time('20:00') };

  it('a deadline that fell into it is moved, and nobody has missed it', () => {
    expect(enforceTask(call, time('20:00'), outage)).toEqual({ kind: 'excused' });
  });

  it('one that had passed before, or passes later, is missed like any other', () => {
    const missed = { kind: 'missed', next: 'lead' };
    expect(enforceTask(call, time('21:00'), { from: time('16:00'), to: time('20:00') })).toEqual(missed);
    expect(enforceTask({ ...call, deadlineAt: time('20:30') }, time('20:30'), outage)).toEqual(missed);
  });

  it('knows which nudges were lost, and counts none that were given', () => {
    expect(nudgesLost(call, outage)).toEqual([time('10:00'), time('11:00'), time('15:30')]);
    expect(nudgesLost({ ...call, nudgesSpent: 1 }, outage)).toEqual([time('11:00'), time('15:30')]);
    expect(nudgesLost({ ...call, nudgesSpent: 1 }, { from: time('10:30'), to: time('11:00') })).toEqual([
      time('11:00'),
    ]);
  });
});

/** A task's whole life under somebody who looks at these minutes after it fell due, and then for good. */
function live(length: number, looks: readonly number[]) {
  const task = { ...call, deadlineAt: new Date(call.dueAt.getTime() + length * 60_000) };
  const nudges: number[] = [];
  let spent = 0;
  for (const look of [...looks.toSorted((a, b) => a - b), 10_000]) {
    const now = new Date(call.dueAt.getTime() + look * 60_000);
    const verdict = enforceTask({ ...task, nudgesSpent: spent }, now);
    if (verdict.kind === 'missed') return { nudges, spent, missedBy: verdict.next, missedAt: now };
    if (verdict.kind !== 'nudge') continue;
    nudges.push(look);
    spent = verdict.spent;
  }
  throw new Error('a task that is never done is missed in the end');
}

it('comes to the same miss over any gaps: each nudge at most once, in order, and none after it', () => {
  const minutes = fc.integer({ min: 0, max: 3_000 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.array(minutes, { maxLength: 40 }), (length, looks) => {
      const always = live(length, [...Array.from({ length: length + 1 }, (_, n) => n), ...looks]);
      const seldom = live(length, looks);
      expect(seldom.missedBy).toBe(always.missedBy);
      expect(seldom.missedAt.getTime()).toBeGreaterThanOrEqual(always.missedAt.getTime());
      expect(seldom.nudges.length).toBeLessThanOrEqual(always.nudges.length);
      expect(seldom.spent).toBeLessThanOrEqual(always.spent);
      expect(seldom.nudges.every((look) => look < length)).toBe(true);
    }),
  );
});

describe('who gets a task that was missed', () => {
  it.each([
    ['lead', 'lead', 'lead'],
    ['manager', 'lead', 'manager'],
    ['nobody', 'lead', undefined],
    [undefined, 'manager', 'manager'],
  ] as const)('where its step says %s and %s is next: %s', (missed, next, gets) => {
    expect(levelAfterMiss(next, missed)).toBe(gets);
  });
});
