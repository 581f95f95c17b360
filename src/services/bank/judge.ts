import type { CashShare, Proposal } from '../../core/matching/cash-line.ts';
import { matchLines } from '../../core/matching/match.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { formatMoney } from '../../core/money.ts';
import type { StatementLine } from '../../import/bank/statement.ts';
import type { Books, StandingPayment } from './match-book.ts';
import { namesOf, type ProposalKept } from './proposal.ts';

/** What becomes of a line of a statement. */
export type Judged = { readonly line: StatementLine; readonly reason: string } & (
  | {
      readonly to: 'book';
      readonly caseId: number;
      readonly customerId: number;
      readonly shares: readonly CashShare[];
      readonly unapplied: bigint;
    }
  /** The bank took it back, and there is one payment that it can be. */
  | { readonly to: 'reverse'; readonly payment: StandingPayment; readonly caseId: number }
  | { readonly to: 'wait'; readonly proposals: readonly ProposalKept[] }
  | { readonly to: 'outgoing' }
);

/** Judges every line of a statement, in the statement's order; what is sure of one is not open for the next. */
export function judgeLines(lines: readonly StatementLine[], books: Books): readonly Judged[] {
  const incoming = lines.filter((line) => line.direction === 'in' && !line.reversal);
  const matches = matchLines(incoming.map(asCash), books.match);
  const matchOf = new Map(incoming.map((line, n) => [line, matches[n]]));
  const nameOf = namesOf(books);
  return lines.map((line): Judged => {
    if (line.direction === 'out') return judgeOutgoing(line, books, nameOf);
    const match = matchOf.get(line);
    if (match === undefined)
      return { line, to: 'wait', reason: 'a payment of ours came back', proposals: [] };
    const keep = (one: Proposal): ProposalKept => keptOf(one, line, books, nameOf);
    switch (match.kind) {
      case 'sure': {
        const caseId = books.caseOf(match.customerId, line.amount.currency);
        const reason = match.reasons.join(', ');
        if (caseId === undefined)
          return {
            line,
            to: 'wait',
            reason: `nothing was ever open in ${line.amount.currency}`,
            proposals: [],
          };
        return { line, to: 'book', caseId, ...match, reason };
      }
      case 'doubtful':
        return { line, to: 'wait', reason: match.why, proposals: match.proposals.map(keep) };
      case 'unknown':
        return { line, to: 'wait', reason: 'nobody here is recognised in it', proposals: [] };
    }
  });
}

function asCash(line: StatementLine) {
  const { amount, bookedOn, name, iban, remittance, endToEndId = '' } = line;
  return {
    amount,
    bookedOn,
    ...(name !== undefined && { name }),
    ...(iban !== undefined && { iban }),
    remittance: `${remittance} ${endToEndId}`,
  };
}

function keptOf(
  one: Proposal,
  line: StatementLine,
  books: Books,
  nameOf: (customerId: number) => string,
): ProposalKept {
  return {
    customerId: one.customerId,
    caseId: books.caseOf(one.customerId, line.amount.currency) ?? null,
    name: nameOf(one.customerId),
    invoices: one.shares.map(({ number }) => number),
    reasons: one.reasons,
    paymentId: one.knownPaymentId ?? null,
    ...(one.recovers === undefined ? {} : { writeOffId: one.recovers }),
    act: actOf(one),
  };
}

function actOf({ knownPaymentId, recovers }: Proposal): ProposalKept['act'] {
  if (recovers !== undefined) return 'recover';
  return knownPaymentId === undefined ? 'book' : 'known';
}

/** What leaves the account is somebody's wages or rent, unless it takes a customer's payment back. */
function judgeOutgoing(line: StatementLine, books: Books, nameOf: (customerId: number) => string): Judged {
  const candidates = books.standing.filter((payment) => couldBe(line, payment));
  const [only, second] = candidates;
  const certain = line.reversal || (line.endToEndId !== undefined && line.endToEndId === only?.endToEndId);
  if (only?.caseId !== undefined && second === undefined && certain)
    return { line, to: 'reverse', payment: only, caseId: only.caseId, reason: 'the bank returned it' };
  if (candidates.length === 0 && !line.reversal)
    return { line, to: 'outgoing', reason: 'it takes nothing back' };
  const proposals = candidates.slice(0, 3).map((payment): ProposalKept => ({
    customerId: payment.customerId,
    caseId: payment.caseId ?? null,
    name: nameOf(payment.customerId),
    invoices: payment.numbers,
    reasons: [
      `${formatMoney({ amount: payment.amount, currency: payment.currency })} came from them on ${formatDate(payment.receivedOn)}`,
    ],
    paymentId: payment.paymentId,
    act: 'reverse',
  }));
  const reason = line.reversal
    ? 'the bank took money back, and which payment that was is not certain'
    : 'money went to somebody who paid as much before: did their payment come back?';
  return { line, to: 'wait', reason, proposals };
}

/** The same amount and currency, and the same account, reference, name or a number that it pays. */
function couldBe(line: StatementLine, payment: StandingPayment): boolean {
  if (payment.amount !== line.amount.amount || payment.currency !== line.amount.currency) return false;
  if (payment.receivedOn > line.bookedOn) return false;
  const same = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && a.toLowerCase() === b?.toLowerCase();
  const text = line.remittance.toLowerCase();
  return (
    same(line.iban, payment.iban) ||
    same(line.endToEndId, payment.endToEndId) ||
    same(line.name, payment.name) ||
    (line.reversal && payment.numbers.some((number) => text.includes(number.toLowerCase())))
  );
}
