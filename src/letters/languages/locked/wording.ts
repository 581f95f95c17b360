import type { HoldKind } from '../../../core/hold/kind.ts';

/**
 * What a page says to somebody who finds a service locked, in one language. Whoever reads it may never have seen an
 * invoice: facts, the way out, and nobody is blamed.
 */
export interface LockedWording {
  readonly title: Readonly<Record<HoldKind, string>>;
  /** What is held back, and what it is for. `numbers` is a list of invoice numbers, `since` their oldest due day. */
  readonly because: (held: HoldKind, what: SpokenDebt) => string;
  readonly oversight: string;
  /** How it ends: by the payment, and by naming a day where that is possible. */
  readonly ends: (held: HoldKind, byPromise: boolean) => string;
  /** Said instead of the day that can be named: it was done already, and is possible again from that day. */
  readonly promiseAgainFrom: (day: string) => string;
  readonly manager: (name: string) => string;
  readonly questions: (replyTo: string) => string;
  /** Where we wrote before. `places` is a list, each as `place` says it. */
  readonly written: (count: number, places: string) => string;
  readonly place: (day: string, to: string) => string;
  readonly paid: string;
  /** In the letters before: what is held back unless the payment comes before a day. */
  readonly warning: (held: HoldKind, day: string) => string;
}

export interface SpokenDebt {
  readonly count: number;
  readonly numbers: string;
  readonly sum: string;
  readonly since: string;
  readonly asOf: string;
}
