import { describe, expect, test } from 'vitest';
import { attachmentOf, changeSettings, coverThrough, startLetters } from '../../support/story/letters.ts';
import { samplePdf } from '../../support/samples/papers.ts';
import { startStory } from '../../support/story/story.ts';
import { pagesOf } from '../../letters/pdf-text.ts';

/** Thursday 29 February 2024; both invoices fell due the day before. */
const story = await startStory({ start: '2024-02-29 07:30' });
const { rita, fiona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  issued: '2024-01-29',
  due: '2024-02-28',
  mail: 'ap@lagerhaus.example',
};
const rows = [
  { ...lagerhaus, invoice: 'RE-1042', amount: '12400.00' },
  { ...lagerhaus, invoice: 'RE-1043', amount: '600.00' },
];

describe('the demand as a document', () => {
  test('an IBAN with swapped digits is refused beside its field, and a right one is saved', async () => {
    await startLetters(story, rows, '2024-02-28');
    expect(await changeSettings(story, { IBAN: 'DE98 3704 0044 0532 0130 00' })).toContain('check digits');
    await story.ada.person.close();
    const fields = {
      'Creditor: legal name': 'Dunwell Demo GmbH',
      IBAN: 'DE89 3704 0044 0532 0130 00',
      Bank: 'Commerzbank',
    };
    expect(await changeSettings(story, fields)).toContain('Saved: creditor');
  });

  test('the file says which invoice copies are missing', async () => {
    expect(await rita.slash('/account lagerhaus')).toContain('copy of RE-1042, RE-1043');
  });

  test('a PDF named after an invoice, however it writes its signs, becomes its copy', async () => {
    const copy = samplePdf('first');
    expect(await rita.drop('bot', 'Rechnung RE1042 Kopie.pdf', copy)).toContain('the copy of RE-1042');
    expect(await rita.drop('bot', 're_1042.pdf', copy)).toContain('already: nothing changed');
    expect(await rita.slash('/account lagerhaus')).toContain('copy of RE-1043');
  });

  test('a PDF that is named after nothing is asked about, and no number of ours refused', async () => {
    await rita.drop('bot', 'scan 7.pdf', samplePdf('second'));
    await rita.pressForm(rita.sees('scan 7.pdf'), 'It is the copy of');
    expect(await rita.submit({ 'Invoice number': 'RE-9' })).toContain('There is no invoice');
    expect(await rita.submit({ 'Invoice number': 're 1043' })).toContain('the copy of RE-1043');
    expect(await rita.slash('/account lagerhaus')).not.toContain('copy of');
  });

  test('what is no PDF inside is refused with the way out', async () => {
    expect(await rita.drop('bot', 'RE-1042.pdf', 'not really')).toContain('is not a PDF file');
  });

  test('the demand goes with both copies, the account, and the reference that the bank will show', async () => {
    await fiona.slash('/payment lagerhaus 400 today');
    await story.moveTo('2024-02-29 10:00');
    await coverThrough(story, 'today');
    const [mail, ...others] = story.mails();
    expect(others).toEqual([]);
    expect(mail?.attachments.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^payment-demand-.*\.pdf$/),
      'invoice-RE-1042.pdf',
      'invoice-RE-1043.pdf',
    ]);
    expect(mail?.text).toContain('Copies of the following invoices are enclosed: RE-1042 and RE-1043.');
    expect(mail?.text).toContain('IBAN: DE89 3704 0044 0532 0130 00');
    expect(mail?.text).toContain('Reference: RE-1042, RE-1043');
    expect(await attachmentOf(story, mail?.id ?? '', 2)).toEqual(samplePdf('second'));
    const [page = ''] = pagesOf(await attachmentOf(story, mail?.id ?? '', 0));
    expect(page).toContain('29 February 2024');
    expect(page).toContain('Scan to pay with your banking app');
    expect(page).toContain('€12,600.00');
  });
});
