import { invoicesCalled, type InvoiceOfCustomer } from '../../../db/queries/invoice/find.ts';
import { DomainError } from '../../core/error.ts';
import { quoted } from '../../core/reading/quoted.ts';
import type { Scope } from '../scope.ts';

/**
 * The one invoice of this number, in whatever case it is typed.
 * @throws DomainError `not_found` for none; `invalid` where several customers have one of that number.
 */
export async function invoiceCalled(scope: Scope, number: string): Promise<InvoiceOfCustomer> {
  const [found, other] = await invoicesCalled(scope.tx, number);
  if (found === undefined)
    throw new DomainError('not_found', `No invoice is called ${quoted(number)}: /account lists the numbers.`);
  if (other === undefined) return found;
  throw new DomainError(
    'invalid',
    `${found.customerName} and ${other.customerName} both have an invoice ${quoted(number)}: set the ladder for the customer instead.`,
  );
}
