import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the invoice is two months late. Rita owns the customer. */
const story = await startStory({ start: '2026-11-03 09:30' });
const { rita, lena, max, mona, fiona } = story;
const item = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-08-01',
  due: '2026-09-01',
  amount: '12400.00',
};
const thread = (): string => story.thread('Lagerhaus').join('\n--\n');

test('late costs are waived when two people agreed, and the file names them no more', async () => {
  const file = { name: 'open.csv', content: openItemsFile([item]) };
  await importFile(story, fiona, file, { 'As of': '2026-11-02' });
  await lena.slash('/assign lagerhaus to @rita');
  expect(await fiona.slash('/account lagerhaus')).toContain('fixed sum €40.00');
  const answer = await lena.slash('/payment waive lagerhaus fees because our invoice came late');
  expect(answer).toContain('waiving €40.00 of late costs of R-1 is proposed');
  await max.press(max.sees('Approve: fee waiver'), 'Approve');
  expect(await fiona.slash('/account lagerhaus')).toContain('fixed sum €40.00');
  expect(await mona.press(mona.sees('Approve: fee waiver'), 'Approve')).toContain('Approved.');
  expect(thread()).toContain('€40.00 of late costs waived (R-1)');
  const account = await fiona.slash('/account lagerhaus');
  expect(account).not.toContain('fixed sum €40.00');
  expect(account).toContain('€40.00 of late costs waived · €40.00: fixed sums of R-1');
  expect(account).toContain('“our invoice came late”, proposed by Lena Lind');
});

test('a hold because of much is released by two people, neither of them who asked', async () => {
  await max.slash('/team');
  await max.press(max.sees('Let letters out'), 'Let letters out');
  await max.press(max.sees('Let them out'), 'Let them out');
  await rita.slash('/hold lagerhaus service months of silence');
  await max.press(max.sees('Approve: service hold'), 'Approve');
  expect(await lena.slash('/hold lagerhaus lift a good talk')).toContain('two people lift this hold');
  expect(thread()).toContain('Approve: service hold release');
  await max.press(max.sees('Approve: service hold release'), 'Approve');
  expect(thread()).not.toContain('Service hold lifted');
  await mona.press(mona.sees('Approve: service hold release'), 'Approve');
  expect(thread()).toContain('Service hold lifted by Mona Meyer: a good talk');
});

test('what a manager proposed is not for them, even when somebody else asks it again', async () => {
  await max.slash('/payment write-off lagerhaus 100 because goodwill');
  await mona.pressForm(mona.sees('Approve: write-off'), 'Refuse');
  await mona.submit({ 'Why not?': 'not yet', 'Look again on': '20.11.' });
  await rita.pressForm(rita.sees('Ask again…'), 'Ask again');
  await rita.submit({ 'What is new?': 'they offered the rest' });
  expect(thread()).toContain('Rita Reyes asks again');
  expect(await max.press(max.sees('Approve: write-off'), 'Approve')).toContain('You asked for this');
});
