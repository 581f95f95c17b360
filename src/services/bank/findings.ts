import type { BankFile } from '../../import/bank/statement.ts';
import { type Sums, sumsOf } from '../import/sums.ts';
import type { Judged } from './judge.ts';

/** What a bank's file says and what booking it does, as its card shows it; kept as JSON. */
export interface BankFindings {
  readonly format: string;
  readonly statements: readonly {
    readonly id: string;
    readonly account: string;
    readonly from: string | null;
    readonly to: string | null;
    readonly lines: number;
    readonly faults: readonly string[];
  }[];
  readonly incoming: Sums;
  readonly outgoing: Sums;
  /** Pays invoices without asking; the sum is of what pays, not of what is left over. */
  readonly sure: Sums;
  readonly unapplied: Sums;
  readonly doubtful: Sums;
  readonly unknown: Sums;
  readonly reversed: Sums;
  readonly pending: number;
  /** Lines that an earlier file had. */
  readonly again: number;
}

export function findingsOf(file: BankFile, judged: readonly Judged[], again: number): BankFindings {
  const sums = (some: readonly Judged[]): Sums => sumsOf(some.map(({ line }) => line.amount));
  const booked = judged.flatMap((one) => (one.to === 'book' ? [one] : []));
  const waiting = judged.flatMap((one) => (one.to === 'wait' ? [one] : []));
  const part = (of: (one: (typeof booked)[number]) => bigint) =>
    sumsOf(
      booked
        .filter((one) => of(one) > 0n)
        .map((one) => ({ amount: of(one), currency: one.line.amount.currency })),
    );
  return {
    format: file.format,
    statements: file.statements.map(({ id, account, opening, closing, lines, faults }) => ({
      id,
      account,
      from: opening?.on ?? null,
      to: closing?.on ?? null,
      lines: lines.length,
      faults,
    })),
    incoming: sums(judged.filter(({ line }) => line.direction === 'in')),
    outgoing: sums(judged.filter(({ to }) => to === 'outgoing')),
    sure: part(({ line, unapplied }) => line.amount.amount - unapplied),
    unapplied: part(({ unapplied }) => unapplied),
    doubtful: sums(waiting.filter(({ proposals }) => proposals.length > 0)),
    unknown: sums(waiting.filter(({ proposals }) => proposals.length === 0)),
    reversed: sums(judged.filter(({ to }) => to === 'reverse')),
    pending: file.statements.reduce((sum, { pending }) => sum + pending, 0),
    again,
  };
}
