import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November; two invoices of one customer fell due the day before, one of another. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max, fiona } = story;

const row = (
  invoice: string,
  amount: string,
  customer = '1001',
  name = 'Lagerhaus Nord GmbH',
): OpenItemRow => ({ customer, name, invoice, issued: '2026-10-01', due: '2026-11-02', amount });
const items = [
  row('R-101', '8000.00'),
  row('R-102', '4400.00'),
  row('R-201', '500.00', '1002', 'Müller & Söhne'),
];
const thread = (): string => story.thread('Lagerhaus').join('\n');
const card = (): string => story.thread('Lagerhaus')[0] ?? '';

describe('a pause', () => {
  test('is refused for a day that is past, a year from now, no reason, and an invoice that is not open', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus to @rita');
    await lena.slash('/assign müller to @rita');
    await story.moveTo('2026-11-03 09:00');
    expect(await rita.slash('/pause lagerhaus today asked to')).toContain('choose tomorrow or later');
    expect(await lena.slash('/pause lagerhaus 3.11.2027 asked to')).toContain('longer than 90 days');
    expect(await rita.slash('/pause lagerhaus 48h')).toContain('needs a reason');
    expect(await rita.slash('/pause lagerhaus because')).toContain('"because" is no day');
    expect(await fiona.slash('/pause lagerhaus 48h why')).toContain('Lena Lind');
  });

  test('of one invoice leaves the others pressed', async () => {
    const answer = await lena.slash('/pause lagerhaus R-102 fri waits for the delivery note');
    expect(answer).toContain('R-102 rests until Fri 6 Nov');
    expect(card()).toContain('Some invoices are paused until Fri 6 Nov: waits for the delivery note');
    expect(card()).toContain('€8,000.00 is pressed');
    expect(card()).toContain('pay-or-date call, Tue 3 Nov');
  });

  test('of all by a rep takes the call off the list for 48 hours', async () => {
    expect(await rita.slash('/pause lagerhaus 48h new bookkeeper')).toContain(
      'all of it rests until Thu 5 Nov',
    );
    await story.settle();
    expect(card()).toContain('at rest: paused');
    expect(card()).toContain('Paused until Thu 5 Nov: new bookkeeper');
    expect(await rita.slash('/calls')).not.toContain('Lagerhaus');
  });

  test('ends by itself, the thread is told, and the call that it took away is to be made', async () => {
    await story.moveTo('2026-11-04 18:00');
    expect(thread()).not.toContain('The pause is over');
    await story.moveTo('2026-11-05 08:00');
    expect(thread()).toContain('The pause is over: pressing resumes today');
    expect(say(rita.sees('“new bookkeeper”'))).toContain('Over since Thu 5 Nov');
    expect(card()).toContain('pay-or-date call, Thu 5 Nov');
  });

  test("a second time is the lead's to grant, and nothing rests until she answers", async () => {
    const asked = await rita.slash('/pause lagerhaus 48h the bookkeeper is ill');
    expect(asked).toContain('A rep may pause a case once');
    expect(asked).toContain('Lena Lind');
    expect(card()).not.toContain('Paused until');
    expect(thread()).toContain('Rita Reyes asks for it until Sat 7 Nov: “the bookkeeper is ill”');
    expect(await rita.slash('/pause lagerhaus 24h again')).toContain(
      'Rita Reyes has asked for a pause already',
    );
    expect(await rita.press(rita.sees('Approve: pause'), 'Approve')).toContain('somebody else decides');
    expect(await fiona.press(fiona.sees('Approve: pause'), 'Approve')).toContain('Lena Lind');
  });

  test('that is granted rests; whoever comes second is told who was first', async () => {
    const question = lena.sees('Approve: pause');
    const answers = await Promise.all([lena.press(question, 'Approve'), max.press(question, 'Approve')]);
    expect(answers.filter((text) => text.startsWith('Approved.'))).toHaveLength(1);
    expect(answers.join()).toMatch(/Already approved by (Lena Lind|Max Moreau)/);
    expect(card()).toContain('Paused until Sat 7 Nov');
  });

  test('can be ended early, once', async () => {
    const shown = rita.sees('“the bookkeeper is ill”');
    const answers = await Promise.all([rita.press(shown, 'End now'), lena.press(shown, 'End now')]);
    expect(answers.filter((text) => text.includes('pressed again from today'))).toHaveLength(1);
    expect(answers.join()).toMatch(/over already: (Rita Reyes|Lena Lind) ended it/);
    expect(card()).toContain('next: pay-or-date call, Fri 6 Nov');
  });

  test('that is longer than 48 hours is asked for, and refused with a reason and a day', async () => {
    await rita.slashForm('/pause müller');
    expect(await rita.submit({ Until: '20.11.', 'Why?': 'holidays' })).toContain('48 hours, until Sat 7 Nov');
    await lena.pressForm(lena.sees('Approve: pause'), 'Refuse');
    await lena.submit({ 'Why not?': 'Call the deputy', 'Look again on': '+5' });
    expect(story.thread('Müller').join('\n')).toContain('Refused by Lena Lind: Call the deputy');
    expect(story.thread('Müller')[0]).not.toContain('aused');
  });
});
