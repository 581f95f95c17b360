import type { SeriesName } from '../core/interest/series.ts';

/** Live cards: what they are about, and the subject that makes them one of a kind. */
export type CardKind =
  | 'case'
  | 'approval'
  | 'approvals'
  | 'taken over'
  | 'import'
  | 'morning list'
  | 'digest'
  | 'dispute'
  | 'plan'
  | 'bank file'
  | 'bank line'
  | 'pause'
  | 'hold'
  | 'findings'
  | 'write-off'
  | 'announcement'
  | 'letters going';

/**
 * What a message says, before it is words. Notices are stored with the facts of their moment (amounts and days as
 * text, people by member id), so that history does not change when the world does; a live card is rendered from the
 * ledger each time it is sent.
 */
export type Notice =
  | { readonly kind: 'card'; readonly card: CardKind; readonly subject: string }
  | {
      readonly kind: 'nudge';
      readonly memberId: number;
      readonly tasks: readonly { readonly id: number; readonly fence: number }[];
      /** It names all that is left of the day. */
      readonly wholeDay?: true;
      /** The messages whose place it takes. */
      readonly merged?: Merged;
    }
  | {
      readonly kind: 'outcome';
      readonly caseId: number;
      readonly memberId: number;
      readonly outcome: string;
      readonly spokeWith: string | null;
      readonly said: string | null;
      readonly next: string | null;
    }
  | {
      readonly kind: 'promise';
      readonly caseId: number;
      readonly promiseId: number;
      readonly event: 'made' | 'kept' | 'partial' | 'unconfirmed' | 'broken' | 'cancelled';
      readonly memberId: number | null;
      readonly amount: string;
      readonly paid: string | null;
      readonly dueOn: string;
      readonly rests: boolean;
      /** The words in which it was made, where they are known. */
      readonly said?: string;
    }
  | {
      readonly kind: 'payment';
      readonly caseId: number;
      readonly memberId: number | null;
      readonly amount: string;
      readonly advised: boolean;
      readonly until: string | null;
    }
  | {
      readonly kind: 'payment changed';
      readonly caseId: number;
      readonly memberId: number;
      readonly event: 'allocated' | 'refunded' | 'reversed' | 'kept as deposit';
      readonly amount: string;
      /** Which invoices it pays or paid, or to what it refers. */
      readonly about: string | null;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'letter';
      readonly caseId: number;
      /** Of a mail that was sent: it may come back. */
      readonly letterId?: number;
      readonly letter: string;
      readonly fate: string;
      readonly to: string | null;
      readonly amount: string;
      /** Roles of whom nobody has an address, and who should have it. */
      readonly missing?: readonly string[];
      /** Addresses that did not take it, while others did. */
      readonly refused?: readonly string[];
    }
  | {
      readonly kind: 'raised';
      readonly caseId: number;
      readonly memberId: number;
      readonly step: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'dispute';
      readonly caseId: number;
      readonly event: 'rejected' | 'upheld' | 'upheld in part' | 'credited' | 'moot';
      readonly memberId: number | null;
      readonly amount: string;
      /** What it was about, by number; notices from before this was kept have none. */
      readonly invoices?: readonly string[];
      readonly upheld: string;
      /** What is pressed again. */
      readonly pressed: string;
      readonly answer: string | null;
    }
  | {
      readonly kind: 'pause over';
      readonly caseId: number;
      /** Nobody: it was over by itself. */
      readonly memberId: number | null;
      /** What rested, by number; absent: the whole case. */
      readonly invoices?: readonly string[];
    }
  | {
      readonly kind: 'hold';
      readonly caseId: number;
      readonly hold: 'service' | 'order' | 'credit';
      /** `stays`: less, or more, is to be paid before it comes off. `spared`: it would be asked for now, and is not. */
      readonly event: 'on' | 'on again' | 'stays' | 'spared' | 'lifted' | 'lifted against a promise';
      readonly memberId: number | null;
      /** Who looks after the customer, and will be asked; notices from before this was kept have none. */
      readonly ownerId?: number | null;
      readonly because: string;
    }
  | {
      readonly kind: 'stop';
      readonly caseId: number;
      readonly stop: 'insolvency' | 'lawyer' | 'do not contact' | 'handed over';
      readonly event: 'stopped' | 'confirmed' | 'over';
      readonly memberId: number;
      readonly because: string;
    }
  | {
      readonly kind: 'limitation';
      readonly caseId: number;
      readonly amount: string;
      readonly invoices: readonly string[];
      /** The last day on which the first of them can be sued for. */
      readonly on: string;
      readonly isPast: boolean;
      readonly country: string;
      /** The provision; `assumed` for a country that nobody looked up. */
      readonly source: string;
    }
  /** The service did not confirm a change of a hold, and is not told any more by itself. */
  | { readonly kind: 'announcement parked'; readonly announcementId: number }
  | {
      readonly kind: 'webhook tested';
      readonly host: string;
      readonly confirmed: boolean;
      readonly answer: string;
    }
  | { readonly kind: 'approval decided'; readonly caseId: number; readonly approvalId: number }
  | {
      readonly kind: 'write-off taken back';
      readonly caseId: number;
      readonly memberId: number;
      readonly amount: string;
      readonly invoices: string;
      readonly reason: string;
    }
  | {
      readonly kind: 'late costs waived';
      readonly caseId: number;
      /** Sums, one a currency. */
      readonly waived: string;
      readonly invoices: string;
      /** From the next day on interest runs; null: only fixed sums are waived. */
      readonly interestThrough: string | null;
      readonly reason: string;
    }
  | {
      readonly kind: 'ledger imported';
      readonly items: number;
      readonly amount: string;
      readonly asOf: string;
      readonly overdueCustomers: number;
      readonly overdueAmount: string;
    }
  | { readonly kind: 'ledger stale'; readonly covers: string | null }
  /** Somebody is or will be away: told to who stands in, and to the person when another entered it. */
  | {
      readonly kind: 'away';
      readonly memberId: number;
      readonly reader: number;
      readonly from: string;
      readonly to: string;
      readonly setBy: number;
      readonly standInId: number | null;
      /** Open tasks that changed hands at once. */
      readonly tasks: number;
    }
  | ({ readonly kind: 'back' } & BackFacts)
  /** Somebody was deactivated: told to whoever answers for them. `by` nobody: they left the platform. */
  | {
      readonly kind: 'left';
      readonly memberId: number;
      readonly by: number | null;
      readonly handed: number;
      readonly customers: number;
    }
  /** Told to the team once everything that fell into an outage is done. */
  | {
      readonly kind: 'caught up';
      readonly from: string;
      readonly to: string;
      readonly deeds: readonly CaughtUpDeed[];
    }
  | { readonly kind: 'rates missing'; readonly series: readonly SeriesName[]; readonly from: string }
  | ({ readonly kind: 'plan' } & PlanNews)
  /** What somebody is told of plans at one moment: an instalment is ahead, or was missed. */
  | { readonly kind: 'plan news'; readonly news: readonly PlanNews[] }
  | {
      readonly kind: 'plans wait';
      readonly planIds: readonly number[];
      readonly memberId: number;
      /** The messages whose place it takes. */
      readonly merged?: Merged;
    }
  | { readonly kind: 'mail'; readonly letterId: number };

