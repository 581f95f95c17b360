import { describe, expect, test } from 'vitest';
import { lateLaw, type LateLaw } from '../../../src/core/interest/law.ts';
import { interestSheet, type LateInvoice } from '../../../src/core/interest/sheet.ts';
import { money } from '../../../src/core/money.ts';
import { invoice, on, published, statute } from './fixture.ts';

const costs = (law: LateLaw, of: LateInvoice, through: string) => {
  const sheet = interestSheet(law, of, published, on(through));
  return sheet && { interest: sheet.interest.amount, fixedSum: sheet.fixedSum?.amount };
};

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

describe('the United Kingdom', () => {
  test('keeps the rate of the half-year in which interest began, where Germany takes the new one', () => {
    const debt = invoice(100_000n, '2024-06-03', { currency: 'GBP', country: 'GB' });
    const uk = interestSheet(statute('GB'), debt, published, on('2025-03-03'));
    expect(new Set(uk?.periods.map(({ rate }) => rate))).toEqual(new Set([132_500]));
    const de = interestSheet(statute('DE'), debt, published, on('2025-03-03'));
    expect(de?.periods.map(({ rate }) => rate)).toEqual([126_200, 123_700, 112_700]);
  });

  test.each([
    [99_999n, 4_000n],
    [100_000n, 7_000n],
    [999_999n, 7_000n],
    [1_000_000n, 10_000n],
  ])('a debt of %s pence owes a fixed sum of %s', (cents, fixedSum) => {
    const debt = invoice(cents, '2025-03-03', { currency: 'GBP', country: 'GB' });
    expect(costs(statute('GB'), debt, '2025-03-04')?.fixedSum).toBe(fixedSum);
  });

  test('a debt in euros owes the smallest sum, as it has no size in pounds', () => {
    const sheet = interestSheet(
      statute('GB'),
      invoice(5_000_000n, '2025-03-03'),
      published,
      on('2025-04-01'),
    );
    expect(sheet?.fixedSum).toEqual(money(4_000n, 'GBP'));
  });
});

describe('when interest begins', () => {
  const debt = (more: Parameters<typeof invoice>[2] = {}) =>
    invoice(100_000n, '2025-03-03', { issued: '2025-02-17', ...more });
  const first = (law: LateLaw, of: LateInvoice): string | undefined =>
    interestSheet(law, of, published, on('2025-12-31'))?.periods[0]?.from;

  test('an agreed date: the day after it', () => {
    for (const name of ['EU', 'DE', 'FR', 'GB'] as const)
      expect(first(statute(name), debt())).toBe('2025-03-04');
  });

  test('on the due day nothing is owed yet, on the next one interest and the fixed sum are', () => {
    expect(costs(statute('DE'), debt(), '2025-03-03')).toBeUndefined();
    expect(costs(statute('DE'), debt(), '2025-03-04')).toEqual({ interest: 31n, fixedSum: 4_000n });
  });

  test('Germany without an agreed date: overdue is not in default; a demand makes it so', () => {
    const loose = statute('DE', false);
    expect(costs(loose, debt(), '2025-03-20')).toBeUndefined();
    expect(first(loose, debt({ demanded: '2025-03-10' }))).toBe('2025-03-11');
  });

  test('Germany without an agreed date or a demand: 30 days after it was due and received', () => {
    // The thirtieth day, 2 April, is a Wednesday; from 19 March it would be Good Friday, which moves to Tuesday.
    expect(first(statute('DE', false), debt())).toBe('2025-04-03');
    expect(first(statute('DE', false), invoice(100_000n, '2025-03-19'))).toBe('2025-04-23');
    expect(first(statute('DE', false), debt({ demanded: '2025-06-01' }))).toBe('2025-04-03');
  });

  test('elsewhere without an agreed date: 30 days after the invoice, not before it is due, whatever was demanded', () => {
    expect(first(statute('EU', false), debt({ demanded: '2025-03-04', country: 'IT' }))).toBe('2025-03-20');
    expect(first(statute('GB', false), debt({ issued: '2025-01-02', country: 'GB' }))).toBe('2025-03-04');
  });

  test('a contract’s days of grace cost nothing', () => {
    const law = lateLaw(
      { regime: 'contract', rate: { millionths: 10_000, per: 'month' }, graceDays: 5 },
      {},
      'DE',
    );
    expect(first(law, debt())).toBe('2025-03-09');
    // 1 % a month is 12 % a year: €1,000 × 12 % × 10 ÷ 365.
    expect(costs(law, debt(), '2025-03-18')).toEqual({ interest: 329n, fixedSum: undefined });
  });
});

describe('a statute', () => {
  test('says nothing about invoices that are older than it', () => {
    const old = (issued: string) => invoice(100_000n, '2014-08-29', { issued });
    expect(costs(statute('DE'), old('2014-07-28'), '2014-12-31')).toBeUndefined();
    expect(costs(statute('DE'), old('2014-07-29'), '2014-12-31')).toBeDefined();
  });
});

