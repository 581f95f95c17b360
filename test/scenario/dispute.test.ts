import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November; two invoices of one customer fell due the day before, one of another. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, fiona } = story;

const row = (
  invoice: string,
  amount: string,
  customer = '1001',
  name = 'Lagerhaus Nord GmbH',
): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const items = [
  row('R-101', '8000.00'),
  row('R-102', '4400.00'),
  row('R-201', '500.00', '1002', 'Müller & Söhne'),
];
const thread = (): string => story.thread('Lagerhaus').join('\n');
const card = (): string => story.thread('Lagerhaus')[0] ?? '';

describe('a dispute', () => {
  test('is refused for an invoice that is not open, an amount above it, no reason, and for nobody in particular', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile(items) },
      { 'As of': '2026-11-02' },
    );
    await lena.slash('/assign lagerhaus to @rita');
    await lena.slash('/assign müller to @rita');
    await story.moveTo('2026-11-03 09:00');
    expect(await rita.slash('/dispute lagerhaus R-999 400 price')).toContain('open are R-101, R-102');
    expect(await rita.slash('/dispute lagerhaus 400 price')).toContain('Which invoice is it about?');
    expect(await rita.slash('/dispute lagerhaus R-101 9000 price')).toContain('€8,000.00 of R-101');
    expect(await rita.slash('/dispute lagerhaus R-101 400')).toContain('Say what is wrong');
  });

  test('of a part rests the part, and the rest is pressed and named', async () => {
    await rita.slashForm('/dispute lagerhaus');
    const answer = await rita.submit({
      'Which invoices?': ['R-101'],
      'Disputed amount': '1.500,00',
      'What is wrong?': 'quality',
      'In their words': 'scratched housing',
      'Who said so?': 'Frau Kruse',
      'Answered by': 'thu',
    });
    expect(answer).toContain('€1,500.00 of R-101 is disputed (quality) and rests');
    expect(answer).toContain('Lena Lind answers by Thu 5 Nov');
    expect(thread()).toContain(
      '€1,500.00 disputed · quality · R-101 — “scratched housing” · said Frau Kruse',
    );
    expect(thread()).toContain('<@U0LENA> answers by Thu 5 Nov');
    expect(card()).toContain('€1,500.00 disputed rests');
    expect(card()).toContain('€10,900.00 is pressed');
    expect(card()).toContain('pay-or-date call, Tue 3 Nov');
  });

  test('above what is left of the invoice is refused', async () => {
    expect(await rita.slash('/dispute lagerhaus R-101 7000 price')).toContain('€6,500.00 of R-101');
  });

  test('may not rest longer than ten business days, unless a lead says so', async () => {
    await rita.slashForm('/dispute müller');
    const refused = await rita.submit({ 'Answered by': '18.12.', 'Disputed amount': '20' });
    expect(refused).toContain('Lena Lind');
    await rita.person.close();
  });

  test('is brought up with the fixer the day before its deadline', async () => {
    await story.moveTo('2026-11-04 09:30');
    expect(say(lena.sees('Good morning, Lena'))).toContain('also: answer the dispute of €1,500.00');
  });

  test('goes on when its deadline passes, in the hands of the manager', async () => {
    await story.moveTo('2026-11-05 17:30');
    expect(await rita.slash('/account lagerhaus')).toMatch(
      /answer the dispute of €1,500.00 \(quality, R-101\), .* · Max Moreau, taken over by the manager/,
    );
    expect(card()).toContain('€1,500.00 disputed rests');
  });

  test('is not answered by somebody whom it was not given to', async () => {
    await rita.pressForm(rita.sees('€1,500.00 disputed · quality'), 'Answer');
    expect(await rita.submit({ 'Are they right?': 'none', 'What do we tell them?': 'no' })).toContain(
      'Lena Lind looks into this dispute',
    );
    await rita.person.close();
  });

  test('that is upheld in part rests that part until finance books the credit note, and the rest is pressed', async () => {
    await lena.pressForm(lena.sees('€1,500.00 disputed · quality'), 'Answer');
    const tooMuch = {
      'Are they right?': 'part',
      'If in part: how much are they right about?': '1600',
      'What do we tell them?': 'The housing, not the motor',
    };
    expect(await lena.submit(tooMuch)).toContain('€1,500.00 that they dispute');
    await lena.submit({ ...tooMuch, 'If in part: how much are they right about?': '600' });
    await story.settle();
    expect(thread()).toContain(
      '€600.00 rests until its credit note is booked; €900.00 is pressed again from today',
    );
    expect(card()).toContain('€600.00 was rightly disputed and rests');
    await fiona.slash('/calls');
    const task = fiona.sees('book a credit note of €600.00');
    const book = () => fiona.choose(task, 'Book credit note', 'Lagerhaus');
    const answers = await Promise.all([book(), book()]);
    expect(answers.join()).toContain('A credit note of €600.00 is booked');
    expect(answers.join()).toContain('Fiona Falk booked this credit note already');
    expect(card()).toContain('€11,800.00 overdue');
    expect(card()).not.toContain('disputed');
  });

  test('shows the decision in place of the button', () => {
    const shown = lena.sees('€1,500.00 disputed · quality');
    expect(say(shown)).toContain('Upheld by Lena Lind for €600.00');
    expect(say(shown)).not.toContain('Answer…');
  });
});

describe('a dispute of all that is owed', () => {
  test('takes the call off the list; the days at rest do not count when it is rejected', async () => {
    await story.moveTo('2026-11-06 09:00');
    expect(await rita.slash('/dispute müller not delivered')).toContain('Lena Lind answers by Fri 20 Nov');
    await story.settle();
    expect(story.thread('Müller')[0]).toContain('at rest: disputed');
    expect(await rita.slash('/calls')).not.toContain('Müller');
    await story.moveTo('2026-11-09 11:00');
    await lena.pressForm(lena.sees('€500.00 disputed · not delivered'), 'Answer');
    const answer = await lena.submit({
      'Are they right?': 'none',
      'What do we tell them?': 'Signed note of 2 Oct',
    });
    expect(answer).toContain('€500.00 is pressed again from today');
    expect(story.thread('Müller').join('\n')).toContain(
      'Dispute rejected by Lena Lind: “Signed note of 2 Oct”',
    );
    expect(story.thread('Müller')[0]).toMatch(/call, Mon 9 Nov by/);
  });

  test('is over when all of it is paid', async () => {
    await rita.slash('/dispute müller price');
    await fiona.slash('/payment müller 500');
    expect(story.thread('Müller').join('\n')).toMatch(
      /The dispute of €500.00 about \S+ is over: nothing of it is open any more/,
    );
  });
});
