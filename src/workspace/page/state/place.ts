import { useMemo, useSyncExternalStore } from 'react';

/** What is open: a channel, maybe with one of its threads, an app's Home, the mail outbox. It lives in the address's hash. */
export type Place =
  | ChannelPlace
  /** The Home of the app that one speaks with in this direct message. */
  | { readonly kind: 'home'; readonly channel: string }
  | { readonly kind: 'mail'; readonly mail?: string }
  | { readonly kind: 'nowhere' };

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

/** From a hash such as "#/C1", "#/C1/1700000000.000100", "#/C1?message=1700000000.000100", "#/D1/home", "#/mail/7". */
export function readPlace(hash: string): Place {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [first = '', second] = path.split('/').map(decode);
  if (first === '') return { kind: 'nowhere' };
  if (first === 'mail') return { kind: 'mail', ...(second === undefined ? {} : { mail: second }) };
  if (second === 'home') return { kind: 'home', channel: first };
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
    case 'home':
      return path(place.channel, 'home');
    case 'channel':
      return `${path(place.channel, place.thread)}${place.message === undefined ? '' : `?message=${encodeURIComponent(place.message)}`}`;
  }
}

export function go(place: Place): void {
  location.hash = addressOf(place);
}

/** The place of a permalink as Slack has them, "/archives/C1/p1700000000000100?thread_ts=1700000000.000100". */
export function placeOfPermalink({ pathname, search }: Pick<URL, 'pathname' | 'search'>): Place | undefined {
  const [, channel, seconds, micros] = /^\/archives\/(\w+)\/p(\d+)(\d{6})$/.exec(pathname) ?? [];
  if (channel === undefined || seconds === undefined || micros === undefined) return undefined;
  const thread = new URLSearchParams(search).get('thread_ts');
  const message = `${seconds}.${micros}`;
  return { kind: 'channel', channel, ...(thread === null ? {} : { thread }), message };
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
