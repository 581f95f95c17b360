import { describe, expect, test } from 'vitest';
import { camtFile, camtStatement, type EntryRow } from '../support/samples/camt.ts';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; all of it fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, fiona } = story;
const { workspace } = story.dunwell.local!;

const row = (customer: string, name: string, invoice: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const rows = [
  row('1001', 'Lagerhaus Nord GmbH', 'R-1001', '12400.00'),
  row('1002', 'Müller & Söhne', 'R-2001', '4100.00'),
  row('1002', 'Müller & Söhne', 'R-2002', '4100.00'),
  row('1003', 'Fern GmbH', 'R-3001', '900.00'),
];
const entries: readonly EntryRow[] = [
  { amount: '12400.00', name: 'LAGERHAUS NORD', iban: 'DE1', text: 'Rg R 1001', endToEndId: 'E-1' },
  { amount: '4100.00', name: 'Mueller Soehne', iban: 'DE2', text: 'Zahlung' },
  { amount: '77.70', name: 'Fern GmbH', text: 'danke' },
  { amount: '5.00', name: 'Unbekannt AG' },
  { amount: '300.00', direction: 'DBIT', name: 'Stadtwerke' },
];
const first = camtStatement({ id: 'S1', from: '2026-11-03', to: '2026-11-03', entries });
const thread = (customer: string): string => story.thread(customer).join('\n');
const list = (): string => rita.inbox().find((text) => text.includes('Good morning, Rita')) ?? '';

/** The card of a file, once it shows some words. */
async function shows(name: string, words: string): Promise<string> {
  const card = (): string => fiona.inbox().find((text) => text.startsWith(name)) ?? '';
  await workspace.until(() => card().includes(words), {
    what: `"${words}" on ${name}: ${card()}`,
    withinMs: 30_000,
  });
  return card();
}

async function drop(name: string, content: string, words = 'came in'): Promise<string> {
  fiona.person.upload('bot', name, content);
  return shows(name, words);
}

async function book(name: string): Promise<string> {
  await fiona.pressQuietly(fiona.sees(name), 'Book');
  const card = await shows(name, 'Booked by');
  await story.settle();
  return card;
}

/** A line's card keeps its text and shows the decision. */
async function decided(line: string, words: string): Promise<void> {
  const is = (text: string): boolean => text.startsWith(line) && text.includes(words);
  await workspace.until(() => fiona.inbox().some(is), { what: `${line}: ${words}` });
  await story.settle();
}

describe('a bank statement', () => {
  test('dropped by finance shows what booking it would do, and books nothing yet', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile(rows) },
      { 'As of': '2026-11-02' },
    );
    for (const name of ['lagerhaus', 'müller', 'fern']) await lena.slash(`/assign ${name} @rita`);
    await story.moveTo('2026-11-03 09:00');
    expect(list()).toContain('Lagerhaus Nord GmbH');
    const card = await drop('first.xml', first);
    expect(card).toContain('4 payments · €16,582.70 came in · camt.053 v8');
    expect(card).toContain('€12,400.00 · 1 booking pays invoices for certain');
    expect(card).toContain('€77.70 · 1 booking stays unapplied cash of its customer');
    expect(card).toContain('€4,100.00 · 1 booking is doubtful');
    expect(card).toContain('€5.00 · 1 booking is from nobody known');
    expect(card).toContain('€300.00 · 1 booking went out to others');
    expect(list()).toContain('Lagerhaus Nord GmbH');
  });

  test('booked, stops the pressing of what is sure at once', async () => {
    const card = await book('first.xml');
    expect(card).toContain('€12,477.70 · 2 bookings booked');
    expect(card).toContain('Control sum matches: €16,582.70');
    expect(list()).not.toContain('Lagerhaus Nord GmbH');
    expect(thread('Lagerhaus')).toContain('€12,400.00 paid · recorded by Fiona Falk');
    expect(story.thread('Lagerhaus')[0]).toContain('everything is paid');
  });

  test('asks finance about what is doubtful, with reasons; a press decides it', async () => {
    const card = fiona.sees('€4,100.00 came in from Mueller Soehne');
    expect(fiona.inbox().join('\n')).toContain('2 invoices have exactly this amount');
    await fiona.pressQuietly(card, 'Book to R-2002');
    await decided('€4,100.00 came in', 'Booked to Müller & Söhne by Fiona Falk');
    expect(thread('Müller')).toContain('€4,100.00 paid · recorded by Fiona Falk');
    const file = await lena.slash('/account müller');
    expect(file).toContain('Müller & Söhne · €4,100.00 overdue');
  });

  test('leaves money of nobody known waiting, until somebody says whose it is', async () => {
    expect(await fiona.slash('/payment')).toContain('1 booking of the bank · €5.00');
    await fiona.pressForm(fiona.sees('€5.00 came in from Unbekannt AG'), 'Another customer…');
    await fiona.submitQuietly({ Customer: 'fern', Invoices: 'R-3001' });
    await decided('€5.00 came in', 'Booked to Fern GmbH by Fiona Falk');
    expect(await lena.slash('/account fern')).toContain('€895.00');
    expect(await fiona.slash('/payment')).toContain('Nothing of the bank’s waits');
  });

  test('read twice, or overlapping with another, changes nothing twice', async () => {
    const again = await drop('again.xml', first, 'known from an earlier file');
    expect(again).toContain('5 bookings known from an earlier file: left out');
    const more = camtStatement({
      id: 'S2',
      from: '2026-11-03',
      to: '2026-11-04',
      entries: [...entries.map((one) => ({ ...one, on: '2026-11-03' })), { amount: '895.00', text: 'R3001' }],
    });
    await story.moveTo('2026-11-04 10:00');
    await drop('more.xml', more, '€895.00');
    expect(await book('more.xml')).toContain('€895.00 · 1 booking booked');
    expect(thread('Fern')).toContain('€895.00 paid');
    expect(thread('Lagerhaus').match(/paid · recorded/g)).toHaveLength(1);
  });

  test('gives finance a task for unapplied cash, which a refund ends', async () => {
    await story.moveTo('2026-11-04 12:00');
    const nudge = fiona.sees('allocate €77.70 of unapplied cash');
    await fiona.chooseForm(nudge, 'Refund…', 'Fern GmbH');
    expect(await fiona.submit({ 'Paid back on': '2026-11-04' })).toContain('€77.70 paid back');
    expect(thread('Fern')).toContain('€77.70 paid back');
  });

  test('with a returned payment opens its invoice again, and the ladder goes on', async () => {
    await story.moveTo('2026-11-05 08:00');
    const back = camtStatement({
      id: 'S3',
      from: '2026-11-05',
      to: '2026-11-05',
      opening: '20000.00',
      entries: [
        {
          amount: '12400.00',
          direction: 'DBIT',
          reversal: true,
          name: 'LAGERHAUS NORD',
          iban: 'DE1',
          endToEndId: 'E-1',
        },
      ],
    });
    await drop('back.xml', back, 'taken back');
    expect(await book('back.xml')).toContain('€12,400.00 · 1 booking taken back by the bank');
    expect(thread('Lagerhaus')).toContain('Payment of €12,400.00 taken back: the bank returned it');
    expect(thread('Lagerhaus')).toContain('Open again: R-1001');
    expect(story.thread('Lagerhaus')[0]).toContain('€12,400.00 overdue');
  });

  test('that is broken is refused with the reason and the place', async () => {
    fiona.person.upload('bot', 'wrong.xml', camtFile('camt053.v2.wrong.xml'));
    await workspace.until(
      () => fiona.inbox().some((text) => text.includes('wrong.xml is no bank statement')),
      {
        what: 'the refusal',
      },
    );
    expect(fiona.inbox().join('\n')).toContain('there is no statement (Stmt)');
  });
});
