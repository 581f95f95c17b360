import { beforeAll, describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/**
 * What people complain of in other products, each by its name. One fortnight, Monday 2 to Friday 13 November, with a
 * customer for each; what happens is told first, and each test looks at what its customer received.
 */
const story = await startStory({ start: '2026-11-02 07:00' });
const { rita, lena, fiona } = story;

const row = (customer: string, invoice: string, due: string, amount = '1000.00'): OpenItemRow => ({
  customer,
  name: `Firma ${customer}`,
  invoice,
  issued: '2026-10-01',
  due,
  amount,
  mail: `ap@${customer}.example`,
});
const items = [
  row('1001', 'R-1001', '2026-11-02'),
  row('1002', 'R-1002', '2026-11-02'),
  row('1003', 'R-1003', '2026-11-06'),
  row('1004', 'R-1004', '2026-11-02'),
  row('1005', 'R-1005', '2026-11-02'),
  row('1006', 'R-1006a', '2026-11-02'),
  row('1006', 'R-1006b', '2026-11-02'),
  row('1007', 'R-1007', '2026-11-02'),
  row('1007', 'CN-1007', '2026-11-02', '-400.00'),
  row('1008', 'R-1008a', '2026-11-02'),
  row('1008', 'R-1008b', '2026-11-10', '2000.00'),
];
const firms = [...new Set(items.map(({ customer }) => customer))];

/** What the ledger covers, and the morning on which that is said. */
const mornings = [
  ['2026-11-02', '2026-11-03'],
  ['2026-11-03', '2026-11-04'],
  ['2026-11-04', '2026-11-05'],
  ['2026-11-05', '2026-11-06'],
  ['2026-11-08', '2026-11-09'],
  ['2026-11-09', '2026-11-10'],
  ['2026-11-10', '2026-11-11'],
  ['2026-11-11', '2026-11-12'],
  ['2026-11-12', '2026-11-13'],
] as const;

/** The oldest first. */
const mailsTo = (customer: string) =>
  story
    .mails()
    .filter(({ to }) => to.some((address) => address.includes(customer)))
    .toReversed();
const daysOf = (customer: string): readonly string[] =>
  mailsTo(customer).map(({ receivedAt }) => receivedAt.slice(0, 10));
const thread = (customer: string): string => story.thread(`Firma ${customer}`).join('\n');

beforeAll(async () => {
  await startLetters(story, items, '2026-11-01');
  for (const firm of firms) await lena.slash(`/assign ${firm} @rita`);
  await story.moveTo('2026-11-02 16:00');
  await fiona.slash('/payment 1001 1000 R-1001');
  await rita.slash('/account 1004');
  await rita.chooseForm(rita.sees('R-1004'), 'Add contact');
  await rita.submit({ Name: 'Eva Kaufmann', Role: 'purchasing', 'Mail address': 'buying@1004.example' });
  await rita.slash('/promise 1005 1000 13.11.2026');
  await lena.slash('/pause 1006 R-1006b 2026-11-30 waits for the delivery note');
  for (const [covered, morning] of mornings) {
    await story.moveTo(`${morning} 07:30`);
    await coverThrough(story, covered);
    if (morning === '2026-11-04')
      await importFile(
        story,
        fiona,
        { name: 'again.csv', content: openItemsFile(items.filter(({ customer }) => customer !== '1001')) },
        { 'As of': '2026-11-03' },
      );
    await story.moveTo(`${morning} 18:00`);
  }
}, 180_000);

describe('nobody can complain of', () => {
  test('a reminder after payment', () => {
    expect(mailsTo('1001')).toEqual([]);
    expect(mailsTo('1002').length).toBeGreaterThan(0);
  });

  test('the same reminder twice', () => {
    for (const firm of firms) {
      const subjects = mailsTo(firm).map(({ subject }) => subject);
      expect(new Set(subjects).size).toBe(subjects.length);
    }
  });

  test('a notice the day after the first', () => {
    expect(daysOf('1002')).toEqual(['2026-11-03']);
    expect(thread('1002')).toContain('Approve: formal claim');
    expect(daysOf('1008')).toEqual(['2026-11-03', '2026-11-11']);
  });

  test('weekend sends', () => {
    expect(daysOf('1003')).toEqual(['2026-11-09']);
    const weekdays = story.mails().map(({ receivedAt }) => new Date(receivedAt).getUTCDay());
    expect(weekdays.filter((day) => day === 0 || day === 6)).toEqual([]);
  });

  test('a wrong contact', () => {
    expect(mailsTo('1004').map(({ to, cc }) => [...to, ...cc])).toEqual([['ap@1004.example']]);
  });

  test('a promise that does not pause', () => {
    expect(mailsTo('1005')).toEqual([]);
    expect(thread('1005')).not.toContain('pay-or-date call');
  });

  test('no pause for one invoice', () => {
    const [letter, ...more] = mailsTo('1006');
    expect(more).toEqual([]);
    expect(letter?.text).toContain('R-1006a');
    expect(letter?.text).not.toContain('R-1006b');
  });

  test('a credit note ignored', () => {
    expect(mailsTo('1007')[0]?.text).toContain('We ask you to pay €600.00');
  });

  test('reminding one invoice that hides the rest', () => {
    const [first, second] = mailsTo('1008');
    expect(first?.text).toContain('R-1008a');
    expect(first?.text).not.toContain('R-1008b');
    expect(second?.text).toContain('R-1008a');
    expect(second?.text).toContain('R-1008b');
  });
});
