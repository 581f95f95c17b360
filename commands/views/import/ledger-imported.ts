import type { Card } from '../../../src/chat/types.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { Notice } from '../../../src/services/notice.ts';
import { count } from '../words.ts';

/** The one line the team hears of an import. */
export function ledgerImportedCard(notice: Extract<Notice, { kind: 'ledger imported' }>): Card {
  const { items, amount, asOf, overdueCustomers, overdueAmount } = notice;
  const imported = `${count(items, 'item')}, ${amount}, as of ${formatDate(businessDate(asOf))}`;
  const overdue =
    overdueCustomers === 0
      ? 'nothing was due before that day'
      : `due before that day: ${overdueAmount} of ${count(overdueCustomers, 'customer')}`;
  return {
    summary: `Ledger imported: ${imported}`,
    parts: [{ kind: 'text', text: [{ bold: 'Ledger imported' }, `: ${imported}; ${overdue}`] }],
  };
}
