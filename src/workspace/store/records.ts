import type { Block, Channel } from '../api.ts';
import type { CheckedView } from '../blocks/validate.ts';

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

/** A message as it is kept; what Slack and the page show of it is derived. */
export interface MessageRecord {
  readonly channel: string;
  readonly ts: string;
  /** The ISO instant of the post, where the ts had to be later to keep the order: the clock had been set back. */
  readonly at?: string;
  readonly user: string;
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly threadTs?: string;
  readonly metadata?: Metadata;
  readonly files?: readonly string[];
  /** Shown to this person only. */
  readonly onlyFor?: string;
  readonly edited?: { readonly user: string; readonly ts: string };
}

export interface FileRecord {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly mimetype: string;
  readonly size: number;
  readonly user: string;
  /** Seconds since the epoch, as Slack tells it. */
  readonly created: number;
}

/** What the app published for one person. The id stays, the hash is new each time. */
export interface HomeRecord {
  readonly id: string;
  readonly hash: string;
  readonly view: CheckedView;
}

export type ChannelRecord = Channel;

/** Everything that can happen to the store; the journal is a list of these. */
export type Change =
  | { readonly type: 'channel'; readonly channel: ChannelRecord }
  | { readonly type: 'message'; readonly message: MessageRecord }
  | { readonly type: 'edit'; readonly message: MessageRecord }
  | { readonly type: 'delete'; readonly channel: string; readonly ts: string }
  | { readonly type: 'file'; readonly file: FileRecord }
  | { readonly type: 'seen'; readonly user: string; readonly place: string; readonly mark: string }
  | { readonly type: 'home'; readonly user: string; readonly home: HomeRecord };
