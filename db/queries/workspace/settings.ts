import { and, eq, isNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace } from '../../schema/index.ts';

/**
 * Makes a channel the team's, unless it has one.
 * @returns whether it was chosen now.
 */
export async function chooseChannel(tx: Transaction, id: number, channelId: string): Promise<boolean> {
  const changed = await tx
    .update(workspace)
    .set({ teamChannel: channelId })
    .where(and(eq(workspace.id, id), isNull(workspace.teamChannel)))
    .returning({ id: workspace.id });
  return changed.length > 0;
}

/** Remembers the day on which the team was told that its ledger has fallen behind. */
export async function noteStaleTold(tx: Transaction, id: number, day: string): Promise<void> {
  await tx.update(workspace).set({ staleToldOn: day }).where(eq(workspace.id, id));
}
