import { eq, isNull, max } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { holdAnnouncement } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';
import { waitTurn } from '../wait-turn.ts';

export type NewAnnouncement = Omit<NewRow<typeof holdAnnouncement>, 'sequence' | 'body'> & {
  /** What it says; knows its own number among those of its customer. */
  readonly bodyAs: (sequence: number) => Record<string, unknown>;
};

/**
 * Puts an announcement behind the others of its customer. The number is taken under the workspace's turn, which lasts
 * as long as the transaction: none is given twice, and none is overtaken. Returns the id.
 */
export async function appendAnnouncement(
  tx: Transaction,
  { bodyAs, customerId = null, ...row }: NewAnnouncement,
): Promise<number> {
  await waitTurn(tx);
  const [last] = await tx
    .select({ top: max(holdAnnouncement.sequence) })
    .from(holdAnnouncement)
    .where(
      customerId === null ? isNull(holdAnnouncement.customerId) : eq(holdAnnouncement.customerId, customerId),
    );
  const sequence = (last?.top ?? 0) + 1;
  const rows = await tx
    .insert(holdAnnouncement)
    .values({ ...row, customerId, sequence, body: bodyAs(sequence), workspaceId: here })
    .returning({ id: holdAnnouncement.id });
  return only(rows).id;
}
