import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { HttpRefusal } from './body.ts';

/**
 * The page lets anybody who has it act as anybody, so it opens only with the start-up token, from this machine's own
 * name (else a foreign site could rebind its name to us), and acts only for requests that its own pages made.
 */

/** Sets the cookie for a correct token and sends the browser on without it; refuses a wrong one. */
export function openWithToken(request: IncomingMessage, response: ServerResponse, pageToken: string): void {
  refuseForeignHost(request);
  const url = new URL(request.url ?? '/', 'http://local');
  if (!isSame(url.searchParams.get('token') ?? '', pageToken)) throw new HttpRefusal(403, OPEN_LINK);
  url.searchParams.delete('token');
  response.writeHead(303, {
    location: `${url.pathname}${url.search}`,
    'set-cookie': `${cookieName(request)}=${cookieFor(pageToken)}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end();
}

/** Throws 403 unless the request comes from a page this server opened; `acts` for everything but reading. */
export function refuseStranger(request: IncomingMessage, pageToken: string, acts: boolean): void {
  refuseForeignHost(request);
  if (!isSame(cookieOf(request), cookieFor(pageToken))) throw new HttpRefusal(403, OPEN_LINK);
  if (acts && request.headers.origin !== `http://${request.headers.host ?? ''}`)
    throw new HttpRefusal(403, 'This request does not come from the page: use the page itself.');
}

const OPEN_LINK = 'Open the link that was printed at the start: it carries the token that opens this page.';

function refuseForeignHost(request: IncomingMessage): void {
  const port = portOf(request);
  if (![`127.0.0.1:${port}`, `localhost:${port}`].includes(request.headers.host ?? ''))
    throw new HttpRefusal(403, `Open this page as http://127.0.0.1:${port}: it answers to no other name.`);
}

/** Cookies do not know ports; the name keeps two workspaces on one machine apart. */
function cookieName(request: IncomingMessage): string {
  return `workspace-${portOf(request)}`;
}

function cookieOf(request: IncomingMessage): string {
  const prefix = `${cookieName(request)}=`;
  const pairs = (request.headers.cookie ?? '').split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? '';
}

/** Not the token itself: what the browser keeps cannot be read back into a link. */
function cookieFor(pageToken: string): string {
  return digest(`cookie of ${pageToken}`).toString('hex');
}

/** Hashed first, because a comparison in constant time wants equal lengths. */
function isSame(said: string, expected: string): boolean {
  return timingSafeEqual(digest(said), digest(expected));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function portOf(request: IncomingMessage): number {
  return request.socket.localPort ?? 0;
}
