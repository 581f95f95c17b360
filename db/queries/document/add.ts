import type { Transaction } from '../../client.ts';
import { document } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

/**
 * Keeps a paper. Returns its id; undefined when the invoice has exactly this copy already.
 */
export async function insertDocument(
  tx: Transaction,
  row: NewRow<typeof document>,
): Promise<number | undefined> {
  const [kept] = await tx
    .insert(document)
    .values({ ...row, workspaceId: here })
    .onConflictDoNothing({ target: [document.workspaceId, document.invoiceId, document.hash] })
    .returning({ id: document.id });
  return kept?.id;
}
