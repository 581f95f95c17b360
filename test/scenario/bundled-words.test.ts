import { describe, expect, test } from 'vitest';
import { startLetters } from '../support/story/letters.ts';
import { startStory } from '../support/story/story.ts';

/** Friday 6 November. Three customers of Rita's have until the end of the month. */
const story = await startStory({ start: '2026-11-06 08:30' });
const { rita, lena, max } = story;
const names = ['Werft', 'Lagerhaus', 'Muehle'];
const rows = names.map((name, n) => ({
  customer: `100${n}`,
  name,
  invoice: `R-${n}`,
  issued: '2026-10-01',
  due: '2026-11-30',
  amount: '12400.00',
}));

describe('what waits for somebody’s word', () => {
  const plans = (): readonly string[] => lena.inbox().filter((text) => text.includes('Still waiting ·'));
  const asks = (): readonly string[] => max.inbox().filter((text) => /approvals? waits? for you/.test(text));

  test('is brought up once a day, whatever number of plans it is', async () => {
    await startLetters(story, rows, '2026-11-05');
    for (const name of names) await lena.slash(`/assign ${name} @rita`);
    await rita.slash('/plan werft 20 Nov: 6,200; 27 Nov');
    await rita.slash('/plan lagerhaus 20 Nov: 6,200; 27 Nov');
    await lena.slash('/payment write-off muehle 500 because the pallets came back');
    await story.moveTo('2026-11-09 10:00');
    expect(plans()).toEqual([expect.stringContaining('Still waiting · 2 instalment plans')]);
  });

  test('and after an outage once for all of it, which says so', async () => {
    const before = [plans().length, asks().length];
    await story.comeBackAt('2026-11-12 14:30');
    const late =
      '3 reminders of Tue 10 Nov – Thu 12 Nov became this one: Dunwell was down from Mon 9 Nov 10:00 to Thu 12 Nov 14:30.';
    expect(plans().slice(before[0])).toEqual([expect.stringContaining(late)]);
    expect(asks().slice(before[1])).toEqual([expect.stringContaining(late)]);
  });

  test('and the instalments of one day are one word to their owner', async () => {
    for (const name of ['Werft', 'Lagerhaus'])
      await lena.press(lena.sees(`€12,400.00 · ${name} · 1 invoice`), 'Agree');
    await story.moveTo('2026-11-19 09:00');
    const ahead = rita.inbox().filter((text) => text.includes('is due Fri 20 Nov'));
    expect(ahead).toEqual([expect.stringMatching(/Werft: €6,200.00[^]*Lagerhaus: €6,200.00/)]);
  });
});
