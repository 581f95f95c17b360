import fc from 'fast-check';
import { expect, test } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import type { CashLine, LedgerItem, MatchBook, Spread } from '../../../src/core/matching/cash-line.ts';
import { matchLines } from '../../../src/core/matching/match.ts';
import { money } from '../../../src/core/money.ts';

const day = businessDate('2026-11-03');
const names = ['Lagerhaus Nord GmbH', 'Müller & Söhne', 'Fern Handel'];
const amounts = fc.constantFrom(100n, 200n, 300n, 500n, 1000n);

const items = fc
  .array(fc.record({ customerId: fc.nat(2), open: fc.oneof(amounts, fc.constant(0n)) }), { maxLength: 8 })
  .map((all) =>
    all.map(({ customerId, open }, id): LedgerItem => ({
      id,
      customerId,
      open,
      number: `R-${1000 + id}`,
      currency: 'EUR',
      effectiveDueOn: day,
    })),
  );
const line = fc.record({
  amount: fc.oneof(amounts, fc.bigInt(1n, 3000n)).map((amount) => money(amount, 'EUR')),
  bookedOn: fc.constant(day),
  name: fc.constantFrom(...names, 'Somebody', 'Lagerhaus Nort'),
  remittance: fc.array(fc.nat(9), { maxLength: 3 }).map((ids) => ids.map((id) => `R-${1000 + id}`).join(' ')),
});
const world = fc.record({ items, lines: fc.array(line, { maxLength: 10 }) });

const bookOf = (all: readonly LedgerItem[]): MatchBook => ({
  items: all,
  customers: names.map((name, customerId) => ({ customerId, names: [name] })),
  ibans: new Map(),
  recorded: [],
});
const sum = (all: readonly bigint[]): bigint => all.reduce((a, b) => a + b, 0n);

test('every spread, sure or proposed, makes its line’s amount: no cent is lost or made', () => {
  fc.assert(
    fc.property(world, ({ items: all, lines }) => {
      const matches = matchLines(lines, bookOf(all));
      matches.forEach((match, n) => {
        const spreads: readonly Spread[] =
          match.kind === 'sure' ? [match] : match.kind === 'doubtful' ? match.proposals : [];
        for (const { shares, unapplied } of spreads) {
          expect(sum(shares.map(({ amount }) => amount)) + unapplied).toBe(
            (lines[n] as CashLine).amount.amount,
          );
          expect(shares.every(({ amount }) => amount > 0n) && unapplied >= 0n).toBe(true);
        }
      });
    }),
  );
});

test('all lines together never pay an invoice more than is open of it, nor another customer’s', () => {
  fc.assert(
    fc.property(world, ({ items: all, lines }) => {
      const paid = new Map<number, bigint>();
      for (const match of matchLines(lines, bookOf(all))) {
        if (match.kind !== 'sure') continue;
        for (const { invoiceId, amount } of match.shares) {
          expect(all[invoiceId]!.customerId).toBe(match.customerId);
          paid.set(invoiceId, (paid.get(invoiceId) ?? 0n) + amount);
        }
      }
      for (const [id, amount] of paid) expect(amount <= all[id]!.open).toBe(true);
    }),
  );
});
