import { describe, expect, test } from 'vitest';
import { encode } from '../support/samples/csv.ts';
import { workbook } from '../support/samples/workbook.ts';
import { startStory } from '../support/story/story.ts';

const story = await startStory({ start: '2026-11-02 08:00' });
const { fiona } = story;
const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Columns named as no program does it: only a person can say what they hold. */
const header = ['Papier', 'Wer', 'Vom', 'Bis', 'Offen'];
const october = await workbook({
  Notizen: [
    ['Blatt', 'Inhalt'],
    ['OP', 'offene Posten'],
  ],
  OP: [
    ['Offene Posten', null, null, null, null],
    header,
    ['R-1', 'Lager Nord', day('2026-09-15'), day('2026-10-15'), 1234.5],
    ['R-2', 'Lager Süd', day('2026-10-01'), day('2026-10-31'), 99.99],
    ['Summe', null, null, null, 1334.49],
  ],
});
const november = await workbook({
  OP: [
    header,
    ['R-2', 'Lager Süd', day('2026-10-01'), day('2026-10-31'), 99.99],
    ['R-3', 'Lager Süd', day('2026-10-30'), day('2026-11-30'), 0.51],
  ],
});

async function drop(name: string, bytes: Uint8Array): Promise<void> {
  fiona.person.upload('bot', name, bytes);
  await shows(name, 'Columns…');
}

async function shows(name: string, words: string): Promise<string> {
  const card = (): string | undefined =>
    fiona.inbox().find((text) => text.includes(name) && text.includes(words));
  const { workspace } = story.dunwell.local!;
  await workspace.until(() => card() !== undefined, {
    what: `"${words}" on the card of ${name}`,
    withinMs: 20_000,
  });
  await story.settle();
  return card() ?? '';
}

describe('a workbook whose columns nobody knows', () => {
  test('is asked about, and read as finance says', async () => {
    await drop('oktober.xlsx', october);
    expect(await shows('oktober.xlsx', 'sheet OP (not Notizen)')).toContain(
      '✗ Which column holds the invoice number?',
    );
    await fiona.pressForm(fiona.sees('oktober.xlsx'), 'Columns…');
    const named = {
      'Invoice number': '0',
      'Customer name': '1',
      'Issued on': '2',
      'Due on': '3',
      'Open amount': '4',
    };
    await fiona.submitQuietly(named);
    await shows('oktober.xlsx', 'Set up and preview');
    await fiona.pressForm(fiona.sees('oktober.xlsx'), 'Set up and preview');
    await fiona.submitQuietly({ 'As of': 'today', Currency: 'EUR' });
    const preview = await shows('oktober.xlsx', 'issued and open');
    expect(preview).toContain('2 items · €1,334.49');
    expect(preview).toContain('Read as Excel, sheet OP (not Notizen) · date cells · decimal point · EUR');
    await fiona.pressQuietly(fiona.sees('oktober.xlsx'), 'Import');
    expect(await shows('oktober.xlsx', 'matches the file')).toContain('€1,334.49');
  });

  test('is read without a question but the day the next time', async () => {
    await story.moveTo('2026-11-03 08:00');
    await drop('november.xlsx', november);
    expect(await shows('november.xlsx', 'as last time (Fiona Falk')).toContain('Set up and preview');
    const form = await fiona.pressForm(fiona.sees('november.xlsx'), 'Set up and preview');
    expect(JSON.stringify(form.view)).not.toContain('Currency');
    await fiona.submitQuietly({ 'As of': 'today' });
    const preview = await shows('november.xlsx', 'Against the ledger');
    expect(preview).toContain('1 new item · €0.51');
    expect(preview).toContain('1 open item not in the file any more · €1,234.50');
    await fiona.pressQuietly(fiona.sees('november.xlsx'), 'Import');
    expect(await shows('november.xlsx', 'matches the file')).toContain('€100.50');
  });

  test('dropped once more says that nothing is new', async () => {
    await drop('november.xlsx', november);
    await shows('november.xlsx', 'The same file was imported before, as of Tue 3 Nov');
    await fiona.pressForm(fiona.sees('november.xlsx'), 'Set up and preview');
    await expect(fiona.submitQuietly({ 'As of': 'today' })).rejects.toThrow(
      'was imported as of Tue 3 Nov already',
    );
  });
});

describe('a file about customers', () => {
  test('is shown at once, and what it tells stands in the file before the next call', async () => {
    const lines = [
      'Kunde;Ansprechpartner;Rolle;E-Mail;Sprache;Zahlertyp;Zahlungsbedingung;Kundenbetreuer',
      'Lager Süd;Anna Alt;Buchhaltung;anna@sued.example;deutsch;Behörde;14 Tage netto;Rita Reyes',
      'Lager West;Bert Bau;Chef;;;;;Rita Reyes',
    ];
    await drop('kontakte.csv', encode(lines.join('\r\n'), 'Windows-1252'));
    const card = await shows('kontakte.csv', 'Read as Windows-1252, separated by semicolons');
    expect(card).toContain('1 new contact');
    expect(card).toContain('Row 3: role "Chef" is none of accounts payable, purchasing');
    await fiona.pressQuietly(fiona.sees('kontakte.csv'), 'Import');
    await shows('kontakte.csv', 'Imported by Fiona Falk');
    const file = await fiona.slash('/account Lager Süd');
    expect(file).toContain('owner Rita Reyes');
    expect(file).toContain('public body · 14 days to pay');
    expect(file).toContain('accounts payable: Anna Alt · no phone · anna@sued.example · de');
  });
});
