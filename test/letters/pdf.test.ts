import { describe, expect, it } from 'vitest';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { formatMoney, money } from '../../src/core/money.ts';
import { formalClaim } from '../../src/letters/formal-claim.ts';
import { languages } from '../../src/letters/languages/language.ts';
import { paymentDemand } from '../../src/letters/payment-demand.ts';
import { letterPdf } from '../../src/letters/pdf.ts';
import { factsWith, invoice } from './facts.ts';
import { pagesOf } from './pdf-text.ts';

const claimDays = { demandedOn: businessDate('2026-11-05'), deadline: businessDate('2026-12-08') };

describe('a printed letter', () => {
  it.each(languages)(
    'says on paper what the mail says, and its font has every letter: %s',
    async (language) => {
      const letter = formalClaim({ ...factsWith({ language }), ...claimDays });
      const paper = pagesOf(await letterPdf(letter)).join('\n');
      expect(paper).not.toContain('\ufffd');
      const said = (text: string) => text.replaceAll(/\s+/g, '');
      const paragraphs = letter.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
      for (const text of paragraphs) expect(said(paper)).toContain(said(text));
      expect(said(paper)).toContain(said(letter.subject));
      expect(paper).toContain(formatMoney(money(1_240_000n, 'EUR'), language));
    },
  );

  it('has the letterhead, the recipient, the day and the bank details', async () => {
    const [page = ''] = pagesOf(await letterPdf(paymentDemand(factsWith())));
    expect(page.split('\n').slice(0, 8)).toEqual([
      'Ķēniņš & Töchter SIA',
      'Brīvības iela 1',
      'LV-1010 Rīga',
      'Ķēniņš & Töchter SIA · Brīvības iela 1 · LV-1010 Rīga',
      'Lagerhaus Nord GmbH',
      'Anna Krause',
      '24 November 2026',
      'Customer number: K-10023',
    ]);
    expect(page).toContain('Please pay to\nIBAN LV80 BANK 0000 4351 9500 1\nBIC BANKLV22');
    expect(page).toContain('Page 1 of 1');
  });

  it('repeats the head of the table on each page, lists every invoice once and sums at the end', async () => {
    const invoices = Array.from({ length: 80 }, (_, index) => invoice(`RE-${1000 + index}`, 100_00n));
    const pages = pagesOf(await letterPdf(paymentDemand(factsWith({ invoices }))));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.filter((each) => each.includes('RE-1'))) expect(page).toContain('Days overdue');
    for (const { number } of invoices) expect(pages.join('\n').split(number)).toHaveLength(2);
    expect(pages.at(-1)).toContain('Total€8,000.00');
    expect(pages[1]).toContain(`Page 2 of ${pages.length}`);
  });

  it('keeps the sums on the paper beside an invoice number of any length', async () => {
    const invoices = [invoice('X'.repeat(90), 830_000n)];
    const [page = ''] = pagesOf(await letterPdf(paymentDemand(factsWith({ invoices }))));
    const runs = page.match(/X+/g) ?? [];
    expect(Math.max(...runs.map((run) => run.length))).toBeLessThan(70);
    expect(runs.length).toBeGreaterThan(3);
    expect(page).toContain('Total€8,300.00');
  });

  it('is the same to the byte when it is printed again', async () => {
    const print = () => letterPdf(paymentDemand(factsWith({ language: 'de' })));
    expect(Buffer.compare(await print(), await print())).toBe(0);
  });

  it('stays on its paper with what was paid and credited in millions, in every language', async () => {
    const paid = money(987_654_321n, 'EUR');
    const invoices = [{ ...invoice('RE-2026-1', 123_456_789n), paid, credited: paid }];
    for (const language of languages) {
      const [page = ''] = pagesOf(await letterPdf(paymentDemand(factsWith({ language, invoices }))));
      expect(page).toContain(`-${formatMoney(paid, language)}`);
      // What lies beside the paper is not read.
      expect(page.split(formatMoney(money(123_456_789n, 'EUR'), language)).length).toBeGreaterThan(3);
    }
  });

  it('says at its foot where the creditor is registered', async () => {
    const creditor = { name: 'Acme GmbH', registration: 'AG Berlin, HRB 1', taxId: 'DE123456789' };
    const [page = ''] = pagesOf(await letterPdf(paymentDemand(factsWith({ creditor }))));
    expect(page).toContain('Acme GmbH · AG Berlin, HRB 1 · VAT/tax ID: DE123456789');
  });
});
