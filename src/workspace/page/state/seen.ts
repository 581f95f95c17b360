/**
 * What each person has read, kept in this browser: by channel id the ts of the newest message seen, and under
 * `mail` the id of the newest mail seen.
 */
export type Seen = Readonly<Record<string, string>>;

export const MAIL = 'mail';

const PERSON = 'workspace.person';
const seenKey = (person: string): string => `workspace.seen.${person}`;

export const lastPerson = (): string | undefined => localStorage.getItem(PERSON) ?? undefined;

export const rememberPerson = (person: string): void => localStorage.setItem(PERSON, person);

export function seenBy(person: string): Seen {
  try {
    return JSON.parse(localStorage.getItem(seenKey(person)) ?? '{}') as Seen;
  } catch {
    return {};
  }
}

export const rememberSeen = (person: string, seen: Seen): void =>
  localStorage.setItem(seenKey(person), JSON.stringify(seen));
