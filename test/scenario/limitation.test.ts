import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory, type Story } from '../support/story/story.ts';

const row = (invoice: string, due: string, amount: string) => ({
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice,
  issued: due,
  due,
  amount,
});
/** Two invoices of 2023 and one of this year: by German law the claims for the old ones end with the year 2026. */
const content = openItemsFile([
  row('R-23', '2023-03-15', '8000.00'),
  row('R-24', '2023-11-30', '400.00'),
  row('R-26', '2026-06-15', '900.00'),
]);
const summer = await startStory({ start: '2026-07-03 07:00' });
const winter = await startStory({ start: '2026-11-30 07:00' });
const toldOf = (story: Story): number =>
  story.thread('Lagerhaus').join('\n').split('becomes time-barred').length - 1;

test('a claim that can soon not be sued for is told of half a year before, by which law, and is legal’s task', async () => {
  await importFile(summer, summer.fiona, { name: 'open.csv', content }, { 'As of': '2026-07-02' });
  await summer.moveTo('2026-07-03 10:00');
  expect(toldOf(summer)).toBe(0);
  await summer.moveTo('2026-07-06 10:00');
  const thread = summer.thread('Lagerhaus').join('\n');
  expect(thread).toContain('€8,400.00 becomes time-barred after Thu 31 Dec · R-23, R-24');
  expect(thread).toContain('BGB §§ 195, 199, DE');
  expect(await summer.leo.slash('/calls')).toContain(
    'stop €8,400.00 from becoming time-barred on Thu 31 Dec',
  );
});

test('it is told of once more a month before, and not on the days between', async () => {
  await importFile(winter, winter.fiona, { name: 'open.csv', content }, { 'As of': '2026-11-29' });
  await winter.moveTo('2026-11-30 09:00');
  expect(toldOf(winter)).toBe(1);
  await winter.leo.slash('/calls');
  await winter.leo.press(winter.leo.sees('from becoming time-barred'), 'Done');
  await winter.moveTo('2026-12-01 09:00');
  expect(toldOf(winter)).toBe(2);
  await winter.moveTo('2026-12-02 09:00');
  expect(toldOf(winter)).toBe(2);
  expect(await winter.leo.slash('/calls')).toContain('from becoming time-barred on Thu 31 Dec');
});