/** What happened to an instalment plan, in the case's thread or told to one person. */
export interface PlanNews {
  readonly caseId: number;
  readonly planId: number;
  readonly event:
    | 'agreed'
    | 'refused'
    | 'lapsed'
    | 'cancelled'
    | 'kept'
    | 'broken'
    | 'instalment kept'
    | 'instalment unconfirmed'
    | 'instalment missed'
    | 'instalment ahead';
  readonly customer: string;
  /** Of the plan, or of the instalment that it is about. */
  readonly amount: string;
  readonly memberId: number | null;
  readonly reason: string | null;
  /** "2 of 4". */
  readonly number: string | null;
  readonly dueOn: string | null;
  /** The last day on which a missed instalment can be made up for. */
  readonly until: string | null;
}

/** Messages that were due while Dunwell was down, and became one. */
export interface Merged {
  readonly messages: number;
  readonly first: string;
  readonly last: string;
  readonly downFrom: string;
  readonly downTo: string;
}

/** What was made up for after an outage, and how often. */
export interface CaughtUpDeed {
  readonly deed:
    | 'deadlines moved'
    | 'reminders merged'
    | 'promises judged'
    | 'pauses ended'
    | 'letters sent'
    | 'calls opened'
    | 'approvals asked';
  readonly times: number;
}

/** What somebody finds who was away. */
export interface BackFacts {
  readonly memberId: number;
  readonly from: string;
  readonly to: string;
  readonly done: readonly TakenTask[];
  /** Still open, and somebody else's. */
  readonly withOthers: readonly TakenTask[];
  readonly yours: readonly TakenTask[];
}

/** A task that came up while somebody was away. */
export interface TakenTask {
  readonly customer: string;
  /** A step's key, or what it is in words. */
  readonly what: string;
  readonly holderId: number;
}
