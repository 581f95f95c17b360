import { describe, expect, test } from 'vitest';
import { indexNumbers, namedIn } from '../../../src/core/matching/invoice-numbers.ts';

const numbers = ['RE-2026-00123', 'R-1001', 'R-1002', '20260042', '7', 'INV/2026/2026', '1930676042'];
const index = indexNumbers(numbers.map((number) => ({ number })));
const named = (text: string): readonly string[] =>
  namedIn(text, index).map(({ invoice, how }) => `${invoice.number} ${how}`);

describe('an invoice number in a remittance text is found', () => {
  test.each([
    ['Rechnung RE-2026-00123 vom 1.10.', ['RE-2026-00123 whole']],
    ['re 2026 / 123', ['RE-2026-00123 whole']],
    ['RE202600123', ['RE-2026-00123 whole']],
    ['2026-00123', ['RE-2026-00123 digits']],
    ['R 10 01', ['R-1001 whole']],
    ['R1001, R1002', ['R-1001 whole', 'R-1002 whole']],
    ['Rg. Nr. 1001 + 1002', ['R-1001 digits', 'R-1002 digits']],
    ['R-1002 und R-1001', ['R-1002 whole', 'R-1001 whole']],
    ['20260042', ['20260042 whole']],
    ['2026 0042', ['20260042 whole']],
    ['doc 1930676042.', ['1930676042 whole']],
  ])('in "%s"', (text, found) => {
    expect(named(text)).toEqual(found);
  });
});

describe('what is no invoice number is not taken for one', () => {
  test.each(['R-10011', 'XR-1001', '21001', '7', 'vom 2026', 'Kd 123', '', '(*) — R'])('"%s"', (text) => {
    expect(named(text).filter((one) => one.endsWith('whole'))).toEqual([]);
  });

  test('part of a longer run of digits', () => {
    expect(named('110013')).toEqual([]);
    expect(named('2026')).toEqual([]);
  });
});
