import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; two invoices fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, fiona } = story;
const row = (invoice: string, amount: string) => ({
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const card = (): string => story.thread('Lagerhaus')[0] ?? '';

test('an invoice that was paused alone while the call went on is called about when its pause is over', async () => {
  const content = openItemsFile([row('R-101', '8000.00'), row('R-102', '4400.00')]);
  await importFile(story, fiona, { name: 'open.csv', content }, { 'As of': '2026-11-02' });
  await lena.slash('/assign lagerhaus to @rita');
  await story.moveTo('2026-11-03 09:00');
  expect(card()).toContain('pay-or-date call, Tue 3 Nov');
  await lena.slash('/pause lagerhaus R-101 fri waits for the delivery note');
  expect(card()).toContain('pay-or-date call, Tue 3 Nov');
  await rita.slashForm('/outcome lagerhaus');
  await rita.submit({
    'Who did you speak with?': 'Frau Kruse',
    'What was said?': 'R-102 is paid today',
    'What comes next?': 'nothing agreed',
  });
  await fiona.slash('/payment lagerhaus 4400 R-102');
  await story.moveTo('2026-11-06 09:30');
  expect(card()).toContain('pay-or-date call, Fri 6 Nov');
  expect(story.thread('Lagerhaus').join('\n')).toContain(
    'The pause of R-101 is over: pressing resumes today',
  );
});
