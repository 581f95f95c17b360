/** The subject, and the paragraphs before and after the table of invoices. */
export interface LetterWording<What> {
  readonly subject: (what: What) => string;
  readonly before: (what: What) => readonly string[];
  readonly after: (what: What) => readonly string[];
}

/** What a sentence may mention, already in the language's own writing. */
export interface Spoken {
  readonly count: number;
  /** The number of the first invoice, for sentences about a single one. */
  readonly number: string;
  /** All sums: `€8,300.00 and $1,200.00`. */
  readonly sum: string;
  readonly asOf: string;
}

export interface SpokenDemand extends Spoken {
  readonly payBy: string | undefined;
  /** What late payment has cost, as a sentence; undefined: in general words. */
  readonly late: string | undefined;
}

export interface SpokenClaim extends Spoken {
  readonly demandedOn: string;
  readonly deadline: string;
}
