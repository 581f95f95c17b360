import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import { judgePromise, type PromiseFacts, type Verdict } from '../../../src/core/promise/judge.ts';

const day = businessDate;

/** €1,000 promised on Tuesday 3 November for Friday the 20th; grace ends on Monday the 23rd. */
const promise: PromiseFacts = {
  amount: 100_000n,
  dueOn: day('2026-11-20'),
  paid: 0n,
  calendar: { country: 'DE', zone: 'Europe/Berlin' },
};

function judge(changes: Partial<PromiseFacts>, today: string): Verdict {
  return judgePromise({ ...promise, ...changes }, day(today));
}

describe('judgePromise', () => {
  it('is open until its date and grace have passed', () => {
    const open = { kind: 'open', until: day('2026-11-24') };
    expect(judge({ ledgerCovers: day('2026-11-10') }, '2026-11-11')).toEqual(open);
    expect(judge({ ledgerCovers: day('2026-11-20') }, '2026-11-23')).toEqual(open);
  });

  it('is broken once data that cover its date and grace show no money', () => {
    expect(judge({ ledgerCovers: day('2026-11-23') }, '2026-11-23')).toEqual({ kind: 'broken' });
  });

  it('is unconfirmed, not broken, while such data are missing', () => {
    expect(judge({ ledgerCovers: day('2026-11-22') }, '2026-11-30')).toEqual({ kind: 'unconfirmed' });
    expect(judge({}, '2026-11-30')).toEqual({ kind: 'unconfirmed' });
  });

  it('is kept as soon as the money is in, whatever the date', () => {
    expect(judge({ paid: 100_000n }, '2026-11-04')).toEqual({ kind: 'kept' });
  });

  it('tolerates half a per cent and not a cent more', () => {
    expect(judge({ paid: 99_500n, ledgerCovers: day('2026-11-23') }, '2026-11-24').kind).toBe('kept');
    expect(judge({ paid: 99_499n, ledgerCovers: day('2026-11-23') }, '2026-11-24')).toEqual({
      kind: 'partial',
      paid: 99_499n,
    });
  });

  it('does not round a small promise away', () => {
    expect(judge({ amount: 1n, ledgerCovers: day('2026-11-23') }, '2026-11-24')).toEqual({ kind: 'broken' });
  });

  it('counts grace in days on which banks are open', () => {
    const christmas = { dueOn: day('2026-12-24'), ledgerCovers: day('2026-12-27') };
    expect(judge(christmas, '2026-12-28')).toEqual({ kind: 'open', until: day('2026-12-29') });
  });

  it('changes by time alone on the day that it names, not before', () => {
    const days = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-01-01'), n));
    fc.assert(
      fc.property(days, days, (dueOn, today) => {
        const facts = { ...promise, dueOn };
        const verdict = judgePromise(facts, today);
        fc.pre(verdict.kind === 'open');
        const { until } = verdict;
        expect(judgePromise(facts, addDays(until, -1)).kind).toBe('open');
        expect(judgePromise(facts, until).kind).toBe('unconfirmed');
      }),
    );
  });

  it('never calls broken what data do not cover', () => {
    const days = fc.integer({ min: 0, max: 60 }).map((n) => addDays(day('2026-11-01'), n));
    fc.assert(
      fc.property(days, days, fc.bigInt(0n, 120_000n), (covers, today, paid) => {
        fc.pre(covers < day('2026-11-23'));
        const { kind } = judgePromise({ ...promise, paid, ledgerCovers: covers }, today);
        expect(['broken', 'partial']).not.toContain(kind);
      }),
    );
  });
});
