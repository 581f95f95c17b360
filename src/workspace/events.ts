import type { PageEvent } from './api.ts';

export interface Events {
  readonly emit: (event: PageEvent) => void;
  /** Returns the way to stop listening. */
  readonly subscribe: (listener: (event: PageEvent) => void) => () => void;
}

export function createEvents(): Events {
  const listeners = new Set<(event: PageEvent) => void>();
  return {
    emit: (event) => [...listeners].forEach((listener) => listener(event)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
