import { type ClaimedRow, claimOutbox } from '../../../db/queries/outbox/claim.ts';
import { dropMessage } from '../../../db/queries/outbox/settle.ts';
import type { Notice } from '../notice.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { stillTrue } from './still-true.ts';

/** How long a sender may take before its message counts as unclear. Longer than every time-out on the way. */
const leaseSeconds = 60;
const batch = 20;

/** A message in the hands of one sender. */
export interface Claimed {
  readonly id: number;
  readonly to: Destination;
  readonly class: 'durable' | 'best effort' | 'mail';
  readonly notice: Notice;
  readonly nonce: string;
  readonly attempts: number;
  /** Look it up before sending it: it may be there already. */
  readonly unclear: boolean;
}

export type Destination =
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'thread'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'member'; readonly memberId: number }
  | { readonly kind: 'mail' };

/**
 * Takes messages that can be sent now. A nudge whose task is done, moved or in other hands since it was written is
 * dropped here instead of being sent: this is the last moment at which we know.
 */
export async function claim(office: Office, workspaceId: number): Promise<readonly Claimed[]> {
  return within(office, workspaceId, async (scope) => {
    const rows = await claimOutbox(scope.tx, office.machineNow(), leaseSeconds, batch);
    const claimed: Claimed[] = [];
    for (const row of rows) {
      const notice = await stillTrue(scope, row.notice as unknown as Notice);
      if (notice === undefined && !row.unclear) await dropMessage(scope.tx, Number(row.id));
      else claimed.push(asClaimed(scope, row, notice ?? (row.notice as unknown as Notice)));
    }
    if (claimed.length < rows.length) scope.wake('deliver');
    return claimed;
  });
}

function asClaimed(scope: Scope, row: ClaimedRow, notice: Notice): Claimed {
  return {
    id: Number(row.id),
    to: destination(scope, row),
    class: row.class,
    notice,
    nonce: row.nonce,
    attempts: row.attempts,
    unclear: row.unclear,
  };
}

function destination(scope: Scope, row: ClaimedRow): Destination {
  const [kind, id = ''] = row.stream.split(':');
  if (row.parent_channel !== null && row.parent_message !== null)
    return { kind: 'thread', channelId: row.parent_channel, messageId: row.parent_message };
  if (kind === 'member') return { kind: 'member', memberId: Number(id) };
  if (kind === 'mail') return { kind: 'mail' };
  return { kind: 'channel', channelId: scope.workspace.teamChannel ?? '' };
}
