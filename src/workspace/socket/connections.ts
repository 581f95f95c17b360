import type { RawData, WebSocket } from 'ws';
import { mintSecret } from '../ids.ts';
import { createDeliveries, type Acknowledgement } from './deliveries.ts';
import { helloFrame, readAcknowledgement, REFRESH, type Envelope } from './frames.ts';

/**
 * The Socket Mode side of Slack: any number of connections of one app, each envelope on one of them. What a
 * connection took to its grave unacknowledged goes to another one, or waits for the next.
 */
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
  readonly close: () => void;
}

interface Settings {
  readonly appId: string;
  readonly ackMs: number;
  readonly onChange: (connected: boolean) => void;
  readonly log: (line: string) => void;
}

export function createConnections({ appId, ackMs, onChange, log }: Settings): Connections {
  const tickets = new Set<string>();
  const sockets = new Set<WebSocket>();
  const deliveries = createDeliveries({ ackMs, log, pick: (last) => pick(sockets, last) });
  const receive = (socket: WebSocket, frame: RawData): void => {
    const read = readAcknowledgement(frame);
    if (read) deliveries.acknowledge(read.envelope_id, read.payload);
    else socket.close(1007, 'not an acknowledgement');
  };
  const forget = (socket: WebSocket): void => {
    sockets.delete(socket);
    deliveries.lose(socket);
    onChange(sockets.size > 0);
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
      socket.on('message', (frame) => receive(socket, frame));
      socket.on('error', () => socket.terminate());
      socket.on('close', () => forget(socket));
      socket.send(helloFrame(appId, sockets.size));
      deliveries.resume();
      onChange(true);
    },
    ask: (envelope) =>
      sockets.size === 0
        ? Promise.resolve({ kind: 'unreachable' })
        : new Promise((resolve) => deliveries.send(envelope, resolve)),
    tell: (envelope) => deliveries.send(envelope, () => undefined),
    count: () => sockets.size,
    unacknowledged: deliveries.count,
    refresh: () => sockets.forEach((socket) => socket.send(REFRESH)),
    cut: () => sockets.forEach((socket) => socket.terminate()),
    close: deliveries.close,
  };
}

/** The newest open connection, but another one than last time if there is one. */
function pick(sockets: ReadonlySet<WebSocket>, last: WebSocket | undefined): WebSocket | undefined {
  const open = [...sockets].filter((socket) => socket.readyState === socket.OPEN);
  return open.findLast((socket) => socket !== last) ?? open.at(-1);
}
