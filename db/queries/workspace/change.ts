import { and, eq, ne } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { workspace, type WorkspaceRow } from '../../schema/index.ts';

export type WorkspaceSettings = Pick<
  WorkspaceRow,
  | 'country'
  | 'region'
  | 'zone'
  | 'dateOrder'
  | 'teamChannel'
  | 'digestAt'
  | 'dailyCallCap'
  | 'dailyCardCap'
  | 'floor'
  | 'twoPersonsFrom'
  | 'noticeMinutes'
  | 'thanks'
  | 'creditor'
>;

export async function changeWorkspace(
  tx: Transaction,
  id: number,
  settings: WorkspaceSettings,
): Promise<void> {
  await tx.update(workspace).set(settings).where(eq(workspace.id, id));
}

/** Switches shadow mode; whether that changed anything: of two people who press at once, one switched it. */
export async function switchShadow(tx: Transaction, id: number, on: boolean): Promise<boolean> {
  const changed = await tx
    .update(workspace)
    .set({ shadow: on })
    .where(and(eq(workspace.id, id), ne(workspace.shadow, on)))
    .returning({ id: workspace.id });
  return changed.length > 0;
}

export type DigestSettings = Pick<WorkspaceRow, 'digestOn' | 'digestAt' | 'namesMisses'>;

export async function changeDigest(tx: Transaction, id: number, settings: DigestSettings): Promise<void> {
  await tx.update(workspace).set(settings).where(eq(workspace.id, id));
}

export async function changeThreadLink(tx: Transaction, id: number, pattern: string): Promise<void> {
  await tx.update(workspace).set({ messageLink: pattern }).where(eq(workspace.id, id));
}
