import { useMemo, useSyncExternalStore } from 'react';

/** What is open: a channel, maybe with one of its threads, or the mail outbox. It lives in the address's hash. */
export type Place =
  ChannelPlace | { readonly kind: 'mail'; readonly mail?: string } | { readonly kind: 'nowhere' };

export interface ChannelPlace {
  readonly kind: 'channel';
  readonly channel: string;
  /** The parent's ts. */
  readonly thread?: string;
  /** The message that is pointed at. */
  readonly message?: string;
}

export function usePlace(): Place {
  const hash = useSyncExternalStore(whenHashChanges, () => location.hash);
  return useMemo(() => readPlace(hash), [hash]);
}

/** From a hash such as "#/C1", "#/C1/1700000000.000100", "#/C1?message=1700000000.000100", "#/mail/7". */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second] = path.split('/').map(decode);
  if (first === '') return { kind: 'nowhere' };
  if (first === 'mail') return { kind: 'mail', ...(second === undefined ? {} : { mail: second }) };
  const message = new URLSearchParams(query).get('message');
  return {
    kind: 'channel',
    channel: first,
    ...(second === undefined ? {} : { thread: second }),
    ...(message === null ? {} : { message }),
  };
}

export function addressOf(place: Place): string {
  switch (place.kind) {
    case 'nowhere':
      return '#/';
    case 'mail':
      return path('mail', place.mail);
    case 'channel':
      return `${path(place.channel, place.thread)}${place.message === undefined ? '' : `?message=${encodeURIComponent(place.message)}`}`;
  }
}

export function go(place: Place): void {
  location.hash = addressOf(place);
}

/** The place of a permalink's query, "?channel=C1&message=…&thread=…", as the server gives them out. */
export function placeOfPermalink(search: string): ChannelPlace | undefined {
  const { channel, thread, message } = Object.fromEntries(new URLSearchParams(search));
  if (channel === undefined) return undefined;
  return {
    kind: 'channel',
    channel,
    ...(thread === undefined ? {} : { thread }),
    ...(message === undefined ? {} : { message }),
  };
}

function path(...parts: readonly (string | undefined)[]): string {
  return `#/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`;
}

/** A hash that somebody mistyped leads nowhere instead of breaking the page. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

function whenHashChanges(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
