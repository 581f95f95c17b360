import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace, type WorkspaceRow } from '../../schema/index.ts';

export async function findWorkspace(tx: Transaction, id: number): Promise<WorkspaceRow | undefined> {
  const [row] = await tx.select().from(workspace).where(eq(workspace.id, id));
  return row;
}
