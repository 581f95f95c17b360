import { sql } from 'drizzle-orm';
import type { Transaction } from '../client.ts';

/**
 * Lets one transaction of a workspace at a time past this point, until it ends. There is one such turn for all that
 * must be counted or numbered in a row (messages, the audit, a day's new calls): two would be taken in two orders
 * and deadlock. Whoever changes cases locks them before waiting for the turn.
 */
export async function waitTurn(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('turn', current_workspace()))`);
}

/**
 * Lets one transaction of a workspace at a time look at what is due. Two would share it between them, and a person be
 * told in two messages what belongs into one. It is waited for before anything else, and by nobody who changes cases.
 */
export async function waitToTick(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('tick', current_workspace()))`);
}
