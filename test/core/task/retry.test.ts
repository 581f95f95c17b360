import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { instantAt } from '../../../src/core/calendar/zone.ts';
import { retryAfterOutcome } from '../../../src/core/task/retry.ts';

const berlin = { country: 'DE', zone: 'Europe/Berlin' };

function at(text: string): Date {
  const [on = '', time = ''] = text.split(' ');
  return instantAt(berlin.zone, businessDate(on), time);
}

function retry(attempts: number, when: string) {
  return retryAfterOutcome('no answer', attempts, berlin, at(when));
}

describe('retryAfterOutcome', () => {
  it('tries again two hours later the same day', () => {
    expect(retry(1, '2026-11-03 11:00')).toEqual({
      kind: 'retry',
      due: at('2026-11-03 13:00'),
      deadline: at('2026-11-03 16:00'),
    });
  });

  it('tries again at a whole minute, whatever the second', () => {
    const later = new Date(at('2026-11-03 11:00').getTime() + 42_123);
    expect(retryAfterOutcome('voicemail', 1, berlin, later)).toMatchObject({ due: at('2026-11-03 13:00') });
  });

  it('tries calls that were tried within some minutes again together, at a quarter of an hour', () => {
    for (const when of ['2026-11-03 11:01', '2026-11-03 11:09', '2026-11-03 11:15'])
      expect(retry(1, when)).toMatchObject({ due: at('2026-11-03 13:15') });
  });

  it('tries the next business morning when the day is nearly over', () => {
    expect(retry(1, '2026-11-06 13:30')).toEqual({
      kind: 'retry',
      due: at('2026-11-09 10:00'),
      deadline: at('2026-11-09 16:00'),
    });
  });

  it('waits for the next day after the second attempt', () => {
    expect(retry(2, '2026-11-03 11:00')).toMatchObject({ due: at('2026-11-04 10:00') });
  });

  it('needs another contact after three attempts, or at once when the number is wrong', () => {
    expect(retry(3, '2026-11-03 11:00')).toEqual({ kind: 'another contact' });
    expect(retryAfterOutcome('wrong number', 1, berlin, at('2026-11-03 11:00'))).toEqual({
      kind: 'another contact',
    });
  });

  it('never tries on a closed day or outside the hours of the step', () => {
    const hours = { from: '12:00', to: '14:00' };
    expect(retryAfterOutcome('voicemail', 1, berlin, at('2026-11-03 08:00'), hours)).toMatchObject({
      due: at('2026-11-03 12:00'),
      deadline: at('2026-11-03 14:00'),
    });
    expect(retryAfterOutcome('voicemail', 1, berlin, at('2026-11-07 08:00'))).toMatchObject({
      due: at('2026-11-09 10:00'),
    });
  });
});
