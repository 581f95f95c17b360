import { businessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import type { LetterFacts, LetterInvoice } from '../../src/letters/facts.ts';

/** The facts of a letter about two invoices, with some of them replaced. */
export function factsWith(changes: Partial<LetterFacts> = {}): LetterFacts {
  return {
    language: 'en',
    date: businessDate('2026-11-24'),
    asOf: businessDate('2026-11-23'),
    creditor: {
      name: 'Ķēniņš & Töchter SIA',
      address: 'Brīvības iela 1\nLV-1010 Rīga',
      replyTo: 'ar@kenins.test',
      bankDetails: 'IBAN LV80 BANK 0000 4351 9500 1\nBIC BANKLV22',
    },
    recipient: { name: 'Lagerhaus Nord GmbH', contact: 'Anna Krause', customerNumber: 'K-10023' },
    invoices: [invoice('4711', 830_000n), invoice('4712', 410_000n)],
    ...changes,
  };
}

export function invoice(number: string, amount: bigint, currency = 'EUR'): LetterInvoice {
  return {
    number,
    issued: businessDate('2026-10-19'),
    due: businessDate('2026-11-18'),
    daysOverdue: 6,
    amount: money(amount, currency),
  };
}
