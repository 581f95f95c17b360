import { eq } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { button } from '../../schema/index.ts';
import { here } from '../here.ts';

type Action = (typeof button.$inferSelect)['action'];

/** Keeps what these tokens stand for; those kept already stay. */
export async function keepActions(
  tx: Transaction,
  kept: readonly { readonly token: string; readonly action: Action }[],
): Promise<void> {
  await tx
    .insert(button)
    .values(kept.map((one) => ({ ...one, workspaceId: here })))
    .onConflictDoNothing();
}

/** What a token stands for. */
export async function findAction(tx: Transaction, token: string): Promise<Action | undefined> {
  const [row] = await tx.select({ action: button.action }).from(button).where(eq(button.token, token));
  return row?.action;
}
