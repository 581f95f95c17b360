import type { Transaction } from '../../client.ts';
import { dispute, disputeInvoice } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

export type DisputedInvoice = Omit<NewRow<typeof disputeInvoice>, 'disputeId'>;

/** Returns the id of the dispute. */
export async function insertDispute(
  tx: Transaction,
  raised: NewRow<typeof dispute>,
  spread: readonly DisputedInvoice[],
): Promise<number> {
  const rows = await tx
    .insert(dispute)
    .values({ ...raised, workspaceId: here })
    .returning({ id: dispute.id });
  const disputeId = only(rows).id;
  await tx.insert(disputeInvoice).values(spread.map((part) => ({ ...part, workspaceId: here, disputeId })));
  return disputeId;
}
