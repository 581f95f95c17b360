import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace, type WorkspaceRow } from '../../schema/index.ts';
import { here } from '../here.ts';

/** The workspace that the transaction is in; nothing if there is none of that id. */
export async function findWorkspace(tx: Transaction): Promise<WorkspaceRow | undefined> {
  const [row] = await tx.select().from(workspace).where(eq(workspace.id, here));
  return row;
}
