/** Why nothing is pressed now; each is shown on the card in words. */
export type RestReason =
  | 'nothing open'
  | 'below the floor'
  | 'not due yet'
  | 'promised'
  | 'disputed'
  | 'covered'
  | 'paused'
  | 'stopped'
  | 'minimum gap'
  | 'ledger is stale'
  | 'call is open'
  | 'letter is under way'
  | 'waiting for approval'
  | 'approval refused'
  | 'waiting for the step before'
  | 'outside hours'
  | 'ladder ended';

/**
 * What to do about one case now. Every kind but `rest` is done at once and the case is then judged afresh; `rest`
 * says when to look again at the latest (undefined: only a change of facts can matter).
 */
export type Decision =
  | { readonly kind: 'rest'; readonly because: RestReason; readonly until?: Date; readonly next?: { readonly step: string; readonly at: Date } }
  | {
      readonly kind: 'call';
      readonly step: string;
      /** Invoices that earned this step or ride along: all pressed ones. */
      readonly invoices: readonly number[];
      /** Invoices for which this counts as having received the step. */
      readonly earnedBy: readonly number[];
      readonly reason: 'ladder' | 'broken promise' | 'raised';
      readonly due: Date;
      readonly deadline: Date;
      /** An open, weaker call of this case that this one takes the place of. */
      readonly supersedes: boolean;
    }
  | {
      readonly kind: 'letter';
      readonly step: string;
      readonly invoices: readonly number[];
      readonly earnedBy: readonly number[];
      /** `send` it; `withhold` it (shadow mode); `impossible`: there is no address. The ladder records each. */
      readonly how: 'send' | 'withhold' | 'impossible';
    }
  | {
      readonly kind: 'claim';
      readonly step: string;
      /** Only invoices that were demanded in writing are sued for. */
      readonly invoices: readonly number[];
      readonly alsoOpen: readonly number[];
      readonly earnedBy: readonly number[];
    }
  | { readonly kind: 'handover'; readonly step: string; readonly invoices: readonly number[]; readonly earnedBy: readonly number[] };
