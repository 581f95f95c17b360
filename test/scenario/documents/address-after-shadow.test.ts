import { expect, test } from 'vitest';
import { importFile } from '../../support/story/import.ts';
import { coverThrough } from '../../support/story/letters.ts';
import { openItemsFile } from '../../support/story/open-items.ts';
import { startStory } from '../../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before, and nobody noted a mail address. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max, fiona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
};
const search = 'find the accounts-payable mail address';

test('a letter that could not go in shadow mode is work for the owner once letters go out, and once only', async () => {
  const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
  await importFile(story, fiona, file, { 'As of': '2026-11-02' });
  await lena.slash('/assign lagerhaus @rita');
  await story.moveTo('2026-11-03 10:00');
  expect(await rita.slash('/account lagerhaus')).not.toContain(search);
  await max.slash('/team');
  await max.press(max.sees('Let letters out'), 'Let letters out');
  await max.press(max.sees('Let them out'), 'Let them out');
  await story.settle();
  await story.moveTo('2026-11-03 10:30');
  await coverThrough(story, 'today');
  expect((await rita.slash('/account lagerhaus')).split(search)).toHaveLength(2);
});
