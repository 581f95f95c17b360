import { useState } from 'react';
import { type Directory, people } from '../state/directory.ts';
import { seenBy } from '../state/seen.ts';
import { unreadMessages } from '../state/unread.ts';
import { useDirectory } from '../state/useSession.ts';
import { loadMessages } from '../wire/requests.ts';

interface PeopleWaiting {
  /** Unread direct messages by person. */
  readonly waiting: Readonly<Record<string, number>>;
  readonly look: () => void;
}

/** The socket tells one person's news only, so the others' are asked for when somebody wants to know. */
export function usePeopleWaiting(): PeopleWaiting {
  const directory = useDirectory();
  const [waiting, setWaiting] = useState<Readonly<Record<string, number>>>({});
  const look = (): void => {
    for (const { id } of people(directory)) {
      countFor(directory, id).then(
        (count) => setWaiting((before) => ({ ...before, [id]: count })),
        () => undefined,
      );
    }
  };
  return { waiting, look };
}

async function countFor({ channels }: Directory, person: string): Promise<number> {
  const seen = seenBy(person);
  const direct = channels.filter(({ kind, members }) => kind === 'im' && members.includes(person));
  const counts = await Promise.all(
    direct.map(
      async ({ id }) => unreadMessages(await loadMessages(person, { channel: id }), seen[id], person).length,
    ),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
