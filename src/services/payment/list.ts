import { type PaymentOfCase, paymentsOfCases } from '../../../db/queries/payment/find.ts';
import { loadOpenInvoices } from '../../../db/queries/case/facts.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { totalOf, unappliedOf } from './unapplied.ts';

export type { PaymentOfCase } from '../../../db/queries/payment/find.ts';

/** The cash of a case: what came, and what of it pays nothing yet. */
export interface CaseCash {
  /** The latest first. */
  readonly payments: readonly PaymentOfCase[];
  /** Minor units of the case's currency. */
  readonly unapplied: bigint;
  /** Numbers and open amounts, the oldest due first. */
  readonly invoices: readonly { readonly number: string; readonly open: bigint; readonly dueOn: string }[];
}

const mostListed = 10;

export async function cashOfCase(office: Office, actor: Actor, caseId: number): Promise<CaseCash> {
  return within(office, actor.workspaceId, async (scope) => ({
    payments: await paymentsOfCases(scope.tx, [caseId], mostListed),
    unapplied: totalOf(await unappliedOf(scope, caseId)),
    invoices: (await loadOpenInvoices(scope.tx, [caseId])).map((row) => ({
      number: row.number,
      open: row.open,
      dueOn: row.due_on,
    })),
  }));
}
