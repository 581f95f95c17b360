import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { findCase } from '../../../db/queries/case/find.ts';
import { loadOpenInvoices } from '../../../db/queries/case/facts.ts';
import { cancelLivePromises } from '../../../db/queries/promise/make.ts';
import { findWriteOff, linesOfWriteOff } from '../../../db/queries/write-off/find.ts';
import { changeWriteOff } from '../../../db/queries/write-off/write.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { post } from '../ledger/post.ts';
import { showInThread } from '../outbox/thread.ts';
import { cashMoved } from '../payment/cash-moved.ts';
import type { Scope } from '../scope.ts';

/**
 * Books a write-off that two people agreed to: of each invoice what it says goes from the receivable to bad debt. The
 * caller holds the customer's cases.
 */
export async function bookWriteOff(scope: Scope, id: number, memberId: number): Promise<void> {
  const row = await findWriteOff(scope.tx, id);
  const of = row && (await findCase(scope.tx, row.caseId));
  if (row === undefined || of === undefined) throw new Error(`write-off ${id} is gone`);
  const lines = await linesOfWriteOff(scope.tx, id);
  await post(
    scope,
    lines.map(({ invoiceId, amount }) => ({
      debit: 'bad debt',
      credit: 'receivable',
      amount,
      currency: of.currency,
      customerId: of.customerId,
      invoiceId,
      bookedOn: scope.today,
      key: writeOffKey(id, invoiceId),
    })),
  );
  await changeWriteOff(scope.tx, id, 'proposed', { status: 'booked', bookedOn: scope.today });
  await letPromisesGo(scope, row.caseId);
  await showInThread(scope, row.caseId, 'write-off', String(id));
  const invoices = lines.map(({ number }) => number).join(', ');
  await record(scope, [
    {
      what: 'write-off booked',
      memberId,
      caseId: row.caseId,
      details: { amount: String(row.amount), invoices },
    },
  ]);
  await cashMoved(scope, await caseIdsBeside(scope.tx, row.caseId));
}

const writeOffKey = (id: number, invoiceId: number): string => `write-off:${id}:${invoiceId}`;

/** With nothing open any more there is nothing that a promise could still bring. */
async function letPromisesGo(scope: Scope, caseId: number): Promise<void> {
  const open = await loadOpenInvoices(scope.tx, [caseId]);
  if (open.length === 0) await cancelLivePromises(scope.tx, caseId, scope.today);
}

/** Why a proposed write-off does not fit its invoices any more; undefined when each is open for what it was. */
export async function changeOfWriteOff(
  scope: Scope,
  id: number,
  currency: string,
): Promise<string | undefined> {
  const lines = await linesOfWriteOff(scope.tx, id);
  if (lines.every(({ open, openThen }) => open === openThen)) return undefined;
  const sum = (of: 'open' | 'openThen'): string =>
    formatMoney(
      money(
        lines.reduce((total, line) => total + line[of], 0n),
        currency,
      ),
    );
  return `what is open of its invoices changed from ${sum('openThen')} to ${sum('open')}`;
}
