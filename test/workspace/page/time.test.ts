import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/workspace/api.ts';
import { instantAt } from '../../../src/workspace/page/clock/instantAt.ts';
import { arrange } from '../../../src/workspace/page/conversation/arrange.ts';
import { formatSlackDate } from '../../../src/workspace/page/text/slackDate.ts';
import { dayIn, longDay, moment, timeOfDay } from '../../../src/workspace/page/time/format.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC'] as const;

describe('a day and time of a zone', () => {
  it.each([
    ['2026-11-27', '09:00', 'Europe/Berlin', '2026-11-27T08:00:00.000Z'],
    ['2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00.000Z'],
    ['2026-10-25', '09:00', 'Europe/Berlin', '2026-10-25T08:00:00.000Z'],
    ['2026-03-29', '01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-11-27', '09:00', 'Asia/Kolkata', '2026-11-27T03:30:00.000Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(instantAt(day, time, zone).toISOString()).toBe(instant);
  });

  it('shows again as that day and time, the skipped hour of spring aside', () => {
    const instants = fc.date({
      min: new Date('2019-01-01T00:00:00Z'),
      max: new Date('2031-01-01T00:00:00Z'),
    });
    fc.assert(
      fc.property(
        instants.filter((date) => !Number.isNaN(date.getTime())),
        fc.constantFrom(...ZONES),
        (at, zone) => {
          const [day, time] = [dayIn(at, zone), timeOfDay(at, zone)];
          const found = instantAt(day, time, zone);
          expect([dayIn(found, zone), timeOfDay(found, zone)]).toEqual([day, time]);
        },
      ),
    );
  });
});

describe('times as they are shown', () => {
  const instant = new Date('2026-11-27T22:30:00Z');

  it('belong to the named zone', () => {
    expect(dayIn(instant, 'Europe/Riga')).toBe('2026-11-28');
    expect(timeOfDay(instant, 'Europe/Riga')).toBe('00:30');
  });

  it('name the day only when it is another, and the year only when it is not this one', () => {
    expect(moment(instant, 'UTC', '2026-11-27')).toBe('22:30');
    expect(moment(instant, 'UTC', '2026-11-26')).toBe('Fri 27 Nov, 22:30');
    expect(longDay(instant, 'UTC', '2027-01-04')).toContain('2026');
    expect(longDay(instant, 'UTC', '2026-01-04')).not.toContain('2026');
  });

  it("fill Slack's tokens, and fall back where one is unknown", () => {
    const date = { kind: 'date', seconds: instant.getTime() / 1000, fallback: 'later' } as const;
    expect(formatSlackDate({ ...date, format: 'by {date_short} at {time}' }, 'UTC')).toBe(
      'by 27 Nov 2026 at 22:30',
    );
    expect(formatSlackDate({ ...date, format: '{moon}' }, 'UTC')).toBe('later');
    expect(formatSlackDate({ ...date, seconds: Number.NaN, format: '{time}' }, 'UTC')).toBe('later');
  });
});

describe('a list of messages', () => {
  const at = (seconds: number, rest: Partial<Message> = {}): Message => ({
    channel: 'C1',
    ts: `${1_795_800_000 + seconds}.000000`,
    user: 'U1',
    text: '',
    ...rest,
  });
  const shape = (messages: readonly Message[], firstNew?: string): readonly string[] =>
    arrange(messages, 'UTC', firstNew).map((row) =>
      row.kind === 'message' ? (row.isContinued ? 'more' : 'message') : row.kind,
    );

  it('opens each day with a line, in the zone of the reader', () => {
    expect(shape([at(0), at(86_400)])).toEqual(['day', 'message', 'day', 'message']);
  });

  it('goes by the time of the post where the ts only keeps the order', () => {
    const early = at(0, { at: '2020-04-20T12:00:00Z' });
    const later = at(1, { at: '2020-04-20T14:00:00Z' });
    expect(shape([at(-1), early, later])).toEqual(['day', 'message', 'day', 'message', 'message']);
  });

  it("joins an author's messages of five minutes, unless something stands between them", () => {
    expect(shape([at(0), at(299)])).toEqual(['day', 'message', 'more']);
    expect(shape([at(0), at(300)])).toEqual(['day', 'message', 'message']);
    expect(shape([at(0), at(10, { user: 'U2' })])).toEqual(['day', 'message', 'message']);
    expect(shape([at(0), at(10, { onlyFor: 'U1' })])).toEqual(['day', 'message', 'message']);
    expect(shape([at(0), at(10)], at(10).ts)).toEqual(['day', 'message', 'new', 'message']);
  });
});
