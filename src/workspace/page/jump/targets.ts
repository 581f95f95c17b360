import type { Message } from '../../api.ts';
import { type Directory, myChannels, nameOf, people, titleOf } from '../state/directory.ts';
import { isReply } from '../state/history.ts';
import type { Place } from '../state/place.ts';
import type { Session } from '../state/session.ts';

/** Where one can go at once, or whom one can become. */
export type Target = {
  readonly key: string;
  readonly title: string;
  readonly note: string;
} & ({ readonly place: Place } | { readonly person: string });

const MOST_MESSAGES = 6;
/** A single letter stands in nearly every message. */
const SEARCHED_FROM = 2;

/** What fits the words, places and people first, then the newest messages that hold all of them. */
export function targetsFor(typed: string, session: Session, directory: Directory): readonly Target[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const named = [...places(session, directory), ...persons(directory)].filter(({ title, note }) =>
    fits(`${title} ${note}`),
  );
  return typed.trim().length < SEARCHED_FROM ? named : [...named, ...messages(session, directory, fits)];
}

function places({ workspace }: Session, directory: Directory): readonly Target[] {
  const channels = myChannels(directory).flatMap((channel): readonly Target[] => {
    const title = titleOf(directory, channel);
    const place = { kind: 'channel', channel: channel.id } as const;
    if (channel.kind === 'channel') return [{ key: channel.id, title: `#${title}`, note: 'Channel', place }];
    return [
      { key: channel.id, title, note: 'Direct message', place },
      {
        key: `${channel.id} home`,
        title: `${title}: Home`,
        note: 'Your own page',
        place: { kind: 'home', channel: channel.id },
      },
    ];
  });
  if (!workspace.mail) return channels;
  return [...channels, { key: 'mail', title: 'Mail', note: 'What was sent', place: { kind: 'mail' } }];
}

const persons = (directory: Directory): readonly Target[] =>
  people(directory)
    .filter(({ id }) => id !== directory.me)
    .map(({ id, name, title }) => ({ key: id, title: name, note: `Be this person · ${title}`, person: id }));

function messages(
  { histories }: Session,
  directory: Directory,
  fits: (text: string) => boolean,
): readonly Target[] {
  return Object.values(histories)
    .flat()
    .filter((message) => !isReply(message) && fits(wordsOf(message)))
    .toSorted((one, other) => (one.ts < other.ts ? 1 : -1))
    .slice(0, MOST_MESSAGES)
    .map((message) => ({
      key: `${message.channel} ${message.ts}`,
      title: firstLine(message.text),
      note: `Message from ${nameOf(directory, message.user)}`,
      place: { kind: 'channel', channel: message.channel, message: message.ts },
    }));
}

const wordsOf = ({ text, blocks = [], files = [] }: Message): string =>
  [text, ...blocks.flatMap(textsIn), ...files.map(({ name }) => name)].join(' ');

/** Whatever a block shows, wherever it holds it. */
function textsIn(part: unknown): readonly string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, inner]) =>
    key === 'text' && typeof inner === 'string' ? [inner] : textsIn(inner),
  );
}

/** As it reads, without mrkdwn's signs. */
const firstLine = (text: string): string =>
  (text.split('\n').find((line) => line.trim() !== '') ?? 'File')
    .replaceAll(/<[^<>|]*\|([^<>]*)>/g, '$1')
    .replaceAll(/[*_`~]/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
