/** What was promised, disputed and advised. */
import { around, type Case, dayFromNow, type Line, now, partOf } from '../described.ts';
import type { Booked } from './money.ts';
import type { Place, Rows } from './rows.ts';

export function addWords(
  rows: Rows,
  { memberId }: Place,
  caseId: number,
  invoices: readonly Booked[],
  of: Case,
): void {
  const of_ = (line: Line) => {
    const about = around(invoices, line.invoice);
    const amount = partOf(about?.amount ?? 1n, line.thousandths);
    return { invoice_id: about?.id, amount, whole: line.whole };
  };
  for (const one of of.promises) {
    const promiseId = rows.add('promise', {
      case_id: caseId,
      amount: 1,
      due_on: one.dueOn,
      made_on: one.madeOn,
      made_at: one.madeAt,
      made_by: memberId,
      status: one.status,
      rests: one.rests,
      ended_on: one.endedOn,
      paid: 0,
      called_about: one.calledAbout,
    });
    for (const line of one.lines) rows.add('promise_invoice', { promise_id: promiseId, ...of_(line) });
  }
  for (const one of of.disputes) {
    const disputeId = rows.add('dispute', {
      case_id: caseId,
      amount: 1,
      reason: 'other',
      fixer_id: memberId,
      deadline_on: one.raisedOn,
      status: one.status,
      raised_by: memberId,
      raised_at: now,
      raised_on: one.raisedOn,
      upheld: 0,
      resolved_on: one.resolvedOn,
    });
    for (const line of one.lines) {
      const row = of_(line);
      const upheld = (row.amount * BigInt(line.upheldThousandths)) / 1000n;
      rows.add('dispute_invoice', { dispute_id: disputeId, ...row, upheld });
    }
  }
  for (const { amount, until } of of.advices)
    rows.add('payment_advice', {
      case_id: caseId,
      amount,
      advised_on: dayFromNow(0),
      rests_until: until,
      member_id: memberId,
    });
}
