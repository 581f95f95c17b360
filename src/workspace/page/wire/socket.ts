import type { PageEvent } from '../../api.ts';

const FIRST_PAUSE_MS = 400;
const LONGEST_PAUSE_MS = 8_000;

export interface Listener {
  readonly opened: () => void;
  readonly lost: () => void;
  readonly heard: (event: PageEvent) => void;
}

/**
 * Listens to what the server pushes for one person, for as long as the page lives: a lost connection is
 * reopened with growing pauses. Returns the way to stop.
 */
export function listen(user: string, listener: Listener): () => void {
  let stopped = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let socket: WebSocket | undefined;

  const open = (): void => {
    socket = new WebSocket(address(user));
    socket.addEventListener('open', () => {
      pauseMs = FIRST_PAUSE_MS;
      if (!stopped) listener.opened();
    });
    socket.addEventListener('message', (frame) => {
      if (!stopped) listener.heard(JSON.parse(String(frame.data)) as PageEvent);
    });
    socket.addEventListener('close', () => {
      if (stopped) return;
      listener.lost();
      timer = setTimeout(open, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    });
  };

  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

function address(user: string): string {
  const url = new URL('page/socket', document.baseURI);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  url.search = new URLSearchParams({ user }).toString();
  return url.href;
}
