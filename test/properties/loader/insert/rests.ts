/** Plans and pauses. */
import { around, type Case, now } from '../described.ts';
import type { Booked } from './money.ts';
import type { Place, Rows } from './rows.ts';

export function addRests(
  rows: Rows,
  { memberId }: Place,
  caseId: number,
  invoices: readonly Booked[],
  of: Case,
): void {
  for (const one of of.plans) {
    const planId = rows.add('plan', {
      case_id: caseId,
      total: 1,
      status: one.status,
      proposed_by: memberId,
      proposed_at: now,
      reminders_spent: 0,
      decided_at: now,
      agreed_on: one.agreedOn,
      ended_on: one.endedOn,
      called_about: one.calledAbout,
    });
    for (const about of one.invoices)
      rows.add('plan_invoice', { plan_id: planId, invoice_id: around(invoices, about)?.id, amount: 1 });
    for (const [n, { dueOn, status, reminded, noticedOn }] of one.instalments.entries())
      rows.add('instalment', {
        plan_id: planId,
        number: n + 1,
        amount: 1,
        due_on: dueOn,
        status,
        reminded,
        noticed_on: noticedOn,
      });
  }
  for (const one of of.pauses) {
    const pauseId = rows.add('pause', {
      case_id: caseId,
      whole: one.whole,
      reason: 'because',
      from_day: one.from,
      until_day: one.until,
      status: one.status,
      asked_by: memberId,
      asked_at: now,
      budgeted: false,
      ended_on: one.endedOn,
      told: one.told,
    });
    for (const about of one.invoices)
      rows.add('pause_invoice', { pause_id: pauseId, invoice_id: around(invoices, about)?.id });
  }
}
