import { noteCardPosted } from '../../../db/queries/outbox/stale-cards.ts';
import { settleMessage, type SettledColumns } from '../../../db/queries/outbox/settle.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** What became of a claimed message. */
export type Fate =
  | {
      readonly kind: 'sent';
      readonly channelId: string | null;
      readonly messageId: string | null;
      readonly shown?: number;
    }
  | { readonly kind: 'later'; readonly afterSeconds: number; readonly trouble: string }
  /** Blocks its stream until it is looked up. */
  | { readonly kind: 'unknown'; readonly afterSeconds: number; readonly trouble: string }
  /** Refused for good: kept for a person to see; its stream goes on. */
  | { readonly kind: 'parked'; readonly trouble: string };

/** Writes down what became of a message, and lets its stream go on if it may. */
export async function settle(office: Office, workspaceId: number, id: number, fate: Fate): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    await settleMessage(scope.tx, id, columnsOf(office, fate));
    if (fate.kind === 'sent' && fate.shown !== undefined) await noteCardPosted(scope.tx, id, fate.shown);
    if (fate.kind === 'sent' || fate.kind === 'parked') scope.wake('deliver');
  });
}

function columnsOf(office: Office, fate: Fate): SettledColumns {
  switch (fate.kind) {
    case 'sent':
      return { status: 'sent', channelId: fate.channelId, messageId: fate.messageId, trouble: null };
    case 'later':
      return { status: 'waiting', notBefore: after(office, fate.afterSeconds), trouble: fate.trouble };
    case 'unknown':
      return { status: 'unknown', notBefore: after(office, fate.afterSeconds), trouble: fate.trouble };
    case 'parked':
      return { status: 'parked', trouble: fate.trouble };
  }
}

const after = (office: Office, seconds: number): Date =>
  new Date(office.machineNow().getTime() + seconds * 1000);
