import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { record } from '../audit/record.ts';
import { channelStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { type ControlTotal, matches } from './control-total.ts';
import type { ImportRow } from './row.ts';
import { formatSums } from './sums.ts';

/** Tells the team in one line what was imported, and puts it on record. */
export async function announce(
  scope: Scope,
  row: ImportRow,
  asOf: BusinessDate,
  { items, overdue, inLedger, ...total }: ControlTotal,
): Promise<void> {
  await enqueue(scope, [
    {
      stream: channelStream,
      class: 'durable',
      notice: {
        kind: 'ledger imported',
        items: items.count,
        amount: formatSums(items),
        asOf,
        overdueCustomers: overdue.customers,
        overdueAmount: formatSums(overdue),
      },
    },
  ]);
  await record(scope, [
    {
      what: 'ledger imported',
      ...(row.decidedBy === null ? {} : { memberId: row.decidedBy }),
      details: {
        import: row.id,
        file: row.fileName,
        hash: row.hash,
        asOf,
        items: items.count,
        amount: formatSums(items),
        matches: matches({ inLedger, ...total }),
      },
    },
  ]);
}
