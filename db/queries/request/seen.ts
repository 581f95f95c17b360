import { lt } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { seenRequest } from '../../schema/index.ts';
import { here } from '../here.ts';

/** Forgets the requests seen before a moment of machine time. */
export async function forgetRequests(tx: Transaction, seenBefore: Date): Promise<void> {
  await tx.delete(seenRequest).where(lt(seenRequest.seenAt, seenBefore));
}

/**
 * Remembers a request. Of two transactions that remember the same one, the second waits for the first.
 * @returns whether it was new.
 */
export async function rememberRequest(tx: Transaction, key: string, at: Date): Promise<boolean> {
  const added = await tx
    .insert(seenRequest)
    .values({ workspaceId: here, key, seenAt: at })
    .onConflictDoNothing()
    .returning({ key: seenRequest.key });
  return added.length > 0;
}
