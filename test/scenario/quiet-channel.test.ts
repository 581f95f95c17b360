import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Monday evening; what falls due on Friday is called about from Tuesday morning. */
const story = await startStory({ start: '2026-11-02 19:00' });
const { fiona, lena } = story;
const row = (customer: string, name: string) => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-11-06',
  amount: '8000.00',
});
const cards = (): readonly string[] => story.channel().filter((text) => text.includes('1 invoice'));

test('the day’s cases come into the channel in the morning, and not at midnight when their day begins', async () => {
  const content = openItemsFile([row('1001', 'Lagerhaus Nord GmbH'), row('1002', 'Müller & Söhne')]);
  await importFile(story, fiona, { name: 'open.csv', content }, { 'As of': '2026-11-01' });
  await story.moveTo('2026-11-03 06:30');
  expect(cards()).toEqual([]);
  await story.moveTo('2026-11-03 07:00');
  expect(cards()).toHaveLength(2);
});

test('what somebody does about a case at night is answered at once, and told in its thread in the morning', async () => {
  await story.moveTo('2026-11-03 21:00');
  expect(await lena.slash('/promise lagerhaus 8000 6.11.2026')).toContain('Noted for Lagerhaus');
  expect(story.thread('Lagerhaus').join('\n')).toContain('€8,000.00 promised');
});
