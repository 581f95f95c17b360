import { useMemo } from 'react';
import { type Directory, myChannels, partnerIn } from './directory.ts';
import { type ChannelPlace, type Place, usePlace } from './place.ts';
import { useDirectory, useSession } from './useSession.ts';

/**
 * The place in the address, as far as it is open to me. A direct message of somebody else becomes mine with the
 * same partner, so that a switch of person keeps its subject; anything else becomes the first channel.
 */
export function usePlaceForMe(): Place {
  const asked = usePlace();
  const directory = useDirectory();
  const { mail } = useSession().session.workspace;
  return useMemo(() => placeFor(asked, directory, mail), [asked, directory, mail]);
}

export function placeFor(asked: Place, directory: Directory, hasMail: boolean): Place {
  const mine = myChannels(directory);
  const first = mine.find(({ kind }) => kind === 'channel') ?? mine[0];
  const fallback: Place = first === undefined ? { kind: 'nowhere' } : { kind: 'channel', channel: first.id };
  switch (asked.kind) {
    case 'nowhere':
      return fallback;
    case 'mail':
      return hasMail ? asked : fallback;
    case 'home': {
      const own = mine.some(({ id }) => id === asked.channel) ? asked : counterpart(asked.channel, directory);
      return own === undefined ? fallback : { kind: 'home', channel: own.channel };
    }
    case 'channel':
      if (mine.some(({ id }) => id === asked.channel)) return asked;
      return counterpart(asked.channel, directory) ?? fallback;
  }
}

function counterpart(id: string, directory: Directory): ChannelPlace | undefined {
  const theirs = directory.channels.find((channel) => channel.id === id);
  if (theirs?.kind !== 'im') return undefined;
  const own = myChannels(directory).find(
    (channel) => channel.kind === 'im' && theirs.members.includes(partnerIn(channel, directory.me)),
  );
  return own && { kind: 'channel', channel: own.id };
}
