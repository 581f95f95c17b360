import { endAnnouncementClaims } from '../../../db/queries/hold-announcement/claim.ts';
import { type ClaimedRow, claimOutbox, endClaims } from '../../../db/queries/outbox/claim.ts';
import { parkOrphans, settleMessage } from '../../../db/queries/outbox/settle.ts';
import type { Notice } from '../notice.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { holdAgain } from './hold.ts';
import { stillTrue } from './still-true.ts';

/**
 * How long a sender may take before its message counts as unclear: longer than every time-out on the way, one after
 * the other. A chat message may be looked up over several pages first; a mail server may think for minutes.
 */
export const chatLeaseSeconds = 90;
const leases = { chat: chatLeaseSeconds, mail: 900 };

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
  /** There is nothing left to say: if it is not there already, it is not sent. */
  readonly obsolete: boolean;
}

export type Destination =
  | { readonly kind: 'channel'; readonly channelId: string }
  | { readonly kind: 'thread'; readonly channelId: string; readonly messageId: string }
  | { readonly kind: 'member'; readonly memberId: number }
  | { readonly kind: 'mail' };

/**
 * Takes up to `most` messages that can be sent now, each from another stream. A nudge whose task is done, moved or in
 * other hands since it was written is dropped here instead of being sent: this is the last moment at which we know.
 */
export async function claim(office: Office, workspaceId: number, most = 20): Promise<readonly Claimed[]> {
  return within(office, workspaceId, async (scope) => {
    await parkOrphans(scope.tx);
    const claimed: Claimed[] = [];
    for (;;) {
      const rows = await claimOutbox(scope.tx, scope.now, office.machineNow(), leases, most - claimed.length);
      for (const row of rows) claimed.push(...(await wanted(scope, row)));
      // What was dropped lets the next of its stream come forward.
      if (rows.length === 0 || claimed.length === most) return claimed;
    }
  });
}

/** Frees what a killed process held, at the start of the only process there is. */
export async function endAbandonedClaims(office: Office, workspaceId: number): Promise<void> {
  await within(office, workspaceId, async ({ tx }) => {
    await endClaims(tx, office.machineNow());
    await endAnnouncementClaims(tx, office.machineNow());
  });
}

async function wanted(scope: Scope, row: ClaimedRow): Promise<readonly Claimed[]> {
  const written = row.notice as unknown as Notice;
  const hold = row.was_held ? await holdAgain(scope, row.stream) : 'send';
  if (hold instanceof Date) return putOff(scope, row, hold);
  const notice = hold === 'drop' ? undefined : await stillTrue(scope, written);
  const claimed = asClaimed(scope, row, notice ?? written, notice === undefined);
  if (!claimed.obsolete || claimed.unclear) return [claimed];
  await settleMessage(scope.tx, claimed, { status: 'dropped' });
  return [];
}

/** It was not tried, so the attempt does not count. */
async function putOff(scope: Scope, row: ClaimedRow, holdUntil: Date): Promise<readonly []> {
  const { attempts } = row;
  await settleMessage(
    scope.tx,
    { id: Number(row.id), attempts },
    { status: row.unclear ? 'unknown' : 'waiting', attempts: attempts - 1, holdUntil },
  );
  return [];
}

function asClaimed(scope: Scope, row: ClaimedRow, notice: Notice, obsolete: boolean): Claimed {
  return {
    id: Number(row.id),
    to: destination(scope, row),
    class: row.class,
    notice,
    nonce: row.nonce,
    attempts: row.attempts,
    unclear: row.unclear,
    obsolete,
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
