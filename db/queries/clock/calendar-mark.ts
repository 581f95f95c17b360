import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { pulse } from '../../schema/index.ts';
import { here } from '../here.ts';

/** The mark of the closed days that moments were reckoned with; nothing before the first. */
export async function calendarMark(tx: Transaction): Promise<string | null> {
  const [row] = await tx.select({ mark: pulse.calendarMark }).from(pulse);
  return row?.mark ?? null;
}

export async function writeCalendarMark(tx: Transaction, mark: string, now: Date): Promise<void> {
  await tx
    .insert(pulse)
    .values({ workspaceId: here, tickedAt: now, calendarMark: mark })
    .onConflictDoUpdate({ target: pulse.workspaceId, set: { calendarMark: mark } });
}

interface PlaceRow extends Record<string, unknown> {
  readonly country: string;
  readonly region: string | null;
}

/** Where the workspace, its members and its customers are, each place once. */
export async function placesInUse(tx: Transaction): Promise<readonly PlaceRow[]> {
  return tx.execute<PlaceRow>(sql`
    select country, region from workspace where id = current_workspace()
    union select country, region from member where workspace_id = current_workspace()
    union select country, region from customer where workspace_id = current_workspace() and country is not null
    order by 1, 2`);
}
