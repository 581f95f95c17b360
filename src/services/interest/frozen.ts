import { businessDate } from '../../core/calendar/business-date.ts';
import type { LateLaw } from '../../core/interest/law.ts';
import { type Money, money } from '../../core/money.ts';
import type { LateFacts, LateInvoiceCosts } from '../../letters/facts.ts';
import type { LateBasis } from '../../letters/languages/late/wording.ts';
import type { LateCost } from './costs.ts';

/** The costs of late payment as a letter names them, frozen; minor units as text, days as YYYY-MM-DD. */
export interface FrozenLate {
  readonly basis: LateBasis;
  readonly through: string;
  readonly invoices: readonly FrozenCosts[];
}

interface FrozenCosts {
  readonly number: string;
  readonly interest: FrozenMoney;
  readonly fixedSum: FrozenMoney | null;
  readonly periods: readonly {
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly principal: string;
    readonly rate: number;
  }[];
}

interface FrozenMoney {
  readonly amount: string;
  readonly currency: string;
}

/**
 * Freezes what these invoices of one customer have cost by being late. Empty when they have cost nothing, and when
 * a rate is missing: a letter that leaves interest out loses nothing, one that guesses claims what nobody owes.
 */
export function freezeLate(
  costs: readonly LateCost[],
  named: readonly number[],
): { readonly late?: FrozenLate } {
  const late = costs.filter(({ invoiceId }) => named.includes(invoiceId));
  const [first] = late;
  if (first === undefined || late.some(({ sheet }) => sheet.unknown !== undefined)) return {};
  const basis = basisOf(first.sheet.law);
  if (basis === undefined) return {};
  return { late: { basis, through: first.sheet.through, invoices: late.map(freeze) } };
}

/** The same, as letters read it. */
export function thawLate({ basis, through, invoices }: FrozenLate): LateFacts {
  return { basis, through: businessDate(through), invoices: invoices.map(thaw) };
}

function basisOf(law: LateLaw): LateBasis | undefined {
  switch (law.kind) {
    case 'statute':
      return law.statute;
    case 'contract':
      return 'contract';
    case 'none':
      return undefined;
  }
}

function freeze({ number, sheet }: LateCost): FrozenCosts {
  return {
    number,
    interest: frozenMoney(sheet.interest),
    fixedSum: sheet.fixedSum === undefined ? null : frozenMoney(sheet.fixedSum),
    periods: sheet.periods.map(({ from, to, days, principal, rate }) => ({
      from,
      to,
      days,
      principal: String(principal),
      rate,
    })),
  };
}

function thaw({ number, interest, fixedSum, periods }: FrozenCosts): LateInvoiceCosts {
  return {
    number,
    interest: thawedMoney(interest),
    ...(fixedSum === null ? {} : { fixedSum: thawedMoney(fixedSum) }),
    periods: periods.map(({ from, to, days, principal, rate }) => ({
      from: businessDate(from),
      to: businessDate(to),
      days,
      principal: money(BigInt(principal), interest.currency),
      rate,
    })),
  };
}

const frozenMoney = ({ amount, currency }: Money): FrozenMoney => ({ amount: String(amount), currency });
const thawedMoney = ({ amount, currency }: FrozenMoney): Money => money(BigInt(amount), currency);
