import { customer, invoice } from '../../db/schema/index.ts';
import { caseIdsOfCustomers } from '../../db/queries/case/ids.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { effectiveDueDate } from '../../src/core/calendar/business-days.ts';
import { openCases } from '../../src/services/case/open.ts';
import { post } from '../../src/services/ledger/post.ts';
import type { Office } from '../../src/services/ports.ts';
import { type Scope, within } from '../../src/services/scope.ts';

export interface BookedInvoice {
  readonly number: string;
  /** Minor units. */
  readonly amount: bigint;
  readonly dueOn: string;
  readonly currency?: string;
}

export interface BookedCustomer {
  readonly customerId: number;
  /** Ascending; one a currency. */
  readonly caseIds: readonly number[];
  /** By number. */
  readonly invoiceIds: Readonly<Record<string, number>>;
}

/** Writes a customer with invoices into the ledger, as an import would, and opens its cases. */
export async function bookCustomer(
  office: Office,
  workspaceId: number,
  of: {
    readonly number: string;
    readonly name: string;
    readonly ownerId?: number;
    readonly invoices: readonly BookedInvoice[];
  },
): Promise<BookedCustomer> {
  return within(office, workspaceId, async (scope) => {
    const [row] = await scope.tx
      .insert(customer)
      .values({ workspaceId, number: of.number, name: of.name, ownerId: of.ownerId ?? null })
      .returning({ id: customer.id });
    const invoiceIds: Record<string, number> = {};
    for (const one of of.invoices) invoiceIds[one.number] = await issue(scope, row!.id, one);
    await openCases(scope, [row!.id]);
    return { customerId: row!.id, invoiceIds, caseIds: await caseIdsOfCustomers(scope.tx, [row!.id]) };
  });
}

async function issue(scope: Scope, customerId: number, one: BookedInvoice): Promise<number> {
  const dueOn = businessDate(one.dueOn);
  const currency = one.currency ?? 'EUR';
  const [row] = await scope.tx
    .insert(invoice)
    .values({
      workspaceId: scope.workspace.id,
      customerId,
      number: one.number,
      currency,
      issuedOn: dueOn,
      dueOn,
      effectiveDueOn: effectiveDueDate(scope.calendar, dueOn),
    })
    .returning({ id: invoice.id });
  await post(scope, [
    {
      debit: 'receivable',
      credit: 'sales',
      amount: one.amount,
      currency,
      customerId,
      invoiceId: row!.id,
      bookedOn: dueOn,
      key: `import:${customerId}:${one.number}:issued`,
    },
  ]);
  return row!.id;
}
