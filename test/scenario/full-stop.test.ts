import { describe, expect, test } from 'vitest';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; both customers were due the day before, and the demand goes out that morning. */
const story = await startStory({ start: '2026-11-03 07:00' });
const { ada, rita, lena, max, mona, leo } = story;
const row = (customer: string, name: string, invoice: string): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '8000.00',
  mail: `ap@${customer}.example`,
});
/** What the ledger covers, and the morning on which it is said. */
const weekdays = [
  ['03', '04'],
  ['04', '05'],
  ['05', '06'],
  ['08', '09'],
  ['09', '10'],
  ['10', '11'],
  ['11', '12'],
] as const;
const thread = (name: string): string => story.thread(name).join('\n');
const card = (name: string): string => story.thread(name)[0] ?? '';
const mailsTo = (customer: string): number =>
  story.mails().filter((mail) => mail.to.includes(`ap@${customer}.example`)).length;

describe('a customer for whom a lawyer writes', () => {
  test('is not pressed from that moment, on the word of a rep', async () => {
    const rows = [row('1001', 'Lagerhaus Nord GmbH', 'R-101'), row('1002', 'Müller & Söhne', 'R-201')];
    await startLetters(story, rows, '2026-11-02');
    await lena.slash('/assign lagerhaus to @rita');
    await lena.slash('/assign müller to @rita');
    await story.moveTo('2026-11-03 10:30');
    expect(mailsTo('1001')).toBe(1);
    expect(await rita.slash('/calls')).toContain('Lagerhaus');
    const answer = await rita.slash('/account stop lagerhaus lawyer Dr. Weiss wrote this morning');
    expect(answer).toContain('Nobody presses them. Your lead looks at it');
    await story.settle();
    expect(await rita.slash('/calls')).not.toContain('Lagerhaus');
    expect(thread('Lagerhaus')).toContain('Nobody presses them any more: a lawyer acts for them');
    expect(thread('Lagerhaus')).toContain('“Dr. Weiss wrote this morning”');
    expect(card('Lagerhaus')).toContain('a lawyer acts for them');
  });

  test('is a matter for the lead, who is nagged until she confirms it', async () => {
    expect(await lena.slash('/calls')).toContain('check that pressing has to stop');
    await rita.slash('/calls');
    const refused = await rita.slash('/account again lagerhaus I was wrong');
    expect(refused).toContain('Lena Lind');
    const found = lena.sees('check that pressing has to stop');
    expect(await lena.choose(found, 'It stands', 'check that')).toContain('It stands');
    expect(thread('Lagerhaus')).toContain('The stop stands · confirmed by Lena Lind');
    expect(await lena.slash('/calls')).not.toContain('check that pressing');
  });

  test('hears nothing for weeks, while others are pressed on', async () => {
    for (const [covered, day] of weekdays) {
      await story.moveTo(`2026-11-${day} 07:30`);
      await coverThrough(story, `2026-11-${covered}`);
    }
    expect(mailsTo('1001')).toBe(1);
    expect(card('Lagerhaus')).not.toContain('formal claim');
    expect(thread('Müller')).toContain('Approve: formal claim');
    expect(await max.slash('/letter send lagerhaus')).toContain('stopped');
  });

  test('is pressed again where it was left, as if those days had not been', async () => {
    expect(await lena.slash('/account again lagerhaus the mandate ended')).toContain('pressed again');
    await story.moveTo('2026-11-12 09:30');
    expect(thread('Lagerhaus')).toContain('Pressed again by their dates');
    expect(card('Lagerhaus')).toContain('pay-or-date call, Thu 12 Nov');
    expect(card('Lagerhaus')).not.toContain('formal claim');
    expect(await lena.slash('/account again lagerhaus twice')).toContain('Nothing stops them any more');
  });
});

describe('an insolvent customer', () => {
  test('is stopped on a manager’s word: the question about its claim lapses, the one about a write-off stands', async () => {
    await lena.slash('/payment write-off müller 500 because nothing will come of it');
    await max.slashForm('/account stop müller');
    expect(
      await max.submit({
        Why: 'Insolvency: a court or an administrator decides',
        'Who said what': 'x',
        'Last day to file what we are owed': '1.11.2026',
      }),
    ).toContain('is past');
    await max.submit({
      Why: 'Insolvency: a court or an administrator decides',
      'Who said what': 'Amtsgericht Hamburg 67 IN 12/26',
      'Last day to file what we are owed': '30.11.2026',
    });
    await story.settle();
    expect(thread('Müller')).toContain('Nobody presses them any more: insolvent');
    expect(thread('Müller')).toContain('nobody presses them any more');
    expect(await mona.openHome()).toContain('write-off · Müller & Söhne');
    expect(await max.slash('/account stop müller insolvency again')).toContain('already: insolvent');
  });

  test('is a task for legal: what they owe is filed by the court’s day', async () => {
    const calls = await leo.slash('/calls');
    expect(calls).toContain('file what they owe in the insolvency, Mon 30 Nov');
    await story.moveTo('2026-11-12 16:00');
    expect(leo.inbox().filter((text) => text.includes('file what they owe'))).toHaveLength(1);
    expect(await leo.press(leo.sees('file what they owe'), 'Done')).toContain('file what they owe');
  });
});

test('a stop without a word of why, or with an unknown one, is refused with what to write', async () => {
  expect(await rita.slash('/account stop lagerhaus because')).toContain('insolvency, lawyer, do not contact');
  expect(await rita.slash('/account stop lagerhaus lawyer')).toContain('Who said so');
  expect(await ada.slash('/account stop nobody lawyer x')).toContain('No customer');
});
