import type { Database } from '../../db/client.ts';

/** What may have become possible after a commit; a lost wake costs one poll. */
export type WakeKind = 'tick' | 'deliver' | 'import' | 'announce';

export interface Log {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly warn: (fields: Readonly<Record<string, unknown>>, message: string) => void;
  readonly error: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}

/** What every use case stands on; made once in compose. */
export interface Office {
  readonly db: Database;
  /** Leases, back-off and expiry. */
  readonly machineNow: () => Date;
  /** What the business clock's offset is added to; the machine clock, or a fixed instant in stories. */
  readonly baseNow: () => Date;
  readonly wake: (kind: WakeKind, workspaceId: number) => void;
  readonly log: Log;
  /** Unguessable and unique, for message ids and nonces. */
  readonly token: () => string;
  /** Whether the business clock may be moved here (never in production). */
  readonly movableClock: boolean;
  /** The host that hears of holds by webhook; absent: none does, and nothing is announced. */
  readonly holdsHeardAt?: string;
}

/** Files that go through the chat platform. */
export interface Files {
  readonly download: (fileId: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Gives a file to one person, in their direct messages with us. */
  readonly give: (
    userId: string,
    file: { readonly name: string; readonly bytes: Uint8Array; readonly comment: string },
  ) => Promise<void>;
}

/** Whoever acts. */
export interface Actor {
  readonly workspaceId: number;
  readonly memberId: number;
}

/** Tells the service that locks and unlocks, once; whoever calls it tries again. */
export interface Announcer {
  readonly send: (eventId: string, body: string) => Promise<Heard>;
}

/** What a receiver made of an announcement. `answer` is for people: "204", "HTTP 500", "no answer in 10 s". */
export type Heard =
  | { readonly kind: 'confirmed'; readonly answer: string }
  /** It answered, and not with a yes. */
  | { readonly kind: 'refused'; readonly answer: string; readonly retryAfterSeconds?: number }
  /** Nobody answered: it makes no sense to ask for other customers now. */
  | { readonly kind: 'silent'; readonly answer: string };
