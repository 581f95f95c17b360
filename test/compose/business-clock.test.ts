import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

const story = await startStory({ start: '2026-11-20 10:00' });

test('what follows an import that sets the clock back bears the time of that day, not of this machine', async () => {
  const row = { customer: '1', name: 'Lagerhaus', invoice: 'R-1', issued: '2020-03-02', due: '2020-04-01' };
  const content = openItemsFile([{ ...row, amount: '10.00' }]);
  await importFile(story, story.fiona, { name: 'old.csv', content }, { 'As of': '2020-04-20' });
  const posted = story.ada.person
    .messages('collections')
    .map(({ ts, at }) => at ?? new Date(Number(ts) * 1000));
  expect(posted.length).toBeGreaterThan(0);
  expect(posted.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(posted.map(() => '2020-04-20'));
});
