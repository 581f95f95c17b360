import type { InvoiceRow } from '../../../db/queries/case/facts.ts';
import type { PromiseLineRow } from '../../../db/queries/case/facts-pending.ts';
import type { ReceivedRow } from '../../../db/queries/case/facts-of-steps.ts';
import { addDays, businessDate } from '../../core/calendar/business-date.ts';
import type { InvoiceFacts, Received, RestedDays } from '../../core/dunning/facts.ts';

/** The facts of one invoice, from its row, what was promised of it and what it received. */
export function invoiceFacts(
  row: InvoiceRow,
  promises: readonly PromiseLineRow[],
  received: readonly ReceivedRow[],
): InvoiceFacts {
  const promised = promises.filter(isResting).reduce((sum, line) => sum + line.unpaid, 0n);
  return {
    id: Number(row.id),
    number: row.number,
    issuedOn: businessDate(row.issued_on),
    dueOn: businessDate(row.due_on),
    effectiveDueOn: businessDate(row.effective_due_on),
    open: row.open,
    promised: promised < row.open ? promised : row.open,
    disputed: 0n,
    excluded: row.excluded,
    promiseBroken: promises.some((line) => isBroken(line) && !line.called_about),
    received: received.map(receivedFact),
    rested: promises.flatMap(restedDays),
  };
}

const isResting = ({ rests, status }: PromiseLineRow): boolean =>
  rests && (status === 'open' || status === 'unconfirmed');

const isBroken = ({ status }: PromiseLineRow): boolean => status === 'broken' || status === 'partial';

function receivedFact(row: ReceivedRow): Received {
  return { step: row.step, on: businessDate(row.on_day), how: row.how };
}

/** Days that a promise rested the whole invoice do not count as waiting; the day it broke counts again. */
function restedDays(line: PromiseLineRow): readonly RestedDays[] {
  if (!line.rests || !line.whole || line.ended_on === null) return [];
  const to = addDays(businessDate(line.ended_on), -1);
  return line.made_on <= to ? [{ from: businessDate(line.made_on), to }] : [];
}
