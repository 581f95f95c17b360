import type { Receiver } from '@slack/bolt';

/** The way on which Slack's requests come in. */
export interface Line {
  readonly receiver: Receiver;
  /** Resolves when requests can come; `port` is where, if they come over HTTP. */
  readonly open: () => Promise<{ readonly port?: number }>;
  readonly close: () => Promise<void>;
}
