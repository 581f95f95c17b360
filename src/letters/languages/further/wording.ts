import type { HoldKind } from '../../../core/hold/kind.ts';
import type { LetterWording, Spoken, SpokenDemand } from '../spoken.ts';

/** What the letters besides reminder, demand and claim say, in one language. */
export interface FurtherWording {
  /** A reminder of what is overdue already. */
  readonly overdueReminder: LetterWording<Spoken>;
  readonly secondReminder: LetterWording<SpokenAgain>;
  readonly finalNotice: LetterWording<SpokenAgain>;
  /** One of the letters that went before, as a part of the list in `SpokenHold`. */
  readonly wroteOn: (on: string, to: string) => string;
  readonly serviceHold: LetterWording<SpokenHold>;
  /** What was held is open again. */
  readonly restored: Readonly<Record<HoldKind, LetterWording<SpokenRestored>>>;
  readonly ordersSuspended: LetterWording<SpokenHold>;
  readonly prepayment: LetterWording<Spoken>;
  readonly thanks: LetterWording<Spoken>;
}

export interface SpokenAgain extends SpokenDemand {
  /** The days on which we wrote before, `3 November 2026 and 17 November 2026`; undefined: none is known to have arrived. */
  readonly writtenOn: string | undefined;
}

export interface SpokenHold extends Spoken {
  /** Our letters before this one, each as `wroteOn` says; undefined: none is known to have arrived. */
  readonly written: string | undefined;
}

export interface SpokenRestored extends Spoken {
  /** Against what promise; undefined: it was paid. */
  readonly promised: { readonly sum: string; readonly on: string } | undefined;
  /** We opened it though nothing was paid or promised: nobody is thanked for that. */
  readonly byUs: boolean;
}
