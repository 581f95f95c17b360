import type { RawData } from 'ws';
import { z } from 'zod';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Readonly<Record<string, unknown>>;
}

export const REFRESH = JSON.stringify({
  type: 'disconnect',
  reason: 'refresh_requested',
  debug_info: { host: 'local' },
});

export function helloFrame(appId: string, connections: number): string {
  return JSON.stringify({
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'local', approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  });
}

/** `attempt` counts from 0; only events say it, because nothing else is ever sent late. */
export function envelopeFrame(id: string, { type, payload }: Envelope, attempt: number): string {
  const isEvent = type === 'events_api';
  return JSON.stringify({
    envelope_id: id,
    type,
    payload,
    accepts_response_payload: !isEvent,
    ...(isEvent ? { retry_attempt: attempt, retry_reason: attempt > 0 ? 'timeout' : '' } : {}),
  });
}

const acknowledgement = z.object({
  envelope_id: z.string(),
  payload: z.record(z.string(), z.unknown()).default({}),
});

export type AcknowledgementFrame = z.output<typeof acknowledgement>;

/** Undefined for what is no acknowledgement. */
export function readAcknowledgement(frame: RawData): AcknowledgementFrame | undefined {
  try {
    return acknowledgement.safeParse(JSON.parse(textOf(frame))).data;
  } catch {
    return undefined;
  }
}

function textOf(frame: RawData): string {
  if (Array.isArray(frame)) return Buffer.concat(frame).toString();
  return Buffer.isBuffer(frame) ? frame.toString() : Buffer.from(frame).toString();
}
