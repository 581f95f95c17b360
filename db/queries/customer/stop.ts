import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customer } from '../../schema/index.ts';

/** A full stop: nothing is pressed of this customer any more. */
export async function stopCustomer(tx: Transaction, id: number, why: string): Promise<void> {
  await tx.update(customer).set({ stopped: why }).where(eq(customer.id, id));
}
