/** What a reader must find in a sample; counted while it was generated, from whole cents. */
export interface SampleFacts {
  /** Day as of which the facts hold, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly file: Count;
  readonly open: Count;
  readonly notYetIssued: Count;
  readonly settled: Count;
  readonly dueBefore: Count & { readonly customers: number };
}

export interface Count {
  readonly count: number;
  readonly cents: bigint;
}

export interface SampleInvoice {
  readonly customer: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly settledOn?: string;
  readonly cents: number;
}

export function factsOf(invoices: readonly SampleInvoice[], asOf: string): SampleFacts {
  const issued = invoices.filter(({ issuedOn }) => issuedOn <= asOf);
  const open = issued.filter(({ settledOn }) => settledOn === undefined || settledOn > asOf);
  const due = open.filter(({ dueOn }) => dueOn < asOf);
  return {
    asOf,
    file: count(invoices),
    open: count(open),
    notYetIssued: count(invoices.filter(({ issuedOn }) => issuedOn > asOf)),
    settled: count(issued.filter((invoice) => !open.includes(invoice))),
    dueBefore: { ...count(due), customers: new Set(due.map(({ customer }) => customer)).size },
  };
}

function count(invoices: readonly SampleInvoice[]): Count {
  return { count: invoices.length, cents: BigInt(invoices.reduce((sum, { cents }) => sum + cents, 0)) };
}

/** `n` days after the day, `YYYY-MM-DD`. */
export function daysAfter(day: string, n: number): string {
  return new Date(Date.parse(day) + n * 86_400_000).toISOString().slice(0, 10);
}
