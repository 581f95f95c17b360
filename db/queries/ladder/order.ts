import { and, asc, eq, inArray, max, ne } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customer, invoice, ladderRule, type LadderRuleRow, workspace } from '../../schema/index.ts';
import { here } from '../here.ts';

/* What a team says about who is on which ladder. */

/** In the order in which they count. */
export async function ladderRules(tx: Transaction): Promise<readonly LadderRuleRow[]> {
  return tx.select().from(ladderRule).orderBy(asc(ladderRule.place), asc(ladderRule.id));
}

/** Gives a segment a ladder: a known one keeps its place, a new one comes last. */
export async function setRule(
  tx: Transaction,
  rule: Pick<LadderRuleRow, 'field' | 'value' | 'ladder'>,
): Promise<void> {
  const [last] = await tx.select({ place: max(ladderRule.place) }).from(ladderRule);
  await tx
    .insert(ladderRule)
    .values({ ...rule, workspaceId: here, place: (last?.place ?? 0) + 1 })
    .onConflictDoUpdate({
      target: [ladderRule.workspaceId, ladderRule.field, ladderRule.value],
      set: { ladder: rule.ladder },
    });
}

export async function dropRule(
  tx: Transaction,
  { field, value }: Pick<LadderRuleRow, 'field' | 'value'>,
): Promise<void> {
  await tx.delete(ladderRule).where(and(eq(ladderRule.field, field), eq(ladderRule.value, value)));
}

export async function setWorkspaceLadder(tx: Transaction, id: number, name: string): Promise<void> {
  await tx.update(workspace).set({ ladder: name }).where(eq(workspace.id, id));
}

/** @param name Null: as its segment or the workspace has it. */
export async function setCustomerLadder(tx: Transaction, id: number, name: string | null): Promise<void> {
  await tx.update(customer).set({ ladder: name }).where(eq(customer.id, id));
}

/** The ladders that open invoices of these customers have of their own. */
export async function ownLadders(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly { readonly customerId: number; readonly ownLadder: string }[]> {
  return tx
    .selectDistinct({ customerId: invoice.customerId, ownLadder: invoice.ownLadder })
    .from(invoice)
    .where(and(inArray(invoice.customerId, [...customerIds]), ne(invoice.ownLadder, '')));
}

/** @param name Empty: as its customer has it. */
export async function setInvoiceLadder(tx: Transaction, id: number, name: string): Promise<void> {
  await tx.update(invoice).set({ ownLadder: name }).where(eq(invoice.id, id));
}
