import { loadOpenInvoices } from '../../../db/queries/case/facts.ts';
import { caseIdsOfAccount } from '../../../db/queries/case/ids.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import type { Scope } from '../scope.ts';
import type { Payable } from './allocate.ts';

/** What cash of a case can pay now: all that its customer has open in the currency, on whatever ladder. */
export async function payables(scope: Scope, caseId: number): Promise<readonly Payable[]> {
  const rows = await loadOpenInvoices(scope.tx, await caseIdsOfAccount(scope.tx, caseId));
  return rows.map((row) => ({
    id: Number(row.id),
    number: row.number,
    effectiveDueOn: businessDate(row.effective_due_on),
    open: row.open,
  }));
}
