import type { Books } from './match-book.ts';

/** What is proposed for a line, as it is kept until a person decides; plain values, so that JSON can hold it. */
export interface ProposalKept {
  readonly customerId: number;
  readonly caseId: number | null;
  /** Of the customer, for the card. */
  readonly name: string;
  /** Numbers of the invoices that it would pay, in order; none: unapplied cash. */
  readonly invoices: readonly string[];
  readonly reasons: readonly string[];
  /** The payment that it is, or takes back. */
  readonly paymentId: number | null;
  /** The write-off that is taken back first; those kept from before this was proposed have none. */
  readonly writeOffId?: number;
  readonly act: 'book' | 'known' | 'reverse' | 'recover';
}

export function namesOf({ match }: Books): (customerId: number) => string {
  const names = new Map(match.customers.map(({ customerId, names: [first = ''] }) => [customerId, first]));
  return (customerId) => names.get(customerId) ?? 'somebody';
}
