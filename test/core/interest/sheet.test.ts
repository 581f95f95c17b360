import { describe, expect, test } from 'vitest';
import { lateLaw, type LateLaw } from '../../../src/core/interest/law.ts';
import { interestSheet, type LateInvoice } from '../../../src/core/interest/sheet.ts';
import { money } from '../../../src/core/money.ts';
import { costs, invoice, on, published, statute } from './fixture.ts';

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
