import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the invoices of two customers fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, fiona } = story;
const row = (invoice: string, amount: string, customer = '1001', name = 'Lagerhaus Nord GmbH') => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const werft = row('R-201', '9000.00', '1002', 'Werft Ost');
const thread = (): string => story.thread('Lagerhaus').join('\n');
const talked = { 'Who did you speak with?': 'Frau Kruse', 'What was said?': 'See below' };

test('a call may end in a dispute, which rests and has to be answered', async () => {
  const content = openItemsFile([row('R-101', '8000.00'), row('R-102', '4400.00'), werft]);
  await importFile(story, fiona, { name: 'open.csv', content }, { 'As of': '2026-11-02' });
  await lena.slash('/assign lagerhaus to @rita');
  await lena.slash('/assign werft to @rita');
  await story.moveTo('2026-11-03 09:00');
  await rita.slashForm('/outcome lagerhaus');
  const dispute = { ...talked, 'What comes next?': 'dispute' };
  expect(await rita.submit(dispute)).toContain('Say what is wrong');
  const what = { 'What do we owe them, or what is wrong?': 'R-101 quality, scratched housing' };
  expect(await rita.submit({ ...dispute, ...what, 'Which amount?': '9000' })).toContain('€8,000.00 of R-101');
  expect(await rita.submit({ ...dispute, ...what, 'Which amount?': '1500' })).toContain(
    'spoke with Frau Kruse; they dispute €1,500.00 (quality), which rests; Lena Lind answers by Tue 17 Nov',
  );
  expect(thread()).toContain('€1,500.00 disputed · quality · R-101 — “scratched housing” · said Frau Kruse');
  expect(thread()).toContain('€10,900.00 is pressed');
});

test('a call may end in the word that it is paid, which rests three business days', async () => {
  await rita.slashForm('/outcome lagerhaus');
  const answer = await rita.submit({ ...talked, 'What comes next?': 'paid', 'Which amount?': '4400' });
  expect(answer).toContain('they say that €4,400.00 is paid, which rests until Fri 6 Nov unless it comes');
  expect(thread()).toContain('€4,400.00 is on its way or not allocated yet, and rests');
  expect(thread()).toContain('€6,500.00 is pressed');
});

test('who was called back at ten is not called again by the ladder on that day', async () => {
  const callBack = { ...talked, 'What comes next?': 'call back', 'When?': '5 Nov 14:00' };
  await rita.slashForm('/outcome werft');
  expect(await rita.submit(callBack)).toContain('we call back Thu 5 Nov at 14:00');
  await story.moveTo('2026-11-04 10:00');
  await rita.slashForm('/outcome werft');
  expect(await rita.submit({ ...talked, 'What comes next?': 'nothing agreed' })).toContain(
    'nothing was agreed',
  );
  await story.moveTo('2026-11-04 17:30');
  expect(await rita.slash('/calls')).not.toContain('Werft Ost');
  expect(lena.inbox().join()).not.toContain('Werft Ost');
  expect(story.thread('Werft')[0]).toContain('official-letter call, Thu 5 Nov');
});

test('and the ladder goes on the day after: no step is lost', async () => {
  await story.moveTo('2026-11-05 09:00');
  expect(await rita.slash('/calls')).toContain('official-letter call');
});
