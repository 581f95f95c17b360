import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/core/calendar/business-date.ts';
import type { InvoiceFacts } from '../../../src/core/dunning/facts.ts';
import { type Shares, sharesOf } from '../../../src/core/dunning/shares.ts';
import { caseOf, day, invoice } from './stage.ts';

const today = day('2026-11-10');
const amount = fc.bigInt(0n, 120_000n);
const until = fc.option(
  fc.integer({ min: -3, max: 3 }).map((days) => addDays(today, days)),
  { nil: undefined },
);

const invoices: fc.Arbitrary<readonly InvoiceFacts[]> = fc
  .array(
    fc.record({
      dueIn: fc.integer({ min: -30, max: 30 }),
      open: amount,
      promised: amount,
      disputed: amount,
      excluded: fc.boolean(),
      pausedUntil: until,
    }),
    { maxLength: 6 },
  )
  .map((rows) =>
    rows.map(({ dueIn, pausedUntil, ...row }, n) => ({
      ...invoice(n + 1, addDays(today, dueIn), row),
      ...(pausedUntil && { pausedUntil }),
    })),
  );

const cases = fc
  .record({
    invoices,
    pausedUntil: until,
    cover: fc.array(
      fc.record({ amount, until: fc.integer({ min: -1, max: 2 }).map((n) => addDays(today, n)) }),
      { maxLength: 3 },
    ),
  })
  .map(({ pausedUntil, ...rest }) => caseOf(rest.invoices, { ...rest, ...(pausedUntil && { pausedUntil }) }));

const partsOf = (share: Shares): readonly bigint[] => [
  share.excluded,
  share.paused,
  share.disputed,
  share.promised,
  share.covered,
  share.pressed,
];

const sumOf = (share: Shares): bigint => partsOf(share).reduce((sum, part) => sum + part, 0n);

describe('what is open', () => {
  it('is pressed or at rest, all of it, and never both', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const shares = sharesOf(facts, today);
        expect(shares.map(sumOf)).toEqual(facts.invoices.map(({ open }) => open));
        expect(shares.flatMap(partsOf).every((part) => part >= 0n)).toBe(true);
      }),
    );
  });

  it('is not pressed under a pause, of one invoice or of all', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const isPaused = (until = today): boolean => until > today;
        const paused = sharesOf(facts, today).filter(
          (_, n) => isPaused(facts.pausedUntil) || isPaused(facts.invoices[n]?.pausedUntil),
        );
        expect(paused.map(({ pressed }) => pressed)).toEqual(paused.map(() => 0n));
      }),
    );
  });

  it('is pressed again from the day on which the pause ends', () => {
    const facts = caseOf([invoice(1, '2026-11-02', { pausedUntil: today })]);
    expect(sharesOf(facts, today)[0]?.pressed).toBe(100_000n);
    expect(sharesOf(facts, addDays(today, -1))[0]).toMatchObject({ pressed: 0n, paused: 100_000n });
  });

  it('is pressed but for the disputed amount, whatever else is promised', () => {
    fc.assert(
      fc.property(amount, amount, amount, (open, promised, disputed) => {
        const [share] = sharesOf(caseOf([invoice(1, '2026-11-02', { open, promised, disputed })]), today);
        const held = promised + disputed;
        expect(share?.pressed).toBe(held < open ? open - held : 0n);
        expect(share?.disputed).toBe(disputed < open ? disputed : open);
      }),
    );
  });
});
