import { findInvoice } from '../../../db/queries/invoice/find.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { CaseFacts } from '../../core/dunning/facts.ts';
import { type Shares, sharesOf } from '../../core/dunning/shares.ts';
import { DomainError } from '../../core/error.ts';
import { loadCaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';
import type { LadderTarget } from './order.ts';

/**
 * An invoice with a ladder of its own stands in a case of its own, and what was agreed in the old one would not follow
 * it: nobody may be pressed for what we said would rest.
 * @throws DomainError `conflict` for an invoice that is promised, disputed, paused or on a plan
 */
export async function refuseAtRest(scope: Scope, target: LadderTarget): Promise<void> {
  if (target.kind !== 'invoice') return;
  const row = await findInvoice(scope.tx, target.invoiceId);
  if (row === undefined || row.caseId === null) return;
  const { facts } = await loadCaseFile(scope, row.caseId);
  const why = atRest(facts, target.invoiceId, scope.now);
  if (why !== undefined)
    throw new DomainError(
      'conflict',
      `${row.number} is ${why}, and that would not follow it to a ladder of its own: set the ladder when that is over.`,
    );
}

const words = {
  planned: 'on an instalment plan',
  paused: 'paused',
  disputed: 'disputed',
  promised: 'promised',
} as const satisfies Partial<Record<keyof Shares, string>>;

function atRest(facts: CaseFacts, invoiceId: number, now: Date): string | undefined {
  const shares = sharesOf(facts, dateIn(facts.calendar.zone, now));
  const share = shares[facts.invoices.findIndex(({ id }) => id === invoiceId)];
  const held = Object.entries(words).find(([part]) => (share?.[part as keyof Shares] ?? 0n) > 0n);
  return held?.[1];
}
