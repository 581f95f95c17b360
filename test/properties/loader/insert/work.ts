/** What was done, asked, and is to be done. */
import { around, type Case, now } from '../described.ts';
import type { Booked } from './money.ts';
import type { Place, Rows } from './rows.ts';

export function addContacts(rows: Rows, caseId: number, invoices: readonly Booked[], of: Case): void {
  for (const [round, one] of of.contacts.entries()) {
    const occurrenceId = rows.add('occurrence', {
      case_id: caseId,
      step: one.step,
      round,
      on_day: one.on,
      at: one.at,
      how: one.how,
      reason: one.joined ? 'joined' : 'ladder',
    });
    for (const { invoice, step } of one.invoices)
      rows.add('occurrence_invoice', {
        occurrence_id: occurrenceId,
        invoice_id: around(invoices, invoice)?.id,
        step,
      });
  }
}

export function addWork(rows: Rows, { memberId }: Place, caseId: number, of: Case): void {
  for (const { kind, step, status, reviewOn } of of.approvals)
    rows.add('approval', {
      case_id: caseId,
      kind,
      step,
      amount: 1,
      invoices: [],
      also_open: [],
      receives: [],
      status,
      asked_at: now,
      needs: 1,
      reminders_spent: 0,
      decided_alone: false,
      review_on: reviewOn,
    });
  for (const one of of.tasks)
    rows.add('task', {
      case_id: caseId,
      kind: one.kind,
      step: one.step,
      what: 'call',
      level: 'owner',
      holder_id: memberId,
      first_holder_id: memberId,
      due_at: one.dueAt,
      deadline_at: new Date(one.dueAt.getTime() + one.hours * 3_600_000),
      nudges_spent: one.nudges,
      attempts: 0,
      fence: 0,
      status: one.open ? 'open' : 'done',
      opened_at: one.openedAt,
      closed_at: one.open ? null : one.closedAt,
    });
  const occurrenceId = rows.of.get('occurrence')?.length;
  for (const { kind, status, beside } of of.letters)
    rows.add('letter', {
      case_id: caseId,
      occurrence_id: beside ? null : occurrenceId,
      kind,
      facts: {},
      status,
      audience: {},
      recipients: [],
    });
}
