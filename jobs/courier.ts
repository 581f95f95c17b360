import type { ChatPort, MintedCard } from '../src/chat/port.ts';
import type { Notice } from '../src/services/notice.ts';
import type { Claimed } from '../src/services/outbox/claim.ts';
import type { Fate } from '../src/services/outbox/settle.ts';
import type { Announcer, Office } from '../src/services/ports.ts';

/** What delivering stands on besides the services. */
export interface Courier {
  readonly office: Office;
  readonly chatOf: (workspaceId: number) => ChatPort | undefined;
  /** Turns a notice into the card to send now, with its version if it is a live card; nothing: nothing left to say. */
  readonly render: (
    workspaceId: number,
    notice: Notice,
  ) => Promise<{ readonly card: MintedCard; readonly version?: number } | undefined>;
  /**
   * What a member's Home shows now, and a mark of its content; the ids of its buttons are only made if it is needed.
   * Nothing: the member is no longer one.
   */
  readonly renderHome: (
    workspaceId: number,
    memberId: number,
  ) => Promise<{ readonly fingerprint: string; readonly mint: () => Promise<MintedCard> } | undefined>;
  readonly userOf: (workspaceId: number, memberId: number) => Promise<string>;
  /** Absent: nobody is told of holds. */
  readonly announcer: Announcer | undefined;
  readonly mail: (workspaceId: number, letterId: number, message: Claimed) => Promise<Fate>;
}
