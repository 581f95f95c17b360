import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { customer } from '../../schema/index.ts';

export async function customerName(tx: Transaction, id: number): Promise<string | undefined> {
  const [row] = await tx.select({ name: customer.name }).from(customer).where(eq(customer.id, id));
  return row?.name;
}
