import type { BusinessDate } from '../calendar/business-date.ts';
import type { HoldKind } from '../hold/kind.ts';
import type { Audience } from '../letter/audience.ts';
import type { LetterTemplate, TalkStep } from './ladder.ts';

/** Why nothing is pressed now; each is shown on the card in words. */
export type RestReason =
  | 'nothing open'
  | 'excluded'
  | 'below the floor'
  | 'not due yet'
  | 'planned'
  | 'promised'
  | 'disputed'
  | 'covered'
  | 'paused'
  | 'stopped'
  | 'minimum gap'
  | 'ledger is stale'
  | 'shadow mode'
  | 'call is open'
  | 'call back is agreed'
  | 'letter is under way'
  | 'letter is announced'
  | 'letters are held back'
  | 'waiting for approval'
  | 'approval refused'
  | 'between steps'
  | 'waiting for the step before'
  | 'outside hours'
  | 'ladder ended';

/**
 * An invoice counts as having received a step: its own, which may be below the contact's. A weaker contact that
 * folds into a stronger one is received all the same, else the ladder of its invoice would stand still.
 */
export interface Receipt {
  readonly invoice: number;
  readonly step: string;
}

export type CallReason = 'ladder' | 'broken promise' | 'raised';

export interface Rest {
  readonly kind: 'rest';
  readonly because: RestReason;
  /** When to look again at the latest; undefined: only a change of facts can matter. */
  readonly until?: Date;
  /** There is an open call, and nothing of what it was about is pressed any more: it is taken off the list. */
  readonly callLostSubject?: true;
  /** A letter stands announced that is owed no more, or not today: it does not go. */
  readonly withdrawsLetter?: true;
  /** The step to come, if nothing changes, and the start of its hours. */
  readonly next?: { readonly step: string; readonly at: Date };
}

/** A call, or a visit, for a person to make. */
export interface Call {
  readonly kind: 'call';
  /** The pitch: the highest call that any invoice above the floor earned itself, now or before. */
  readonly step: string;
  /** The customer's day of the call; its receipts are of this day. */
  readonly on: BusinessDate;
  /** What is spoken about. */
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
  readonly reason: CallReason;
  /** In whose hands it begins. */
  readonly who: TalkStep['who'];
  /** Whom to ask for. */
  readonly audience: Audience;
  readonly due: Date;
  readonly deadline: Date;
  /** There is an open call of this case, weaker or out of tone, and this one takes its place. */
  readonly supersedes: boolean;
}

/** The open call is about these invoices too: no new call and no new contact, but they received their steps. */
export interface Join {
  readonly kind: 'join';
  /** The step of the open call. */
  readonly step: string;
  readonly on: BusinessDate;
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
  readonly reason: CallReason;
}

export interface Letter {
  readonly kind: 'letter';
  readonly step: string;
  /** What it says. */
  readonly letter: LetterTemplate;
  readonly audience: Audience;
  readonly on: BusinessDate;
  /** All that the letter names: it demands each of them. */
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
  /** `send` it; `withhold` it (shadow mode); `impossible`: there is no address. The ladder records each. */
  readonly how: 'send' | 'withhold' | 'impossible';
}

/** A letter that goes at a time unless somebody holds it back: what it will say is decided then. */
export interface Announcement extends Omit<Letter, 'kind' | 'how'> {
  readonly kind: 'announcement';
  readonly goesAt: Date;
}

/** Ask for approval of a claim; its receipts count once it is sent. */
export interface Claim {
  readonly kind: 'claim';
  readonly step: string;
  /** Only invoices that were demanded in writing are sued for. */
  readonly invoices: readonly number[];
  readonly alsoOpen: readonly number[];
  readonly receives: readonly Receipt[];
}

/** Ask for approval of a hold; its receipts count once it is put on. */
export interface Hold {
  readonly kind: 'hold';
  readonly step: string;
  readonly hold: HoldKind;
  /** What is overdue and earned it. */
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
  /** The letters that warned of it, in order, each on the day of its delivery. */
  readonly warnings: readonly { readonly step: string; readonly on: BusinessDate }[];
}

/** Ask for approval of the hand-over to legal. */
export interface Handover {
  readonly kind: 'handover';
  readonly step: string;
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
}

export type Action = Call | Join | Letter | Announcement | Hold | Claim | Handover;

/** What to do about one case now. Every action is done at once and the case is then judged afresh. */
export type Decision = Rest | Action;
