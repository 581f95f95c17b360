import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customer } from '../../schema/index.ts';

export async function setTags(tx: Transaction, customerId: number, tags: readonly string[]): Promise<void> {
  await tx
    .update(customer)
    .set({ tags: [...tags] })
    .where(eq(customer.id, customerId));
}
