import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { mintSecret } from '../ids.ts';

export type EnvelopeType = 'slash_commands' | 'interactive' | 'events_api';

export interface Envelope {
  readonly type: EnvelopeType;
  readonly payload: Readonly<Record<string, unknown>>;
}

export type Acknowledgement =
  | { readonly kind: 'acknowledged'; readonly payload: Readonly<Record<string, unknown>> }
  /** No connection to the app at all: Slack says so at once. */
  | { readonly kind: 'unreachable' }
  /** Not acknowledged in time. */
  | { readonly kind: 'timeout' };

export interface Connections {
  /** A single-use right to open a socket, for the URL of apps.connections.open. */
  readonly mintTicket: () => string;
  readonly redeemTicket: (ticket: string) => boolean;
  readonly adopt: (socket: WebSocket) => void;
  /** For what a person waits for: one answer, in time or not at all. */
  readonly ask: (envelope: Envelope) => Promise<Acknowledgement>;
  /** For events: kept until some connection acknowledges them. */
  readonly tell: (envelope: Envelope) => void;
  readonly count: () => number;
  /** Events not yet acknowledged. */
  readonly unacknowledged: () => number;
  /** Asks every client to connect anew, as Slack does every few hours. */
  readonly refresh: () => void;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
}

interface Pending {
  readonly id: string;
  readonly envelope: Envelope;
  readonly settle: (answer: Acknowledgement) => void;
  attempts: number;
  carrier?: WebSocket;
}

interface Settings {
  readonly appId: string;
  readonly ackMs: number;
  readonly onChange: (connected: boolean) => void;
}

/**
 * The Socket Mode side of Slack: any number of connections of one app, each envelope on one of them. What a
 * connection took to its grave unacknowledged goes to another one, or waits for the next.
 */
export function createConnections(settings: Settings): Connections {
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, Pending>();

  const dispatch = (item: Pending): void => {
    const socket = pick(sockets);
    if (!socket) return;
    item.carrier = socket;
    socket.send(JSON.stringify(frame(item)));
    item.attempts += 1;
  };
  const redispatchOf = (socket: WebSocket): void => {
    sockets.delete(socket);
    for (const item of pending.values()) {
      if (item.carrier !== socket) continue;
      delete item.carrier;
      dispatch(item);
    }
    settings.onChange(sockets.size > 0);
  };
  const receive = (bytes: string): void => {
    const { envelope_id: id, payload } = readAcknowledgement(bytes);
    const item = pending.get(id);
    pending.delete(id);
    item?.settle({ kind: 'acknowledged', payload });
  };
  const add = (envelope: Envelope, settle: Pending['settle']): Pending => {
    const item: Pending = { id: randomUUID(), envelope, settle, attempts: 0 };
    pending.set(item.id, item);
    dispatch(item);
    return item;
  };

  return {
    mintTicket: () => {
      const ticket = mintSecret();
      tickets.add(ticket);
      return ticket;
    },
    redeemTicket: (ticket) => tickets.delete(ticket),
    adopt: (socket) => {
      sockets.add(socket);
      socket.on('message', (bytes) => receive(String(bytes)));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => redispatchOf(socket));
      socket.send(JSON.stringify(hello(settings.appId, sockets.size)));
      for (const item of pending.values()) if (!item.carrier) dispatch(item);
      settings.onChange(true);
    },
    ask: (envelope) =>
      new Promise((resolve) => {
        if (sockets.size === 0) return resolve({ kind: 'unreachable' });
        const item = add(envelope, (answer) => {
          clearTimeout(timer);
          resolve(answer);
        });
        const timer = setTimeout(() => {
          pending.delete(item.id);
          resolve({ kind: 'timeout' });
        }, settings.ackMs);
      }),
    tell: (envelope) => void add(envelope, () => undefined),
    count: () => sockets.size,
    unacknowledged: () => [...pending.values()].filter((item) => item.envelope.type === 'events_api').length,
    refresh: () => sockets.forEach((socket) => socket.send(REFRESH)),
    cut: () => sockets.forEach((socket) => socket.terminate()),
  };
}

const REFRESH = JSON.stringify({
  type: 'disconnect',
  reason: 'refresh_requested',
  debug_info: { host: 'local' },
});

function pick(sockets: ReadonlySet<WebSocket>): WebSocket | undefined {
  return [...sockets].filter((socket) => socket.readyState === socket.OPEN).at(-1);
}

function frame(item: Pending): Record<string, unknown> {
  return {
    envelope_id: item.id,
    type: item.envelope.type,
    payload: item.envelope.payload,
    accepts_response_payload: item.envelope.type !== 'events_api',
    ...(item.envelope.type === 'events_api'
      ? { retry_attempt: item.attempts, retry_reason: item.attempts > 0 ? 'timeout' : '' }
      : {}),
  };
}

function hello(appId: string, connections: number): Record<string, unknown> {
  return {
    type: 'hello',
    num_connections: connections,
    debug_info: { host: 'local', approximate_connection_time: 18_060 },
    connection_info: { app_id: appId },
  };
}

function readAcknowledgement(bytes: string): {
  envelope_id: string;
  payload: Readonly<Record<string, unknown>>;
} {
  const read: unknown = JSON.parse(bytes);
  const frame = typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : {};
  const payload = frame['payload'];
  return {
    envelope_id: String(frame['envelope_id'] ?? ''),
    payload: typeof payload === 'object' && payload !== null ? (payload as Record<string, unknown>) : {},
  };
}
