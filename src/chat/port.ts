import type { Card, Form } from './types.ts';

/** Where a message stands on the platform. */
export interface MessageRef {
  readonly channelId: string;
  readonly id: string;
}

export interface PlatformUser {
  readonly id: string;
  readonly name: string;
  readonly timeZone?: string;
  readonly isAdmin: boolean;
  readonly isBot: boolean;
  readonly deleted: boolean;
}

/** A card whose buttons already have their opaque ids. `tokenOf` gives the id of an action. */
export interface MintedCard {
  readonly card: Card;
  readonly tokens: ReadonlyMap<object, string>;
}

export interface MintedForm {
  readonly form: Form;
  readonly token: string;
}

/**
 * What the outbox and the router need of a chat platform. Every method throws `ChatError`; nothing is retried
 * inside, because a retry that cannot see whether the first try arrived posts twice.
 */
export interface ChatPort {
  readonly post: (message: {
    readonly channelId: string;
    readonly threadId?: string;
    readonly card: MintedCard;
    /** An opaque id that travels with the message, so that an unclear post can be looked up. */
    readonly nonce: string;
  }) => Promise<MessageRef>;
  readonly update: (ref: MessageRef, card: MintedCard) => Promise<void>;
  /** The message that carries the nonce, if it arrived. */
  readonly find: (
    channelId: string,
    threadId: string | undefined,
    nonce: string,
  ) => Promise<MessageRef | undefined>;
  readonly openDirectMessage: (userId: string) => Promise<string>;
  /** Shown to one person in a channel; best effort. */
  readonly whisper: (channelId: string, userId: string, card: MintedCard) => Promise<void>;
  readonly upload: (file: {
    readonly channelId: string;
    readonly threadId?: string;
    readonly name: string;
    readonly bytes: Uint8Array;
    readonly comment?: string;
  }) => Promise<void>;
  readonly download: (fileId: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  readonly users: () => Promise<readonly PlatformUser[]>;
  /**
   * Shows a person their own page, which nobody else sees; absent where the platform has none. `after` is the mark of
   * the page it replaces: should there be another one by now, `ChatError` with the code `hash_conflict`.
   * @returns the mark of the page as published
   */
  readonly publishHome?: (userId: string, card: MintedCard, after?: string) => Promise<string>;
  readonly permalink: (ref: MessageRef) => Promise<string>;
}

export type ChatFailure =
  /** Not sent for certain; try again after this many seconds. */
  | { readonly kind: 'later'; readonly afterSeconds: number }
  /** Refused for good (no such channel, invalid blocks): a person must look. */
  | { readonly kind: 'refused' }
  /** It may have arrived: look it up before sending again. */
  | { readonly kind: 'unclear' };

export class ChatError extends Error {
  readonly failure: ChatFailure;
  /** The platform's own word for it, such as `channel_not_found`. */
  readonly code: string;
  constructor(failure: ChatFailure, code: string, options?: ErrorOptions) {
    super(`${code} (${failure.kind})`, options);
    this.name = 'ChatError';
    this.failure = failure;
    this.code = code;
  }
}