describe('the open principal', () => {
  test('a part payment counts from the day after it was booked', () => {
    const debt = invoice(1_000_000n, '2025-03-03', { settled: [['2025-03-13', 400_000n]] });
    const sheet = interestSheet(statute('DE'), debt, published, on('2025-03-23'));
    expect(sheet?.periods.map(({ from, to, days, principal }) => [from, to, days, principal])).toEqual([
      ['2025-03-04', '2025-03-13', 10, 1_000_000n],
      ['2025-03-14', '2025-03-23', 10, 600_000n],
    ]);
  });

  test('once it is paid the interest stops and stays owed', () => {
    const debt = invoice(1_000_000n, '2025-03-03', { settled: [['2025-03-13', 1_000_000n]] });
    const owed = { interest: 3_088n, fixedSum: 4_000n };
    expect(costs(statute('DE'), debt, '2025-03-13')).toEqual(owed);
    expect(costs(statute('DE'), debt, '2026-11-22')).toEqual(owed);
  });

  test('paid on the due day costs nothing', () => {
    const debt = invoice(1_000_000n, '2025-03-03', { settled: [['2025-03-03', 1_000_000n]] });
    expect(costs(statute('DE'), debt, '2025-12-31')).toBeUndefined();
  });

  test('an agreed extension moves the due date, and interest with it', () => {
    const extended = invoice(1_000_000n, '2025-04-30', { issued: '2025-02-03' });
    expect(costs(statute('DE'), extended, '2025-04-30')).toBeUndefined();
    expect(costs(statute('DE'), extended, '2025-05-10')).toEqual({ interest: 3_088n, fixedSum: 4_000n });
  });

  test('a payment that is taken back bears interest again', () => {
    const debt = invoice(1_000_000n, '2025-03-03', {
      settled: [
        ['2025-03-03', 1_000_000n],
        ['2025-03-10', -1_000_000n],
      ],
    });
    const sheet = interestSheet(statute('DE'), debt, published, on('2025-03-12'));
    expect(sheet?.periods.map(({ from, days }) => [from, days])).toEqual([['2025-03-11', 2]]);
    expect(sheet?.fixedSum).toEqual(money(4_000n, 'EUR'));
  });
});

describe('a missing rate', () => {
  test('is named with its first day, and nothing is guessed beyond it', () => {
    const debt = invoice(1_000_000n, '2026-06-15');
    const sheet = interestSheet(statute('DE'), debt, published, on('2026-07-20'));
    expect(sheet?.unknown).toEqual({ series: 'Bundesbank', from: '2026-07-01' });
    expect(sheet?.periods.map(({ to }) => to)).toEqual(['2026-06-30']);
  });

  test('is not needed for what was paid before', () => {
    const debt = invoice(1_000_000n, '2026-06-15', { settled: [['2026-06-30', 1_000_000n]] });
    expect(interestSheet(statute('DE'), debt, published, on('2026-11-22'))?.unknown).toBeUndefined();
  });

  test('is not needed in the United Kingdom where interest began before', () => {
    const debt = invoice(100_000n, '2026-06-15', { currency: 'GBP', country: 'GB' });
    expect(interestSheet(statute('GB'), debt, published, on('2026-11-22'))?.unknown).toBeUndefined();
  });

  test('leaves the fixed sum owed even when no interest is known', () => {
    const sheet = interestSheet(
      statute('EU'),
      invoice(1_000_000n, '2026-10-15'),
      published,
      on('2026-11-22'),
    );
    expect(sheet?.unknown).toEqual({ series: 'ECB', from: '2026-10-16' });
    expect([sheet?.interest.amount, sheet?.fixedSum?.amount]).toEqual([0n, 4_000n]);
  });
});

describe('whose law', () => {
  test.each([
    ['DE', 'DE'],
    ['FR', 'FR'],
    ['GB', 'GB'],
    ['IT', 'EU'],
    ['LV', 'EU'],
    ['AT', 'EU'],
  ])('a customer in %s: %s', (country, name) => {
    expect(lateLaw(null, {}, country)).toEqual(statute(name as 'EU'));
  });

  test('nothing is guessed where no statute is on file, such as Sweden with a rate of its own, or the United States', () => {
    for (const country of ['SE', 'US', 'CH'])
      expect(lateLaw(null, {}, country)).toEqual({ kind: 'none', why: 'no statute known' });
  });

  test('the customer’s terms come before the workspace’s, and bring all that belongs to them', () => {
    const house = {
      regime: 'contract',
      rate: { millionths: 120_000, per: 'year' },
      fixedSum: { amount: '2500', currency: 'EUR' },
    } as const;
    const own = { regime: 'contract', rate: { millionths: 15_000, per: 'month' } } as const;
    expect(lateLaw(own, house, 'DE')).toEqual({
      kind: 'contract',
      yearly: 180_000,
      fixedSum: undefined,
      graceDays: 0,
    });
    expect(lateLaw(null, house, 'DE')).toMatchObject({ yearly: 120_000, fixedSum: money(2_500n, 'EUR') });
    expect(lateLaw({ regime: 'none' }, house, 'DE')).toEqual({ kind: 'none', why: 'agreed' });
    expect(lateLaw({ regime: 'law', agreedDueDate: false }, house, 'DE')).toEqual(statute('DE', false));
  });

  test('statutes are for businesses; a contract holds for everybody', () => {
    expect(lateLaw({ business: false }, {}, 'DE')).toEqual({ kind: 'none', why: 'no business' });
    expect(lateLaw({ business: false }, { regime: 'contract' }, 'DE').kind).toBe('contract');
  });

  test('no right, no costs', () => {
    expect(
      costs(lateLaw({ regime: 'none' }, {}, 'DE'), invoice(100_000n, '2020-01-01'), '2025-01-01'),
    ).toBeUndefined();
  });
});
