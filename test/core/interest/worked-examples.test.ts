import { describe, expect, test } from 'vitest';
import { lateLaw } from '../../../src/core/interest/law.ts';
import { interestSheet } from '../../../src/core/interest/sheet.ts';
import { costs, invoice, on, published, statute } from './fixture.ts';

describe('worked examples', () => {
  test('UK, 12 % on £1,000 for 30 days: £9.86 (Daniels Silverman, statutory interest calculator), and £70', () => {
    // A base rate of 4 % held on 31 December 2002.
    const debt = invoice(100_000n, '2003-02-01', { currency: 'GBP', country: 'GB' });
    expect(costs(statute('GB'), debt, '2003-03-03')).toEqual({ interest: 986n, fixedSum: 7_000n });
  });

  test('UK, 13 % on £12,000 for 90 days: £384.66 (Gera, late payment interest calculator: "roughly £384"), and £100', () => {
    const debt = invoice(1_200_000n, '2023-07-10', { currency: 'GBP', country: 'GB' });
    expect(costs(statute('GB'), debt, '2023-10-08')).toEqual({ interest: 38_466n, fixedSum: 10_000n });
  });

  test('France, sum × rate × days ÷ 365 at 14.25 % in the second half of 2024 (Bpifrance Création)', () => {
    const debt = invoice(1_500_000n, '2024-09-02', { country: 'FR' });
    expect(costs(statute('FR'), debt, '2024-10-02')).toEqual({ interest: 17_568n, fixedSum: 4_000n });
  });

  test('a contract’s 15 % on €15,000 for 30 days: €184.93 (Agence iPro)', () => {
    const law = lateLaw({ regime: 'contract', rate: { millionths: 150_000, per: 'year' } }, {}, 'FR');
    const debt = invoice(1_500_000n, '2025-03-03', { country: 'FR' });
    expect(costs(law, debt, '2025-04-02')).toEqual({ interest: 18_493n, fixedSum: undefined });
  });

  test('the directive, 10.15 % on €10,000 for 60 days of 2026 (rate: calcolatorifiscali.it, first half of 2026)', () => {
    const debt = invoice(1_000_000n, '2026-02-02', { country: 'IT' });
    expect(costs(statute('EU'), debt, '2026-04-03')).toEqual({ interest: 16_685n, fixedSum: 4_000n });
  });

  test('Germany, a leap year: 182 days at 12.62 % and 184 at 12.37 %, each over 366', () => {
    const debt = invoice(1_000_000n, '2023-12-31');
    expect(costs(statute('DE'), debt, '2024-12-31')).toEqual({ interest: 124_943n, fixedSum: 4_000n });
    const sheet = interestSheet(statute('DE'), debt, published, on('2024-12-31'));
    expect(sheet?.periods).toEqual([
      {
        from: '2024-01-01',
        to: '2024-06-30',
        days: 182,
        principal: 1_000_000n,
        rate: 126_200,
        yearDays: 366,
      },
      {
        from: '2024-07-01',
        to: '2024-12-31',
        days: 184,
        principal: 1_000_000n,
        rate: 123_700,
        yearDays: 366,
      },
    ]);
  });
});
