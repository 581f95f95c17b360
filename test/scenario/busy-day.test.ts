import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/** Tuesday 3 November. Eight customers are late since Friday, and four invoices fall due on Friday. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena } = story;

const items = Array.from({ length: 12 }, (_, n) => ({
  customer: `${1001 + n}`,
  name: `Kunde ${n + 1}`,
  invoice: `R-${n + 1}`,
  issued: '2026-10-01',
  due: n < 8 ? '2026-10-30' : '2026-11-06',
  amount: `${12_400 - n * 100}.00`,
}));

const nudges = (): readonly string[] => rita.inbox().filter(isNudge);

describe('twelve calls in one day', () => {
  test('are one list in the morning', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, story.fiona, file, { 'As of': '2026-11-02' });
    for (const { customer } of items) await lena.slash(`/assign ${customer} @rita`);
    await story.moveTo('2026-11-03 10:59');
    expect(rita.inbox()).toHaveLength(1);
    expect(rita.inbox()[0]).toContain('12 calls');
  });

  test('are one reminder of all that is left at midday', async () => {
    await story.moveTo('2026-11-03 14:00');
    expect(nudges()).toHaveLength(1);
  });

  test('and one before the deadlines of the afternoon', async () => {
    await story.moveTo('2026-11-03 15:59');
    expect(nudges()).toHaveLength(2);
    expect(nudges()[1]).toContain('8 calls wait for an outcome');
    expect(rita.inbox().filter((text) => text.includes('Good morning'))).toHaveLength(1);
  });

  test('and nobody is written to when they have gone home', async () => {
    await story.moveTo('2026-11-03 17:00');
    const [hers, leads] = [rita.inbox().length, lena.inbox().length];
    await story.moveTo('2026-11-04 08:59');
    expect([rita.inbox().length, lena.inbox().length]).toEqual([hers, leads]);
  });
});
