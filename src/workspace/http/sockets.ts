import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { PageEvent } from '../api.ts';
import { findChannel, findUser, isMember } from '../people.ts';
import type { Site } from '../site.ts';
import { HttpRefusal } from './body.ts';
import { refuseStranger } from './guard.ts';

export interface Sockets {
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => Promise<void>;
}

const PING_MS = 10_000;
const CLOSE_MS = 500;

/** The two kinds of WebSocket: the app's (Socket Mode, by ticket) and the page's (behind the guard). */
export function createSockets(site: Site): Sockets {
  const server = new WebSocketServer({ noServer: true, maxPayload: 2 * 1_024 * 1_024 });
  const pinging = setInterval(() => server.clients.forEach((client) => client.ping()), PING_MS).unref();
  return {
    upgrade: (request, socket, head) => {
      try {
        const serve = chooseSide(site, request);
        server.handleUpgrade(request, socket, head, serve);
      } catch (error) {
        refuseUpgrade(site, socket, error);
      }
    },
    close: async () => {
      clearInterval(pinging);
      await Promise.all([...server.clients].map(closePolitely));
      server.close();
    },
  };
}

/** A client that was cut instead would report an error that is none. */
function closePolitely(client: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const bound = setTimeout(() => client.terminate(), CLOSE_MS);
    client.once('close', () => {
      clearTimeout(bound);
      resolve();
    });
    client.close(1001);
  });
}

function chooseSide(site: Site, request: IncomingMessage): (socket: WebSocket) => void {
  const url = new URL(request.url ?? '/', 'http://local');
  if (url.pathname === '/link/') {
    if (!site.connections.redeemTicket(url.searchParams.get('ticket') ?? ''))
      throw new HttpRefusal(404, 'This ticket is unknown or used: call apps.connections.open again.');
    return site.connections.adopt;
  }
  if (url.pathname !== '/page/socket') throw new HttpRefusal(404, 'There is no socket here.');
  refuseStranger(request, site.options.pageToken, true);
  const user = url.searchParams.get('user') ?? '';
  if (!findUser(site, user)) throw new HttpRefusal(404, `Nobody here has the id ${user}.`);
  return (socket) => pushTo(site, socket, user);
}

function pushTo(site: Site, socket: WebSocket, user: string): void {
  const stop = site.events.subscribe((event) => {
    if (concerns(site, event, user)) socket.send(JSON.stringify(event));
  });
  socket.on('close', stop);
  socket.on('error', () => socket.terminate());
  for (const event of openingEvents(site, user)) socket.send(JSON.stringify(event));
}

/** Who opens the page anew sees the forms that were open. */
function openingEvents(site: Site, user: string): readonly PageEvent[] {
  const stack = site.views.stack(user).map(({ id, hash, definition }) => ({ id, hash, view: definition }));
  return stack.length > 0 ? [{ type: 'view', user, stack }] : [];
}

function concerns(site: Site, event: PageEvent, user: string): boolean {
  switch (event.type) {
    case 'message':
    case 'changed':
      return isIn(site, event.message.channel, user) && (event.message.onlyFor ?? user) === user;
    case 'deleted':
      return isIn(site, event.channel, user);
    case 'channel':
      return isMember(event.channel, user);
    case 'view':
    case 'home':
    case 'seen':
      return event.user === user;
    case 'bot':
    case 'clock':
    case 'mail':
      return true;
  }
}

function isIn(site: Site, channelId: string, user: string): boolean {
  const channel = findChannel(site, channelId);
  return channel !== undefined && isMember(channel, user);
}

function refuseUpgrade(site: Site, socket: Duplex, error: unknown): void {
  const refusal =
    error instanceof HttpRefusal ? error : new HttpRefusal(500, 'The socket could not be opened.');
  if (refusal !== error) site.log(`a socket failed: ${String(error)}`);
  const body = Buffer.from(refusal.message);
  socket.end(
    `HTTP/1.1 ${refusal.status} Refused\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${refusal.message}`,
  );
}
