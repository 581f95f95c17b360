import type {
  ClockReading,
  ClockStep,
  Close,
  Invoke,
  Mail,
  Message,
  OpenTab,
  Post,
  Press,
  Seen,
  File as SharedFile,
  Sight,
  State,
  Submit,
  View,
} from '../../api.ts';

/** The server refused or could not be reached; the message is meant for the person. */
export class RequestError extends Error {
  /** HTTP status; 0 when nothing answered. */
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = 'RequestError';
    this.status = status;
  }
}

export interface FormAnswer {
  readonly errors?: Readonly<Record<string, string>>;
  readonly closed?: true;
}

interface Thread {
  readonly channel: string;
  readonly thread?: string;
}

export const loadWorkspace = (): Promise<State> => ask('page/state');

export async function loadMessages(user: string, { channel, thread }: Thread): Promise<readonly Message[]> {
  const answer = await ask<{ messages: readonly Message[] }>(
    `page/messages?${query({ user, channel, thread })}`,
  );
  return answer.messages;
}

export async function loadHome(user: string): Promise<View | undefined> {
  return (await ask<{ home?: View }>(`page/home?${query({ user })}`)).home;
}

export async function loadMails(): Promise<readonly Mail[]> {
  return (await ask<{ mails: readonly Mail[] }>('page/mail')).mails;
}

export async function loadSeen(user: string): Promise<Seen> {
  return (await ask<{ seen: Seen }>(`page/seen?${query({ user })}`)).seen;
}

export const tellSeen = (sight: Sight): Promise<unknown> => tell('page/seen', sight);

/** By person, how much calls them. */
export async function loadWaiting(): Promise<Readonly<Record<string, number>>> {
  return (await ask<{ waiting: Readonly<Record<string, number>> }>('page/waiting')).waiting;
}

/** Tells the app that somebody looks. */
export const openTab = (opened: OpenTab): Promise<unknown> => tell('page/home', opened);

export const invokeShortcut = (chosen: Invoke): Promise<unknown> => tell('page/shortcuts', chosen);

/** A text that starts with "/" is a slash command. */
export const postMessage = (post: Post): Promise<unknown> => tell('page/messages', post);

export const pressElement = (press: Press): Promise<unknown> => tell('page/actions', press);

export const answerView = (answer: Submit | Close): Promise<FormAnswer> => tell('page/views', answer);

export const readClock = (): Promise<ClockReading> => ask('page/clock');

export const moveClock = (step: ClockStep): Promise<ClockReading> => tell('page/clock', { step });

/** Shares the file in the channel (or thread) at once. */
export function shareFile(user: string, to: Thread, file: File): Promise<{ readonly file: SharedFile }> {
  return ask(`page/files?${query({ user, ...to, name: file.name })}`, { method: 'POST', body: file });
}

export const fileAddress = (file: SharedFile): string => `page/files/${encodeURIComponent(file.id)}`;

export const attachmentAddress = (mail: Mail, index: number): string =>
  `page/mail/${encodeURIComponent(mail.id)}/${index}`;

function query(parameters: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return new URLSearchParams(given).toString();
}

function tell<Answer>(path: string, body: unknown): Promise<Answer> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The server is this page's own, so its answers are taken at their word (api.ts). */
async function ask<Answer>(path: string, request?: RequestInit): Promise<Answer> {
  const response = await fetch(path, request).catch(() => {
    throw new RequestError(0, 'The workspace does not answer. Is it still running?');
  });
  const text = await response.text();
  // Refusals of the request itself come as plain sentences.
  if (!response.ok)
    throw new RequestError(response.status, text || `The workspace answered ${response.status}.`);
  const answer: unknown = JSON.parse(text);
  const refusal = errorIn(answer);
  if (refusal !== undefined) throw new RequestError(response.status, refusal);
  return answer as Answer;
}

function errorIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  return typeof answer.error === 'string' ? answer.error : JSON.stringify(answer.error);
}
