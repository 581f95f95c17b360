import { describe, expect, it } from 'vitest';
import { type NudgeUp, type ReminderDay, remindersNow } from '../../../src/core/task/reminders.ts';

const time = (hhmm: string): Date => new Date(`2026-11-03T${hhmm}:00Z`);

const quietDay: ReminderDay = {
  listed: [1],
  later: [],
  remindedAt: [],
  midday: { from: time('11:00'), to: time('14:00') },
  afternoon: { from: time('14:00'), to: time('24:00') },
};
const twelve = Array.from({ length: 12 }, (_, n) => n + 1);
const fullDay: ReminderDay = { ...quietDay, listed: twelve };

const up = (taskId: number, changes: Partial<NudgeUp> = {}): NudgeUp => ({
  taskId,
  listed: true,
  dueByList: false,
  spent: 2,
  isLast: false,
  ...changes,
});

const told = (of: readonly NudgeUp[], day: ReminderDay, at: string): readonly number[] =>
  remindersNow(of, day, time(at)).taskIds;

describe('of a few tasks', () => {
  it('each has every nudge of its own', () => {
    for (const at of ['10:00', '12:30', '16:30'])
      expect(told([up(1)], { ...quietDay, listed: [1, 2, 3] }, at)).toEqual([1]);
  });

  it('the first is the morning list, where that names it as due', () => {
    expect(told([up(1, { dueByList: true, spent: 1 })], quietDay, '09:00')).toEqual([]);
    expect(told([up(1, { spent: 1 })], quietDay, '12:00')).toEqual([1]);
  });
});

describe('of many tasks', () => {
  it('nobody is reminded one by one in the morning', () => {
    expect(told([up(1), up(2)], fullDay, '10:00')).toEqual([]);
  });

  it('all that is left is named once at midday', () => {
    expect(remindersNow([up(5)], fullDay, time('11:00'))).toEqual({ taskIds: twelve, wholeDay: true });
    expect(told([up(5)], { ...fullDay, remindedAt: [time('11:00')] }, '13:30')).toEqual([]);
  });

  it('and once before the first deadline of the afternoon', () => {
    const reminded = { ...fullDay, remindedAt: [time('11:00')] };
    expect(told([up(5)], reminded, '14:30')).toEqual([]);
    expect(told([up(5, { isLast: true })], reminded, '15:30')).toEqual(twelve);
    const again = { ...fullDay, remindedAt: [time('11:00'), time('15:30')] };
    expect(told([up(6, { isLast: true })], again, '16:30')).toEqual([]);
  });

  it('what came after the list is told at once, and keeps its own nudges', () => {
    const day = { ...fullDay, later: [13] };
    for (const spent of [1, 2, 3])
      expect(told([up(13, { listed: false, spent }), up(2)], day, '10:30')).toEqual([13]);
  });

  it('many that came after the list are told at once and then bundled, too', () => {
    const later = [21, 22, 23, 24];
    const day = { ...quietDay, later };
    expect(told([up(21, { listed: false, spent: 1 })], day, '10:30')).toEqual([21]);
    expect(told([up(21, { listed: false })], day, '10:45')).toEqual([]);
    expect(told([up(21, { listed: false })], day, '11:30')).toEqual([1, ...later]);
  });
});
