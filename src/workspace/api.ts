/**
 * What the page and the workspace server say to each other. The Slack-facing side (Web API, Socket Mode) is Slack's
 * own protocol; this is only the window through which a person looks at it.
 *
 * Every request carries the cookie that the start-up link sets; every request that acts names the person it acts as.
 */

/** Block Kit as it came over the Web API, already validated. */
export type Block = Readonly<Record<string, unknown>> & { readonly type: string; readonly block_id?: string };

export interface User {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly timeZone: string;
  readonly isAdmin: boolean;
  readonly isBot: boolean;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'channel' | 'im';
  /** For a direct message: the two people. For a channel: everybody. */
  readonly members: readonly string[];
}

export interface File {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mimetype: string;
}

export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** When it was posted, an ISO instant, where the ts cannot tell: the clock had been set back. */
  readonly at?: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly threadTs?: string;
  readonly replyCount?: number;
  /** The ISO instant of the last one. */
  readonly lastReplyAt?: string;
  /** Its replies, oldest first, as far as one must know them to tell which are new. */
  readonly replies?: readonly ReplyMark[];
  /** Whom it calls, by user id. */
  readonly calls?: readonly string[];
  readonly edited?: boolean;
  /** Seen by this person only. */
  readonly onlyFor?: string;
  readonly files?: readonly File[];
}

export interface ReplyMark {
  readonly ts: string;
  readonly user: string;
  readonly calls?: readonly string[];
}

/**
 * How far a person has read: by place the newest that was seen. A place is a channel's id or a thread ("C1/1700.000100"),
 * its mark a ts; or `mail`, its mark a mail's id.
 */
export type Seen = Readonly<Record<string, string>>;

export interface View {
  readonly id: string;
  readonly hash: string;
  /** Slack's view object: title, submit, close, blocks. */
  readonly view: Readonly<Record<string, unknown>> & { readonly blocks: readonly Block[] };
}

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
}

/** An entry that the app adds to the menu of every message, or offers everywhere. */
export interface Shortcut {
  readonly callbackId: string;
  readonly name: string;
  readonly on: 'message' | 'anywhere';
}

export interface ClockReading {
  /** ISO instant of the business clock. */
  readonly now: string;
  readonly zone: string;
  /** What happens next and when, if anything does. */
  readonly next?: { readonly at: string; readonly what: string };
  readonly moving: boolean;
}

export type ClockStep = 'hour' | 'morning' | 'event' | { readonly to: string };

export interface Mail {
  readonly id: string;
  readonly receivedAt: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly { readonly name: string; readonly size: number; readonly index: number }[];
}

/** GET /page/state */
export interface State {
  readonly team: { readonly id: string; readonly name: string };
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly botUserId: string;
  readonly botConnected: boolean;
  readonly clock?: ClockReading;
  readonly mail: boolean;
  /** The largest file that is taken. */
  readonly uploadBytes: number;
}

/*
 * GET  /page/state
 * GET  /page/messages?user=U&channel=C               → { messages: Message[] } top level, oldest first
 * GET  /page/messages?user=U&channel=C&thread=TS     → { messages: Message[] } parent first
 * POST /page/messages   Post                         → {} | { error }   a text starting with "/" is a slash command
 * POST /page/files?user=U&channel=C&thread=TS&name=N (raw body) → { file: File }   shared in the channel at once
 * GET  /page/files/ID                                → the bytes
 * POST /page/actions    Press                        → {} | { error }
 * POST /page/views      Submit | Close               → { errors?: Record<block_id, string> } | { closed: true } | { error }
 * GET  /page/home?user=U                             → { home?: View }
 * POST /page/home       OpenTab                      → {} | { error }   tells the app
 * POST /page/shortcuts  Invoke                       → {} | { error }
 * GET  /page/seen?user=U                             → { seen: Seen }        POST /page/seen   Sight → {} | { error }
 * GET  /page/waiting                                 → { waiting: Record<user id, number> }   what calls each person
 * GET  /page/clock                                   → ClockReading      POST /page/clock { step: ClockStep } → ClockReading
 * GET  /page/mail                                    → { mails: Mail[] } newest first
 * GET  /page/mail/ID/INDEX                           → attachment bytes
 * WS   /page/socket?user=U                           → server pushes PageEvent as JSON
 */
export interface Post {
  readonly user: string;
  readonly channel: string;
  readonly thread?: string;
  readonly text: string;
}

export interface Press {
  readonly user: string;
  readonly from: { readonly channel: string; readonly ts: string } | { readonly view: string };
  /** Slack's action payload: type, block_id, action_id, value or selected_option(s). */
  readonly action: Readonly<Record<string, unknown>>;
  /** What else is filled in so far, in a view or a message with inputs: as in Submit. */
  readonly values?: Submit['values'];
}

export interface Submit {
  readonly user: string;
  readonly view: string;
  /** Slack's view.state.values: block id → action id → value object. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface Close {
  readonly user: string;
  readonly view: string;
  readonly close: true;
}

/** A person looks at the app's Home or its messages. */
export interface OpenTab {
  readonly user: string;
  readonly tab: 'home' | 'messages';
}

export interface Invoke {
  readonly user: string;
  /** Its callback id. */
  readonly shortcut: string;
  readonly on?: { readonly channel: string; readonly ts: string };
}

/** Somebody has read a place up to here. */
export interface Sight {
  readonly user: string;
  readonly place: string;
  readonly mark: string;
}

export type PageEvent =
  | { readonly type: 'message'; readonly message: Message }
  /** Same ts: the message changed (edited, reply count). */
  | { readonly type: 'changed'; readonly message: Message }
  | { readonly type: 'deleted'; readonly channel: string; readonly ts: string }
  | { readonly type: 'view'; readonly user: string; readonly stack: readonly View[] }
  /** Seen, maybe in another window. */
  | ({ readonly type: 'seen' } & Sight)
  /** The app published somebody's Home. */
  | { readonly type: 'home'; readonly user: string; readonly home: View }
  | { readonly type: 'channel'; readonly channel: Channel }
  | { readonly type: 'bot'; readonly connected: boolean }
  | { readonly type: 'clock'; readonly clock: ClockReading }
  | { readonly type: 'mail'; readonly mail: Mail };
