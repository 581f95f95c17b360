import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIban, isSepaIban, readBic, readIban } from '../../../src/core/bank/iban.ts';

/** Examples of the registry. */
const known = [
  'DE89 3704 0044 0532 0130 00',
  'LV80 BANK 0000 4351 9500 1',
  'IT60 X054 2811 1010 0000 0123 456',
  'GB29 NWBK 6016 1331 9268 19',
  'FR14 2004 1010 0505 0001 3M02 606',
  'NO93 8601 1117 947',
];

describe('an IBAN', () => {
  it.each(known)('is read with spaces or without, and printed in groups of four: %s', (iban) => {
    const electronic = iban.replaceAll(' ', '');
    expect(readIban(iban.toLowerCase())).toBe(electronic);
    expect(formatIban(electronic)).toBe(iban);
  });

  it('is refused when any one digit is another, or two neighbours are swapped', () => {
    const right = 'DE89370400440532013000';
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 21 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const other = (Number(right[at]) + by) % 10;
        expect(() => readIban(right.slice(0, at) + other + right.slice(at + 1))).toThrow('check digits');
      }),
    );
    expect(() => readIban('DE89370400440532010300')).toThrow('check digits');
  });

  it('is refused when a character is missing, with the number there should be', () => {
    expect(() => readIban('DE8937040044053201300')).toThrow('DE has 22 characters');
    expect(() => readIban('4711')).toThrow('is not an IBAN');
  });

  it('is known to take euros by SEPA or not', () => {
    expect(isSepaIban('LV80BANK0000435195001')).toBe(true);
    expect(isSepaIban('TR330006100519786457841326')).toBe(false);
  });
});

describe('a BIC', () => {
  it('has eight or eleven characters', () => {
    expect(readBic('cobadeff xxx')).toBe('COBADEFFXXX');
    expect(readBic('BANKLV22')).toBe('BANKLV22');
    expect(() => readBic('COBADEFFX')).toThrow('is not a BIC');
  });
});
