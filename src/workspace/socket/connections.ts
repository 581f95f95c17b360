import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import { mintSecret } from '../ids.ts';
import { envelopeFrame, helloFrame, readAcknowledgement, REFRESH, type Envelope } from './frames.ts';

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
  /** For events: kept until a connection acknowledges them, offered four times at most. */
  readonly tell: (envelope: Envelope) => void;
  readonly count: () => number;
  /** Envelopes not yet acknowledged. */
  readonly unacknowledged: () => number;
  /** Asks every client to connect anew, as Slack does every few hours. */
  readonly refresh: () => void;
  /** Cuts every connection without a word. */
  readonly cut: () => void;
  /** Answers whoever still waits. */
  readonly close: () => void;
}

interface Settings {
  readonly appId: string;
  readonly ackMs: number;
  readonly onChange: (connected: boolean) => void;
  readonly log: (line: string) => void;
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

/**
 * The Socket Mode side of Slack: any number of connections of one app, each envelope on one of them. What a
 * connection took to its grave unacknowledged goes to another one, or waits for the next.
 */
export function createConnections(settings: Settings): Connections {
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const pending = new Map<string, Pending>();

  const settle = (item: Pending, answer: Acknowledgement): void => {
    clearTimeout(item.timer);
    pending.delete(item.id);
    item.settle(answer);
  };
  const dispatch = (item: Pending): void => {
    const socket = pick(sockets, item.carrier);
    if (!socket) return;
    item.carrier = socket;
    socket.send(envelopeFrame(item.id, item.envelope, item.attempts));
    item.attempts += 1;
    item.timer ??= setTimeout(() => overdue(item), settings.ackMs);
  };
  const overdue = (item: Pending): void => {
    delete item.timer;
    if (item.envelope.type === 'events_api' && item.attempts < MAX_ATTEMPTS) return dispatch(item);
    settings.log(`${item.envelope.type} was not acknowledged: ${describe(item.envelope)}`);
    settle(item, { kind: 'timeout' });
  };
  const add = (envelope: Envelope, settled: Pending['settle']): void => {
    const item: Pending = { id: randomUUID(), envelope, settle: settled, attempts: 0 };
    pending.set(item.id, item);
    dispatch(item);
  };
  const receive = (socket: WebSocket, frame: string): void => {
    const read = readAcknowledgement(frame);
    if (!read) return socket.close(1007, 'not an acknowledgement');
    const item = pending.get(read.envelope_id);
    if (item) settle(item, { kind: 'acknowledged', payload: read.payload });
  };
  const forget = (socket: WebSocket): void => {
    sockets.delete(socket);
    const orphans = [...pending.values()].filter((item) => item.carrier === socket);
    for (const item of orphans) delete item.carrier;
    orphans.forEach(dispatch);
    settings.onChange(sockets.size > 0);
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
      socket.on('message', (bytes) => receive(socket, String(bytes)));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => forget(socket));
      socket.send(helloFrame(settings.appId, sockets.size));
      [...pending.values()].filter((item) => !item.carrier).forEach(dispatch);
      settings.onChange(true);
    },
    ask: (envelope) =>
      sockets.size === 0
        ? Promise.resolve({ kind: 'unreachable' })
        : new Promise((resolve) => add(envelope, resolve)),
    tell: (envelope) => add(envelope, () => undefined),
    count: () => sockets.size,
    unacknowledged: () => pending.size,
    refresh: () => sockets.forEach((socket) => socket.send(REFRESH)),
    cut: () => sockets.forEach((socket) => socket.terminate()),
    close: () => {
      if (pending.size > 0) settings.log(`closed with ${pending.size} envelopes not acknowledged`);
      [...pending.values()].forEach((item) => settle(item, { kind: 'unreachable' }));
    },
  };
}

/** The newest open connection, but another one than last time if there is one. */
function pick(sockets: ReadonlySet<WebSocket>, last: WebSocket | undefined): WebSocket | undefined {
  const open = [...sockets].filter((socket) => socket.readyState === socket.OPEN);
  return open.filter((socket) => socket !== last).at(-1) ?? open.at(-1);
}

function describe({ payload }: Envelope): string {
  return String(payload['event_id'] ?? payload['command'] ?? payload['type'] ?? 'envelope');
}
