import { and, eq, sql } from 'drizzle-orm';
import { card, outbox } from '../../../db/schema/index.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

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
    await scope.tx.update(outbox).set(columnsOf(scope, fate)).where(eq(outbox.id, id));
    if (fate.kind === 'sent' && fate.shown !== undefined)
      await scope.tx.update(card).set({ shown: fate.shown }).where(eq(card.outboxId, id));
    if (fate.kind === 'sent' || fate.kind === 'parked') scope.wake('deliver');
  });
}

/** Takes a message that no longer holds off its stream. */
export async function drop(scope: Scope, id: number): Promise<void> {
  await scope.tx
    .update(outbox)
    .set({ status: 'dropped', claimedUntil: null })
    .where(and(eq(outbox.id, id), eq(outbox.status, 'claimed')));
}

function columnsOf(scope: Scope, fate: Fate): Partial<typeof outbox.$inferInsert> {
  switch (fate.kind) {
    case 'sent':
      return {
        status: 'sent',
        channelId: fate.channelId,
        messageId: fate.messageId,
        claimedUntil: null,
        trouble: null,
      };
    case 'later':
      return {
        status: 'waiting',
        notBefore: after(scope, fate.afterSeconds),
        claimedUntil: null,
        trouble: fate.trouble,
      };
    case 'unknown':
      return {
        status: 'unknown',
        notBefore: after(scope, fate.afterSeconds),
        claimedUntil: null,
        trouble: fate.trouble,
      };
    case 'parked':
      return { status: 'parked', claimedUntil: null, trouble: fate.trouble };
  }
}

function after(scope: Scope, seconds: number): Date {
  return new Date(scope.office.machineNow().getTime() + seconds * 1000);
}

/** Replies to a message that will never have a place are parked with it. */
export async function parkOrphans(scope: Scope): Promise<void> {
  await scope.tx.execute(sql`
    update outbox o set status = 'parked', trouble = 'the message it replies to was not sent'
    from outbox p where o.workspace_id = current_workspace() and p.workspace_id = o.workspace_id
      and p.id = o.parent_id and p.status in ('parked', 'dropped') and o.status = 'waiting'`);
}
