import { appendToOutbox } from '../../../db/queries/outbox/append.ts';
import { only } from '../../../db/queries/only.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';
import { holdsOf } from './hold.ts';

export interface Envelope {
  /** Messages of one stream arrive in the order in which they were written. */
  readonly stream: string;
  readonly class: 'durable' | 'best effort' | 'mail';
  readonly notice: Notice;
  /** The outbox row in whose thread this is said. */
  readonly parentId?: number;
  /** It answers what the reader does now, so it comes at once; what is not asked for waits until they are at work. */
  readonly asked?: true;
  /** Nobody waits for it until then. */
  readonly holdUntil?: Date;
}

/** Streams: where a message goes is part of what keeps it in order. */
export const channelStream = 'channel';
export const threadStream = (caseId: number): string => `case:${caseId}`;
export const directStream = (memberId: number): string => `member:${memberId}`;
export const mailStream = (caseId: number): string => `mail:${caseId}`;

/** Writes messages to the outbox, in the transaction that caused them. Returns the row ids in order. */
export async function enqueue(scope: Scope, envelopes: readonly Envelope[]): Promise<readonly number[]> {
  if (envelopes.length === 0) return [];
  const unasked = envelopes.filter(({ asked }) => asked !== true).map(({ stream }) => stream);
  const holds = await holdsOf(scope, unasked);
  const ids = await appendToOutbox(
    scope.tx,
    envelopes.map((envelope) => ({
      stream: envelope.stream,
      class: envelope.class,
      notice: { ...envelope.notice },
      parentId: envelope.parentId ?? null,
      holdUntil: envelope.asked === true ? null : (holds.get(envelope.stream) ?? envelope.holdUntil ?? null),
      nonce: scope.office.token(),
      notBefore: scope.office.machineNow(),
      createdAt: scope.now,
    })),
  );
  scope.wake('deliver');
  return ids;
}

/** The same for one message. Returns its row's id. */
export async function enqueueOne(scope: Scope, envelope: Envelope): Promise<number> {
  return only(await enqueue(scope, [envelope]));
}
