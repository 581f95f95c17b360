import { type Invoice, openOn } from './history.ts';

/** The last day that an export covers, and the last one of the export before it. */
export interface Period {
  readonly after?: string;
  readonly through: string;
}

const header =
  'invoiceNumber,customerID,Customer name,Country,InvoiceDate,DueDate,InvoiceAmount,Open amount,Currency,SettledDate,Contact email';

/**
 * What the books print in a night: all that is open, and what was settled since the last time. The file that is
 * replayed knows neither names nor addresses, so a customer is called by its number and has a mailbox.
 */
export function exportOf(history: readonly Invoice[], { after = '', through }: Period): Uint8Array {
  const rows = history
    .filter(
      ({ issuedOn, settledOn }) => issuedOn <= through && (settledOn === undefined || settledOn > after),
    )
    .map((one) => line(one, through));
  return Buffer.from([header, ...rows].join('\n') + '\n');
}

export const mailboxOf = (customer: string): string => `ap@${customer.toLowerCase()}.example`;

function line(one: Invoice, through: string): string {
  const settled = one.settledOn !== undefined && one.settledOn <= through ? one.settledOn : '';
  return [
    one.number,
    one.customer,
    one.customer,
    one.country,
    one.issuedOn,
    one.dueOn,
    (one.cents / 100).toFixed(2),
    (openOn(one, through) / 100).toFixed(2),
    one.currency,
    settled,
    mailboxOf(one.customer),
  ].join(',');
}
