import type { Transaction } from '../../client.ts';
import { outcome } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export async function insertOutcome(tx: Transaction, produced: NewRow<typeof outcome>): Promise<void> {
  await tx.insert(outcome).values({ ...produced, workspaceId: here });
}
