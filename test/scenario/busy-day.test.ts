import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/**
 * Saturday 24 October; in the night to Sunday the clocks go back. On Monday eight customers are late since Friday, and four
 * invoices fall due on Thursday.
 */
const story = await startStory({ start: '2026-10-24 10:00' });
const { rita, lena } = story;

const items = Array.from({ length: 12 }, (_, n) => ({
  customer: `${1001 + n}`,
  name: `Kunde ${n + 1}`,
  invoice: `R-${n + 1}`,
  issued: '2026-09-21',
  due: n < 8 ? '2026-10-23' : '2026-10-29',
  amount: `${12_400 - n * 100}.00`,
}));

const nudges = (): readonly string[] => rita.inbox().filter(isNudge);

describe('twelve calls on the Monday after the clocks changed', () => {
  test('are one list at nine by the new time', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, story.fiona, file, { 'As of': '2026-10-23' });
    for (const { customer } of items) await lena.slash(`/assign ${customer} @rita`);
    await story.moveTo('2026-10-26 08:59');
    expect(rita.inbox()).toEqual([]);
    await story.moveTo('2026-10-26 10:59');
    expect(rita.inbox()).toHaveLength(1);
    expect(rita.inbox()[0]).toContain('12 calls');
  });

  test('are one reminder of all that is left at midday', async () => {
    await story.moveTo('2026-10-26 14:00');
    expect(nudges()).toHaveLength(1);
  });

  test('and one before the deadlines of the afternoon', async () => {
    await story.moveTo('2026-10-26 15:59');
    expect(nudges()).toHaveLength(2);
    expect(nudges()[1]).toContain('8 calls wait for an outcome');
    expect(rita.inbox().filter((text) => text.includes('Good morning'))).toHaveLength(1);
  });

  test('and nobody is written to when they have gone home', async () => {
    await story.moveTo('2026-10-26 17:00');
    const [hers, leads] = [rita.inbox().length, lena.inbox().length];
    await story.moveTo('2026-10-27 08:59');
    expect([rita.inbox().length, lena.inbox().length]).toEqual([hers, leads]);
  });
});
