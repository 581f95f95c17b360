import type { Regime } from '../../../core/interest/terms.ts';

/** By what right late payment costs something. */
export type LateBasis = Exclude<Regime, 'none'>;

/** What letters say about the costs of late payment, in one language. Sums, days and rates come in its own writing. */
export interface LateWording {
  readonly decimal: '.' | ',';
  /** As the sentences below need it. */
  readonly basis: Readonly<Record<LateBasis, string>>;
  /** Parts of the list in `costs`. */
  readonly interest: (what: {
    readonly rates: string;
    readonly through: string;
    readonly sum: string;
  }) => string;
  readonly fixedSum: (sum: string) => string;
  /** In a demand: what late payment costs. The amounts of the letter do not hold it. */
  readonly costs: (basis: string, list: string) => string;
  /** In a claim: what is owed besides, before the sheet that shows how it is reckoned. */
  readonly owed: (basis: string, through: string, sum: string) => string;
  readonly sheet: {
    readonly number: string;
    readonly from: string;
    readonly to: string;
    readonly days: string;
    readonly principal: string;
    readonly rate: string;
    /** The lines below the table. */
    readonly interestOn: (number: string) => string;
    readonly fixedSumFor: (number: string) => string;
  };
}
