import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { type StandingInvoice, standingInvoices } from '../../../db/queries/import/standing-invoices.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { openCases } from '../case/open.ts';
import { roster } from '../member/roster.ts';
import type { Entry } from '../ledger/entry.ts';
import { post } from '../ledger/post.ts';
import { historyOf } from '../ledger/reversal.ts';
import { refreshCards } from '../outbox/card.ts';
import { cashCame } from '../payment/cash-came.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { isOvertaken } from './overtaken.ts';
import { takeBackCredits } from './book-credits.ts';
import type { Vanished } from './control-total.ts';
import { importKey, importKeys } from './keys.ts';
import { type NewPayment, withPayments } from './payments.ts';
import { changeImport, holdImport, type ImportRow } from './row.ts';
import { stewardOf } from './steward.ts';
import { type Sums, sumsOf } from './sums.ts';

/**
 * Books what was gone from an export as paid on the export's day, and credit notes that were gone as used up. Only
 * what is still open is paid: somebody may have recorded it meanwhile.
 * @returns what was booked.
 * @throws DomainError `conflict` when somebody booked it before, or a newer import has a list of its own.
 */
export async function settleVanished(office: Office, actor: Actor, importId: number): Promise<Sums> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'book invoices as paid', ['finance']);
    await lockAllCases(scope.tx);
    const row = await holdImport(scope, importId);
    const { total, asOf } = await proposalOf(scope, row);
    const payments = await paymentsOf(scope, total.vanished, asOf);
    await post(scope, await withPayments(scope, payments));
    await cashCame(
      scope,
      payments.map(({ entry }) => entry),
    );
    await takeBackCredits(
      scope,
      total.vanished.credits.map((paymentId) => ({ paymentId })),
      asOf,
    );
    const booked = sumsOf(payments.map(({ entry }) => money(entry.amount, entry.currency)));
    const settled = { by: actor.memberId, ...booked };
    await changeImport(scope, importId, {
      findings: { ...row.findings, total: { ...total, vanished: { ...total.vanished, settled } } },
    });
    await openCases(scope, [...new Set(payments.map(({ entry }) => entry.customerId))]);
    await refreshCards(scope, 'import', [String(importId)]);
    await record(scope, [
      {
        what: 'vanished invoices booked as paid',
        memberId: actor.memberId,
        details: { import: importId, invoices: booked.count },
      },
    ]);
    return booked;
  });
}

async function proposalOf(scope: Scope, row: ImportRow) {
  const { total } = row.findings;
  if (row.status !== 'done' || total === undefined || row.answers === undefined)
    throw new DomainError('conflict', `${row.fileName} was not imported: there is nothing to book.`);
  const { settled } = total.vanished;
  if (settled !== undefined) {
    const who = (await roster(scope)).get(settled.by)?.name ?? 'Somebody';
    throw new DomainError('conflict', `${who} booked them already.`);
  }
  if (await isOvertaken(scope, row))
    throw new DomainError(
      'conflict',
      'A newer file was imported since: its card says what is gone now. Book from there.',
    );
  return { total, asOf: row.answers.asOf };
}

async function paymentsOf(
  scope: Scope,
  { invoices }: Vanished,
  asOf: BusinessDate,
): Promise<readonly NewPayment[]> {
  const history = await historyOf(scope, invoices);
  return (await standingInvoices(scope.tx, invoices)).map((invoice) => {
    const paidBefore = (history.get(invoice.id) ?? []).filter(
      ({ isReversal, credit, key }) => !isReversal && credit === 'receivable' && key.startsWith(importKeys),
    ).length;
    const entry = entryOf(invoice, paidBefore + 1, asOf);
    return { source: 'import', reference: invoice.number, entry };
  });
}

function entryOf(invoice: StandingInvoice, nth: number, asOf: BusinessDate): Entry {
  const { id, customerId, currency, open } = invoice;
  return {
    debit: 'cash',
    credit: 'receivable',
    amount: open,
    currency,
    customerId,
    invoiceId: id,
    bookedOn: asOf,
    key: importKey(invoice, 'paid', nth),
  };
}
