import { describe, expect, test } from 'vitest';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/**
 * Tuesday 3 November. The yard is late since Friday: its letter goes out today. The warehouse is due tomorrow, the
 * mill on Friday the 27th.
 */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max } = story;

const row = (customer: string, name: string, due: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due,
  amount: '12400.00',
  mail: `pay@${customer}.example`,
});
const items = [
  row('1001', 'Werft Ost', '2026-10-30'),
  row('1002', 'Lagerhaus Nord GmbH', '2026-11-04'),
  row('1003', 'Muehle Alt', '2026-11-27'),
];

const downs = (): readonly string[] => story.channel().filter((text) => text.includes('Dunwell was down'));

describe('Dunwell is down for five hours', () => {
  test('after the morning', async () => {
    await startLetters(story, items, '2026-11-02');
    await lena.slash('/assign werft @rita');
    await lena.slash('/assign lagerhaus @rita');
    await lena.slash('/assign muehle @rita');
    await story.moveTo('2026-11-03 09:30');
    expect(story.mails()).toHaveLength(1);
    expect(rita.inbox().filter(isNudge)).toEqual([]);
  });

  test('and Rita is reminded once of what she would have been three times, with the reason', async () => {
    await story.comeBackAt('2026-11-03 14:30');
    const nudges = rita.inbox().filter(isNudge);
    expect(nudges).toHaveLength(1);
    expect(nudges[0]).toContain('Werft Ost');
    expect(nudges[0]).toContain(
      '3 reminders of Tue 3 Nov became this one: Dunwell was down from Tue 3 Nov 09:30 to 14:30.',
    );
  });

  test('and the team is told once, in the channel', () => {
    expect(downs()).toEqual([expect.stringContaining('Dunwell was down from Tue 3 Nov 09:30 to 14:30')]);
    expect(downs()[0]).toContain('1 reminder in place of several');
  });

  test('and the deadline that is still to come is kept', async () => {
    await story.moveTo('2026-11-03 16:00');
    expect(lena.inbox().at(-1)).toContain('1 call of Rita Reyes');
    expect(story.mails()).toHaveLength(1);
  });
});

describe('Dunwell is down for three days', () => {
  test('from the evening on', async () => {
    await coverThrough(story, '2026-11-03');
    await rita.slash('/promise lagerhaus 12400 thu');
    await story.moveTo('2026-11-03 19:00');
    expect(story.thread('Lagerhaus').join('\n')).toContain('€12,400.00 promised for Thu 5 Nov');
  });

  test('and nobody has missed what they could not record', async () => {
    await story.comeBackAt('2026-11-06 10:30');
    expect(max.inbox()).toEqual([]);
    const list = lena.inbox().find((text) => text.includes('Good morning, Lena'));
    expect(list).toContain('Werft Ost');
    expect(downs()).toHaveLength(2);
    expect(downs()[1]).toContain('from Tue 3 Nov 19:00 to Fri 6 Nov 10:30');
    expect(downs()[1]).toContain('1 deadline moved');
  });

  test('and a promise is not called broken while no data covers its day', () => {
    expect(story.thread('Lagerhaus').join('\n')).not.toContain('broken');
  });

  test('and no letter goes twice, nor on old data', () => {
    expect(story.mails()).toHaveLength(1);
  });
});

describe('Dunwell is down for three weeks', () => {
  test('and comes back on a weekend, when it writes to nobody', async () => {
    await lena.slash('/pause lagerhaus 10 Nov director is ill');
    await story.moveTo('2026-11-06 12:00');
    const [before, mails] = [[rita, lena, max].map((one) => one.inbox().length), story.mails().length];
    await story.comeBackAt('2026-11-28 11:00');
    expect([rita, lena, max].map((one) => one.inbox().length)).toEqual(before);
    expect(story.mails()).toHaveLength(mails);
  });

  test('and on Monday everybody has one list, which says why it is long', async () => {
    await coverThrough(story, '2026-11-27');
    await story.moveTo('2026-11-30 12:00');
    const monday = rita.inbox().find((text) => text.includes('your calls for Mon 30 Nov'));
    expect(monday).toContain('Muehle Alt');
    expect(monday).toContain('Dunwell was down from Fri 6 Nov 12:00 to Sat 28 Nov 11:00');
    expect(downs().at(-1)).toContain('1 pause ended');
    expect(downs()).toHaveLength(3);
  });

  test('and every letter went once, the gap to the customer kept', () => {
    const to = (customer: string) => story.mails().filter((mail) => mail.to.join().includes(customer));
    for (const customer of ['1001', '1002', '1003']) expect(to(customer)).toHaveLength(1);
  });

  test('and every thread says each thing once', () => {
    const thread = story.thread('Lagerhaus').join('\n');
    for (const once of ['The pause is over', 'is unconfirmed', 'Promise broken'])
      expect(thread.split(once)).toHaveLength(2);
    expect(story.thread('Werft').filter((text) => text.includes('Approve: formal claim'))).toHaveLength(1);
  });
});
