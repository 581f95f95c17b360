import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { isOpen } from '../../../src/core/calendar/business-days.ts';
import { money } from '../../../src/core/money.ts';
import { planApprover } from '../../../src/core/plan/approver.ts';
import { checkInstalments, spreadInstalments } from '../../../src/core/plan/schedule.ts';

const berlin = { country: 'DE', zone: 'Europe/Berlin' };
const first = businessDate('2026-12-01');
const euros = (amount: bigint) => money(amount, 'EUR');

describe('instalments', () => {
  it('are of the amount that was said; the last takes the rest', () => {
    const rates = { count: 4, each: 250_000n, rhythm: 'monthly', first } as const;
    expect(spreadInstalments(euros(1_000_050n), rates, berlin)).toEqual([
      { amount: 250_000n, dueOn: '2026-12-01' },
      { amount: 250_000n, dueOn: '2027-01-04' },
      { amount: 250_000n, dueOn: '2027-02-01' },
      { amount: 250_050n, dueOn: '2027-03-01' },
    ]);
  });

  it('stay at the end of the month', () => {
    const rates = { count: 3, rhythm: 'monthly', first: businessDate('2026-12-31') } as const;
    const days = spreadInstalments(euros(90_000n), rates, berlin).map(({ dueOn }) => dueOn);
    expect(days).toEqual(['2026-12-31', '2027-02-01', '2027-03-01']);
  });

  it('that do not fit the sum are refused', () => {
    const rates = { count: 4, rhythm: 'weekly', first } as const;
    expect(() => spreadInstalments(euros(1_000_000n), { ...rates, each: 400_000n }, berlin)).toThrow(
      /nothing would be left/,
    );
    expect(() => spreadInstalments(euros(1_000_000n), { ...rates, each: 100_000n }, berlin)).toThrow(
      /the last would be €7,000.00/,
    );
    expect(() => spreadInstalments(euros(1_000_000n), { ...rates, count: 1 }, berlin)).toThrow(/2 to 36/);
  });

  it('make the total, each of something, on open days in order, whatever the total and the rhythm', () => {
    const rhythm = fc.constantFrom('weekly' as const, 'fortnightly' as const, 'monthly' as const);
    fc.assert(
      fc.property(
        fc.bigInt(1_300n, 10_000_000_000n),
        fc.integer({ min: 2, max: 36 }),
        rhythm,
        fc.integer({ min: 0, max: 800 }),
        (total, count, every, offset) => {
          const all = spreadInstalments(
            euros(total),
            { count, rhythm: every, first: addDays(first, offset) },
            berlin,
          );
          expect(all.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
          expect(all.every(({ amount, dueOn }) => amount > 0n && isOpen(berlin, dueOn))).toBe(true);
          expect(all.every(({ dueOn }, n) => n === 0 || dueOn > (all[n - 1]?.dueOn ?? dueOn))).toBe(true);
        },
      ),
    );
  });
});

describe('instalments that people wrote', () => {
  const today = businessDate('2026-11-23');
  const part = (on: string, amount?: bigint) => ({ dueOn: businessDate(on), amount });
  const check = (...parts: readonly ReturnType<typeof part>[]) =>
    checkInstalments(euros(500_000n), parts, berlin, today);

  it('may leave the last open', () => {
    expect(check(part('2026-12-01', 200_000n), part('2026-12-12'))).toEqual([
      { amount: 200_000n, dueOn: '2026-12-01' },
      { amount: 300_000n, dueOn: '2026-12-14' },
    ]);
  });

  it('must make the sum to the cent, in order, on days to come', () => {
    expect(() => check(part('2026-12-01', 200_000n), part('2026-12-12', 299_999n))).toThrow(
      /make €4,999.99, and €5,000.00 is open/,
    );
    expect(() => check(part('2026-12-12', 200_000n), part('2026-12-01'))).toThrow(/does not come after/);
    expect(() => check(part('2026-11-02', 200_000n), part('2026-12-01'))).toThrow(/is past/);
    expect(() => check(part('2026-12-01', 600_000n), part('2026-12-12'))).toThrow(/more than the €5,000.00/);
  });
});

it('a large or a long plan is for a manager', () => {
  expect(planApprover(euros(4_999_999n), 4)).toBe('lead');
  expect(planApprover(euros(5_000_000n), 4)).toBe('manager');
  expect(planApprover(money(50_000n, 'JPY'), 4)).toBe('manager');
  expect(planApprover(euros(100_000n), 13)).toBe('manager');
});
