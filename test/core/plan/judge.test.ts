import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { judgePlan, type PlannedInstalment } from '../../../src/core/plan/judge.ts';

const calendar = { country: 'DE', zone: 'Europe/Berlin' };
const day = businessDate;

/** €2,500 on Tuesday 1 December, the same on Monday 4 January. */
const instalments: readonly PlannedInstalment[] = [
  { amount: 250_000n, dueOn: day('2026-12-01') },
  { amount: 250_000n, dueOn: day('2027-01-04') },
];
const noticed = (on: string) => instalments.map((one, n) => (n === 0 ? { ...one, noticedOn: day(on) } : one));
const judge = (paid: bigint, covers: string, today: string, of = instalments) =>
  judgePlan({ instalments: of, paid, ledgerCovers: day(covers), calendar }, day(today));

describe('judgePlan', () => {
  it('waits for data that cover the day and its grace', () => {
    expect(judge(0n, '2026-12-01', '2026-12-02')).toEqual({ statuses: ['open', 'open'], plan: 'running' });
    expect(judge(0n, '2026-12-01', '2026-12-03').statuses[0]).toBe('unconfirmed');
  });

  it('asks for one notice when data show that it was missed', () => {
    expect(judge(0n, '2026-12-02', '2026-12-03')).toEqual({
      statuses: ['missed', 'open'],
      plan: 'running',
      toNotice: 0,
    });
  });

  it('breaks three bank days after the notice, and not before', () => {
    expect(judge(0n, '2026-12-07', '2026-12-08', noticed('2026-12-03')).plan).toBe('running');
    expect(judge(0n, '2026-12-08', '2026-12-09', noticed('2026-12-03')).plan).toBe('broken');
    expect(judge(250_000n, '2026-12-08', '2026-12-09', noticed('2026-12-03')).plan).toBe('running');
  });

  it('tolerates half a per cent of an instalment', () => {
    expect(judge(248_750n, '2026-12-02', '2026-12-03').statuses[0]).toBe('kept');
    expect(judge(248_749n, '2026-12-02', '2026-12-03').statuses[0]).toBe('missed');
  });

  it('is kept as soon as all is paid', () => {
    expect(judge(500_000n, '2026-11-25', '2026-11-26')).toEqual({ statuses: ['kept', 'kept'], plan: 'kept' });
  });

  it('never breaks without a notice, never misses without data, and more money is never worse', () => {
    const start = day('2026-11-30');
    const days = fc.integer({ min: 0, max: 60 }).map((n): BusinessDate => addDays(start, n));
    const paid = fc.bigInt(0n, 600_000n);
    const rank = { open: 1, kept: 2, unconfirmed: 1, missed: 0 } as const;
    fc.assert(
      fc.property(
        paid,
        paid,
        days,
        days,
        fc.option(days, { nil: undefined }),
        (a, b, covers, today, noticedOn) => {
          const of = instalments.map((one) => ({
            ...one,
            ...(noticedOn === undefined ? {} : { noticedOn }),
          }));
          const at = (sum: bigint) =>
            judgePlan({ instalments: of, paid: sum, ledgerCovers: covers, calendar }, today);
          const [less, more] = a < b ? [at(a), at(b)] : [at(b), at(a)];
          expect(less.plan === 'broken' && noticedOn === undefined).toBe(false);
          expect(
            less.statuses.some((status, n) => status === 'missed' && covers < (of[n]?.dueOn ?? covers)),
          ).toBe(false);
          expect(more.statuses.every((status, n) => rank[status] >= rank[less.statuses[n] ?? 'missed'])).toBe(
            true,
          );
        },
      ),
    );
  });
});
