import { useState } from 'react';
import { loadWaiting } from '../wire/requests.ts';

interface PeopleWaiting {
  /** By person, how much calls them. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly look: () => void;
}

/** The socket tells one person's news only, so the others' are asked for when somebody wants to know. */
export function usePeopleWaiting(): PeopleWaiting {
  const [waiting, setWaiting] = useState<Readonly<Record<string, number>>>({});
  const look = (): void => {
    loadWaiting().then(setWaiting, () => undefined);
  };
  return { waiting, look };
}
