import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { envelopeFrame, type Envelope } from './frames.ts';

export type Acknowledgement =
  | { readonly kind: 'acknowledged'; readonly payload: Readonly<Record<string, unknown>> }
  /** No connection to the app at all: Slack says so at once. */
  | { readonly kind: 'unreachable' }
  /** Not acknowledged in time. */
  | { readonly kind: 'timeout' };

/** Envelopes on their way, each until it is acknowledged. */
export interface Deliveries {
  readonly send: (envelope: Envelope, settle: (answer: Acknowledgement) => void) => void;
  readonly acknowledge: (id: string, payload: Readonly<Record<string, unknown>>) => void;
  /** What this connection carried goes to another one, or waits for the next. */
  readonly lose: (carrier: WebSocket) => void;
  /** Sends what waits for a connection. */
  readonly resume: () => void;
  readonly count: () => number;
  /** Answers whoever still waits. */
  readonly close: () => void;
}

interface Settings {
  readonly ackMs: number;
  readonly log: (line: string) => void;
  /** A connection to send on, another one than `last` if there is one. */
  readonly pick: (last: WebSocket | undefined) => WebSocket | undefined;
}

interface Pending {
  readonly id: string;
  readonly envelope: Envelope;
  readonly settle: (answer: Acknowledgement) => void;
  attempts: number;
  carrier?: WebSocket;
  timer?: NodeJS.Timeout;
}

/** As in Slack's Events API: three retries after the first try. */
const MAX_ATTEMPTS = 4;

export function createDeliveries({ ackMs, log, pick }: Settings): Deliveries {
  const pending = new Map<string, Pending>();
  const settle = (item: Pending, answer: Acknowledgement): void => {
    clearTimeout(item.timer);
    pending.delete(item.id);
    item.settle(answer);
  };
  const dispatch = (item: Pending): void => {
    const carrier = pick(item.carrier);
    if (!carrier) return;
    item.carrier = carrier;
    carrier.send(envelopeFrame(item.id, item.envelope, item.attempts));
    item.attempts += 1;
    item.timer ??= setTimeout(() => overdue(item), ackMs);
  };
  const overdue = (item: Pending): void => {
    delete item.timer;
    if (item.envelope.type === 'events_api' && item.attempts < MAX_ATTEMPTS) return dispatch(item);
    log(`not acknowledged: ${item.envelope.type} ${JSON.stringify(item.envelope.payload).slice(0, 200)}`);
    settle(item, { kind: 'timeout' });
  };
  return {
    send: (envelope, settled) => {
      const item: Pending = { id: randomUUID(), envelope, settle: settled, attempts: 0 };
      pending.set(item.id, item);
      dispatch(item);
    },
    acknowledge: (id, payload) => {
      const item = pending.get(id);
      if (item) settle(item, { kind: 'acknowledged', payload });
    },
    lose: (carrier) => {
      const orphans = [...pending.values()].filter((item) => item.carrier === carrier);
      for (const item of orphans) delete item.carrier;
      orphans.forEach(dispatch);
    },
    resume: () => [...pending.values()].filter((item) => !item.carrier).forEach(dispatch),
    count: () => pending.size,
    close: () => {
      if (pending.size > 0) log(`closed with ${pending.size} envelopes not acknowledged`);
      [...pending.values()].forEach((item) => settle(item, { kind: 'unreachable' }));
    },
  };
}
