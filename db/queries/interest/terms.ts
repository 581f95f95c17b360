import { eq, sql } from 'drizzle-orm';
import type { LateTerms } from '../../../src/core/interest/terms.ts';
import type { Transaction } from '../../client.ts';
import { customer, workspace } from '../../schema/index.ts';

export async function setCustomerTerms(tx: Transaction, id: number, terms: LateTerms | null): Promise<void> {
  await tx.update(customer).set({ lateTerms: terms }).where(eq(customer.id, id));
}

export async function setWorkspaceTerms(tx: Transaction, id: number, terms: LateTerms): Promise<void> {
  await tx.update(workspace).set({ lateTerms: terms }).where(eq(workspace.id, id));
}

/** Remembers the half-year for which admins were told that rates are missing. */
export async function noteRatesTold(tx: Transaction, id: number, halfYear: string): Promise<void> {
  await tx.update(workspace).set({ ratesToldFor: halfYear }).where(eq(workspace.id, id));
}

export interface TermsInUse extends Record<string, unknown> {
  readonly country: string;
  readonly late_terms: LateTerms | null;
}

/** The countries and terms of customers who owe something, each once. */
export async function termsInUse(tx: Transaction): Promise<readonly TermsInUse[]> {
  return tx.execute<TermsInUse>(sql`
    select distinct coalesce(cu.country, w.country) as country, cu.late_terms
    from customer cu
    join workspace w on w.id = cu.workspace_id
    join invoice i on i.workspace_id = cu.workspace_id and i.customer_id = cu.id
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where cu.workspace_id = current_workspace()`);
}
