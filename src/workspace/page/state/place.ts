import { useSyncExternalStore } from 'react';

/** What is open: a channel, maybe with one of its threads, or the mail outbox. It lives in the address's hash. */
export type Place =
  | { readonly kind: 'channel'; readonly channel: string; readonly thread?: string }
  | { readonly kind: 'mail'; readonly mail?: string }
  | { readonly kind: 'nowhere' };

export function usePlace(): Place {
  return readPlace(useSyncExternalStore(whenHashChanges, () => location.hash));
}

export function readPlace(hash: string): Place {
  const [first, second] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent);
  if (first === undefined || first === '') return { kind: 'nowhere' };
  if (first === 'mail') return second === undefined ? { kind: 'mail' } : { kind: 'mail', mail: second };
  return second === undefined
    ? { kind: 'channel', channel: first }
    : { kind: 'channel', channel: first, thread: second };
}

export function addressOf(place: Place): string {
  switch (place.kind) {
    case 'nowhere':
      return '#/';
    case 'mail':
      return path('mail', place.mail);
    case 'channel':
      return path(place.channel, place.thread);
  }
}

export function go(place: Place): void {
  location.hash = addressOf(place);
}

function path(...parts: readonly (string | undefined)[]): string {
  return `#/${parts
    .filter((part) => part !== undefined)
    .map(encodeURIComponent)
    .join('/')}`;
}

function whenHashChanges(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
