import { learnIbans } from '../../../db/queries/bank/book.ts';
import { changeBankLine } from '../../../db/queries/bank/lines.ts';
import { insertBankPayments } from '../../../db/queries/bank/payments.ts';
import { groupBy } from '../../core/group-by.ts';
import type { CashShare } from '../../core/matching/cash-line.ts';
import { formatMoney, type Money, money } from '../../core/money.ts';
import { zip } from '../../core/zip.ts';
import { record } from '../audit/record.ts';
import type { Entry } from '../ledger/entry.ts';
import { post } from '../ledger/post.ts';
import { tellCase } from '../outbox/thread.ts';
import { settleAdvices } from '../payment/settle-advices.ts';
import type { Scope } from '../scope.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';

/** Money of one line of a statement and what it pays; the shares and what is not applied make the amount. */
export interface CashOfLine {
  readonly lineId: number;
  readonly lineKey: string;
  readonly caseId: number;
  readonly customerId: number;
  readonly amount: Money;
  readonly bookedOn: BusinessDate;
  readonly iban: string | null;
  readonly remittance: string;
  readonly shares: readonly Pick<CashShare, 'invoiceId' | 'number' | 'amount'>[];
  readonly unapplied: bigint;
  readonly reason: string;
}

/**
 * Books the cash of lines: a payment each, a posting for each invoice it pays and one for what remains. The postings'
 * keys come from the bank's, so that no line can pay twice. The caller holds the cases, and has them judged afterwards.
 */
export async function bookCash(scope: Scope, lines: readonly CashOfLine[], memberId: number): Promise<void> {
  if (lines.length === 0) return;
  const ids = await insertBankPayments(scope.tx, lines.map(asPayment), scope.now);
  const paid = zip(lines, ids);
  await post(
    scope,
    paid.flatMap(([line, paymentId]) => entriesOf(line, paymentId)),
  );
  for (const [{ lineId, customerId, reason }, paymentId] of paid)
    await changeBankLine(scope.tx, lineId, {
      status: 'booked',
      customerId,
      paymentId,
      reason,
      decidedBy: memberId,
      decidedAt: scope.now,
    });
  await learnIbans(
    scope.tx,
    lines.flatMap(({ iban, customerId }) => (iban === null ? [] : [{ iban, customerId }])),
    scope.now,
  );
  await tell(scope, lines, memberId);
}

function asPayment({ customerId, amount, bookedOn, remittance }: CashOfLine) {
  const { currency } = amount;
  const reference = remittance === '' ? null : remittance.slice(0, 120);
  return { customerId, currency, amount: amount.amount, receivedOn: bookedOn, reference };
}

function entriesOf(line: CashOfLine, paymentId: number): readonly Entry[] {
  const { customerId, bookedOn, lineKey, shares, unapplied } = line;
  const common = { debit: 'cash', currency: line.amount.currency, customerId, paymentId, bookedOn } as const;
  return [
    ...shares.map(({ invoiceId, amount }, n) => ({
      ...common,
      credit: 'receivable' as const,
      amount,
      invoiceId,
      key: `bank:${lineKey}:${n + 1}`,
    })),
    ...(unapplied > 0n
      ? [{ ...common, credit: 'unapplied' as const, amount: unapplied, key: `bank:${lineKey}:rest` }]
      : []),
  ];
}

/** One message a case, however many lines paid it. */
async function tell(scope: Scope, lines: readonly CashOfLine[], memberId: number): Promise<void> {
  for (const [caseId, of] of groupBy(lines, (line) => line.caseId)) {
    const sum = of.reduce((total, { amount }) => total + amount.amount, 0n);
    const { currency } = of[0].amount;
    await settleAdvices(scope, caseId, sum, scope.today);
    await tellCase(scope, caseId, {
      kind: 'payment',
      caseId,
      memberId,
      amount: formatMoney(money(sum, currency)),
      advised: false,
      until: null,
    });
  }
  await record(
    scope,
    lines.map((line) => ({
      what: 'payment booked from the bank',
      memberId,
      caseId: line.caseId,
      details: {
        amount: String(line.amount.amount),
        received: line.bookedOn,
        invoices: line.shares.map(({ number }) => number).join(', '),
        unapplied: line.unapplied === 0n ? null : formatMoney(money(line.unapplied, line.amount.currency)),
        because: line.reason.slice(0, 200),
      },
    })),
  );
}
