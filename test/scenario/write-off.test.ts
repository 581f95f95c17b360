import { describe, expect, test } from 'vitest';
import { camtStatement } from '../support/samples/camt.ts';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November; the invoices fell due the day before. Rita owns both customers. */
const story = await startStory({ start: '2026-11-03 09:30' });
const { rita, lena, max, mona, ada, fiona } = story;

const row = (customer: string, name: string, invoice: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const items = [
  row('1001', 'Lagerhaus Nord GmbH', 'R-1', '12400.00'),
  row('1001', 'Lagerhaus Nord GmbH', 'R-2', '8.50'),
  row('1002', 'Müller & Söhne', 'R-3', '500.00'),
];
const thread = (of = 'Lagerhaus'): string => story.thread(of).join('\n--\n');
const newest = (who: typeof max) => who.sees('waits for you');

describe('a write-off', () => {
  test('needs a reason, and something that is open', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus to @rita');
    await lena.slash('/assign müller to @rita');
    expect(await lena.slash('/payment write-off müller R-3')).toContain('needs a reason');
    expect(await lena.slash('/payment write-off müller R-9 because gone')).toContain('R-3');
    expect(await lena.slash('/payment write-off müller 501 because gone')).toContain(
      'more than the €500.00 that are open',
    );
    expect(await lena.slash('/payment write-off müller because gone')).toContain('What shall be given up?');
  });

  test('is asked of two managers, in the thread and in a message of each', async () => {
    const answer = await lena.slash('/payment write-off müller R-3 because they are insolvent');
    expect(answer).toContain('writing off €500.00 of R-3 is proposed');
    expect(answer).toContain('Max Moreau and Mona Meyer');
    expect(thread('Müller')).toContain('Lena Lind asks for it: “they are insolvent”');
    for (const who of [max, mona]) {
      expect(say(newest(who))).toContain('write-off · Müller & Söhne · €500.00');
      expect(say(newest(who))).toContain('Two people must agree');
    }
    expect(ada.inbox().join()).not.toContain('waits for you');
    expect(await lena.slash('/payment write-off müller R-3 because again')).toContain(
      'Lena Lind proposed a write-off here already',
    );
  });

  test('is not for the owner of the customer nor for whoever proposed it', async () => {
    expect(await rita.press(rita.sees('Approve: write-off'), 'Approve')).toContain('You own this customer');
    expect(await lena.press(lena.sees('Approve: write-off'), 'Approve')).toContain(
      'You asked for this, so somebody else decides: Max Moreau, Mona Meyer',
    );
  });

  test('is agreed to by the first, who is told who is missing, and who cannot agree twice', async () => {
    expect(await max.press(newest(max), 'Approve')).toContain('One more person must agree: Mona Meyer');
    expect(thread('Müller')).toContain('Max Moreau agrees');
    expect(say(newest(mona))).toContain('Max Moreau agrees');
    expect(await max.press(max.sees('Approve: write-off'), 'Approve')).toContain('You agreed already');
    const file = await fiona.slash('/account müller');
    expect(file).toContain('€500.00 overdue');
    expect(file).toContain('€500.00 to be written off · Of R-3');
    expect(file).toContain('Max Moreau agrees; waits for a second person: Mona Meyer');
    expect(file).not.toContain('Approve');
    expect(await mona.slash('/account müller')).toContain('Approve');
  });

  test('is booked by the second, however often the button is pressed, and every message says so', async () => {
    const card = newest(mona);
    const answers = await Promise.all([mona.press(card, 'Approve'), mona.press(card, 'Approve')]);
    expect(answers.join('\n')).toContain('Approved. It is carried out now');
    expect(thread('Müller')).toContain('Approved by Max Moreau and Mona Meyer');
    expect(thread('Müller')).toContain('€500.00 written off');
    for (const who of [max, mona]) expect(say(who.sees('1 approval is decided'))).toContain('Approved by');
    const file = await fiona.slash('/account müller');
    expect(file).toContain('everything is paid');
    expect(file).toContain('€500.00 written off · Of R-3\n“they are insolvent”, proposed by Lena Lind');
    expect(file).toContain('agreed by Max Moreau and Mona Meyer');
    expect(await fiona.slash('/aging')).not.toContain('€12,908.50');
  });

  test('is named to finance who records cash for its invoice', async () => {
    await fiona.slashForm('/payment müller');
    const answer = await fiona.submit({
      'Amount received': '500',
      'What does it pay?': 'These invoices',
      'Invoice numbers': 'R-3',
    });
    expect(answer).toContain('€500.00 of R-3 was written off on Tue 3 Nov: take it back first');
  });

  test('is taken back when money comes after all, and the money pays the invoice', async () => {
    const answer = await fiona.submit({
      'What does it pay?': 'An invoice of exactly this amount, else the oldest first',
    });
    expect(answer).toContain('not applied');
    expect(answer).toContain('€500.00 of R-3 was written off on Tue 3 Nov: take it back');
    await fiona.slash('/account müller');
    expect(say(fiona.sees('Written off and waived'))).toContain('Take back…');
    const form = await fiona.pressForm(fiona.sees('Recorded €500.00'), 'Take back');
    expect(say({ text: '', blocks: form.view.blocks })).toContain('€500.00');
    expect(await fiona.submit({ 'Why?': 'the administrator paid' })).toContain('open again: R-3');
    expect(thread('Müller')).toContain(
      'Write-off of €500.00 taken back by Fiona Falk: the administrator paid',
    );
    await fiona.slash('/payment allocate müller R-3');
    const file = await fiona.slash('/account müller');
    expect(file).toContain('everything is paid');
    expect(file).toContain('€500.00 written off and taken back');
    expect(file).toContain('taken back by Fiona Falk on Tue 3 Nov: the administrator paid');
    expect(file).not.toContain('Take back');
  });

  test('of small rests names all that are too small to press for', async () => {
    expect(await rita.slash('/payment write-off lagerhaus residuals because rounding')).toContain(
      'writing off €8.50 of R-2 is proposed',
    );
  });

  test('lapses at once when the sum changes, and says why', async () => {
    await fiona.slash('/payment lagerhaus 8.50');
    expect(thread()).toContain('Lapsed: what is open of its invoices changed from €8.50 to €0.00');
    expect(story.thread('Lagerhaus').join()).not.toContain('Approve this?');
  });

  test('is refused by either of the two with a reason and a day, and asked again on new grounds', async () => {
    await rita.slash('/payment write-off lagerhaus 400 because they will never pay');
    await max.press(newest(max), 'Approve');
    await mona.pressForm(newest(mona), 'Refuse');
    await mona.submit({ 'Why not?': 'ask their bank first', 'Look again on': '20.11.' });
    expect(thread()).toContain('Refused by Mona Meyer: ask their bank first');
    expect(await rita.slash('/payment write-off lagerhaus 400 because please')).toContain(
      'Mona Meyer refused this write-off (ask their bank first): it is looked at again on Fri 20 Nov',
    );
    await rita.pressForm(rita.sees('Ask again…'), 'Ask again');
    await rita.submit({ 'What is new?': 'the bank says the account is closed' });
    expect(thread()).toContain('Rita Reyes asks again: “the bank says the account is closed”');
    expect(thread()).toContain('Refused before by Mona Meyer');
    expect(say(newest(mona))).toContain('the bank says the account is closed');
  });

  test('is asked of the next above when somebody who was asked leaves', async () => {
    await ada.slash('/team');
    await ada.pressForm(ada.sees('Add person'), { label: 'Edit', row: 'Mona Meyer' });
    await ada.submit({ 'Works here': 'no' });
    expect(say(newest(ada))).toContain('write-off · Lagerhaus Nord GmbH');
    await max.press(newest(max), 'Approve');
    expect(await ada.press(newest(ada), 'Approve')).toContain('Approved.');
    expect(thread()).toContain('€400.00 written off');
  });

  test('is named to finance by the bank’s money for its invoice, who takes it back and books it by one press', async () => {
    const { workspace } = story.dunwell.local!;
    const shown = (words: string): Promise<unknown> =>
      workspace.until(() => fiona.inbox().some((text) => text.includes(words)), { what: words });
    const entries = [{ amount: '12400.00', name: 'LAGERHAUS NORD', text: 'R-1' }];
    const day = '2026-11-03';
    fiona.person.upload('bot', 'late.xml', camtStatement({ id: 'S1', from: day, to: day, entries }));
    await shown('1 booking is doubtful');
    await fiona.pressQuietly(fiona.sees('late.xml'), 'Book');
    await shown('Why you: €400.00 of R-1 was written off on Tue 3 Nov');
    const line = fiona.sees('€12,400.00 came in from LAGERHAUS NORD');
    expect(say(line)).toContain('Book to R-1');
    await fiona.pressQuietly(line, 'Book as recovered');
    await shown('Booked to Lagerhaus Nord GmbH by Fiona Falk');
    await story.settle();
    expect(thread()).toContain(
      'Write-off of €400.00 taken back by Fiona Falk: money came from the bank after all',
    );
    expect(thread()).toContain('€12,400.00 paid');
    expect(await lena.slash('/account lagerhaus')).toContain('everything is paid');
  });
});
