import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../src/core/money.ts';
import { paymentCode, paymentReference, type Transfer } from '../../src/letters/payment-code.ts';
import { paymentDemand } from '../../src/letters/payment-demand.ts';
import { factsWith, invoice } from './facts.ts';

const transfer: Transfer = {
  name: 'Acme GmbH',
  iban: 'DE89370400440532013000',
  bic: 'COBADEFFXXX',
  amount: money(1_240_050n, 'EUR'),
  reference: 'R-1, R-2',
};
const lines = (changes: Partial<Transfer>): readonly string[] =>
  paymentCode({ ...transfer, ...changes })?.split('\n') ?? [];

describe('the code of a SEPA transfer', () => {
  it('has the fields of EPC069-12 version 002 in their order', () => {
    expect(lines({})).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'COBADEFFXXX',
      'Acme GmbH',
      'DE89370400440532013000',
      'EUR12400.50',
      '',
      '',
      'R-1, R-2',
    ]);
  });

  it('leaves the line of an unknown BIC empty', () => {
    const { bic: _, ...without } = transfer;
    expect(paymentCode(without)?.split('\n')[4]).toBe('');
  });

  it('holds amounts from one cent to a cent below a thousand million, and there is none for others', () => {
    expect(lines({ amount: money(1n, 'EUR') })[7]).toBe('EUR0.01');
    expect(lines({ amount: money(99_999_999_999n, 'EUR') })[7]).toBe('EUR999999999.99');
    expect(lines({ amount: money(100_000_000_000n, 'EUR') })).toEqual([]);
    expect(lines({ amount: money(0n, 'EUR') })).toEqual([]);
    expect(lines({ amount: money(100n, 'USD') })).toEqual([]);
  });

  it('is for accounts of the SEPA area only', () => {
    expect(lines({ iban: 'TR330006100519786457841326' })).toEqual([]);
  });

  it('cuts a name at 70 characters and a reference at 140', () => {
    expect(lines({ name: 'Ä'.repeat(71) })[5]).toBe('Ä'.repeat(70));
    expect(lines({ reference: 'x'.repeat(141) })[10]).toBe('x'.repeat(140));
  });

  it('never has more than 331 bytes, a byte order mark or a line too many, whatever people are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ maxLength: 300 }), (a, b) => {
        const code = paymentCode({ ...transfer, name: `Ķ${a}`, reference: `ž${a}${b}` }) ?? '';
        expect(Buffer.byteLength(code)).toBeLessThanOrEqual(331);
        expect(code.startsWith('BCD\n')).toBe(true);
        expect(code.split('\n').length).toBeLessThanOrEqual(11);
        expect(code).not.toMatch(/[\r\ufeff]/);
      }),
    );
  });
});

describe('the reference', () => {
  it('is the invoice numbers', () => {
    expect(paymentReference(['R-1', 'R/2'], 'K-9')).toBe('R-1, R/2');
  });

  it('names the customer first when not all numbers fit, and cuts none in two', () => {
    const numbers = Array.from({ length: 60 }, (_, index) => `RE-2026-${1000 + index}`);
    const reference = paymentReference(numbers, 'K-9');
    expect(reference.length).toBeLessThanOrEqual(140);
    expect(reference.split(', ')[0]).toBe('K-9');
    for (const number of reference.split(', ').slice(1)) expect(numbers).toContain(number);
  });
});

describe('a letter', () => {
  const creditor = { name: 'Acme GmbH', iban: transfer.iban, bankName: 'Commerzbank' };
  const payment = (changes: Parameters<typeof factsWith>[0]) =>
    paymentDemand(factsWith({ creditor, ...changes })).parts.flatMap((part) =>
      part.kind === 'payment' ? [part] : [],
    )[0];

  it('carries the code of all that it asks for, and says the same in words', () => {
    expect(payment({})?.code?.payload).toContain('\nEUR12400.00\n\n\n4711, 4712');
    const { text } = paymentDemand(factsWith({ creditor }));
    expect(text).toContain('IBAN: DE89 3704 0044 0532 0130 00\nBank: Commerzbank\nAmount: €12,400.00');
    expect(text).toContain('Reference: 4711, 4712');
  });

  it('carries none for another currency, for two at once, and without an IBAN', () => {
    const dollars = invoice('4713', 100n, 'USD');
    expect(payment({ invoices: [dollars] })?.code).toBeUndefined();
    expect(payment({ invoices: [invoice('4711', 5n), dollars] })?.code).toBeUndefined();
    expect(payment({ creditor: { name: 'Acme', bankDetails: 'Cash only' } })?.code).toBeUndefined();
    expect(payment({ creditor: { name: 'Acme' } })).toBeUndefined();
  });

  it('says of which invoices a copy is enclosed', () => {
    expect(paymentDemand(factsWith({ enclosed: ['4711'] })).text).toContain(
      'copy of invoice 4711 is enclosed',
    );
    expect(paymentDemand(factsWith({ language: 'de', enclosed: ['4711', '4712'] })).text).toContain(
      '4711 und 4712',
    );
  });
});
