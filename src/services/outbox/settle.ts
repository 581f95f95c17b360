import { noteCardPosted } from '../../../db/queries/outbox/stale-cards.ts';
import { settleMessage, type SettledColumns } from '../../../db/queries/outbox/settle.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import type { Claimed } from './claim.ts';
import { isLastTry, pauseSeconds } from './patience.ts';

/** What became of a claimed message. */
export type Fate =
  | {
      readonly kind: 'sent';
      readonly channelId: string | null;
      readonly messageId: string | null;
      readonly shown?: number;
    }
  /** Not sent, and no fault of the message's: the platform takes nothing now. Tried again as often as it takes. */
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly trouble: string }
  /** Not sent, and it may be the message's own fault: tried again with growing pauses, and then parked. */
  | { readonly kind: 'failed'; readonly trouble: string }
  /** Perhaps sent. Blocks its stream until it is looked up. */
  | { readonly kind: 'unknown'; readonly trouble: string }
  /** Refused for good: kept for a person to see; its stream goes on. */
  | { readonly kind: 'parked'; readonly trouble: string }
  /** There is nothing left to say. */
  | { readonly kind: 'dropped' };

/** Writes down what became of a message, and lets its stream go on if it may. */
export async function settle(
  office: Office,
  workspaceId: number,
  message: Claimed,
  fate: Fate,
): Promise<void> {
  const columns = columnsOf(office, message, fate);
  await within(office, workspaceId, async (scope) => {
    if (!(await settleMessage(scope.tx, message, columns))) return tellOverrun(scope, message, fate);
    if (fate.kind === 'sent' && fate.shown !== undefined)
      await noteCardPosted(scope.tx, message.id, fate.shown);
    if (columns.status === 'parked') tellParked(scope, message, columns.trouble);
    scope.wake('deliver');
  });
}

function columnsOf(office: Office, message: Claimed, fate: Fate): SettledColumns {
  switch (fate.kind) {
    case 'sent':
      return { status: 'sent', channelId: fate.channelId, messageId: fate.messageId, trouble: null };
    case 'later':
      return {
        ...tryAgain(office, message, fate.afterSeconds, fate.trouble),
        attempts: message.attempts - 1,
      };
    case 'failed':
    case 'unknown':
      if (isLastTry(message))
        return { status: 'parked', trouble: `${fate.trouble}, ${message.attempts} times` };
      return {
        ...tryAgain(office, message, pauseSeconds(message), fate.trouble),
        ...(fate.kind === 'unknown' ? { status: 'unknown' } : {}),
      };
    case 'parked':
      return { status: 'parked', trouble: fate.trouble };
    case 'dropped':
      return { status: 'dropped', trouble: null };
  }
}

/** What was unclear before this try is unclear after it: nothing was sent now, but it may have been sent then. */
function tryAgain(office: Office, { unclear }: Claimed, afterSeconds: number, trouble: string) {
  const notBefore = new Date(office.machineNow().getTime() + afterSeconds * 1000);
  return { status: unclear ? 'unknown' : 'waiting', notBefore, trouble } as const;
}

function tellParked({ office }: Scope, { id, notice }: Claimed, trouble: string | null | undefined): void {
  office.log.error(
    { outbox: id, notice: notice.kind, trouble },
    'a message cannot be sent: a person must look',
  );
}

function tellOverrun({ office }: Scope, { id }: Claimed, fate: Fate): void {
  office.log.warn({ outbox: id, fate: fate.kind }, 'a message took longer than its claim lasted');
}
