/** Customers of a kind. */
export interface Segment {
  readonly field: 'payer type' | 'country' | 'tag';
  readonly value: string;
}

/** Customers of a kind have this ladder. */
export interface LadderRule extends Segment {
  /** A ladder's name. */
  readonly ladder: string;
}

/** What ladders are chosen by. */
export interface LadderBearer {
  readonly payerType: string | undefined;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly tags: readonly string[];
  /** Name of a ladder of its own. */
  readonly ladder: string | undefined;
}

/** The name of a ladder, and who says so. */
export interface LadderChoice {
  readonly ladder: string;
  readonly by: 'workspace' | Segment | 'customer' | 'invoice';
}

/** What a workspace says about ladders: its own, and rules of which the first that fits counts. */
export interface LadderOrder {
  readonly workspace: string;
  readonly rules: readonly LadderRule[];
}

/**
 * Which ladder a customer's case is on: an invoice's own, else the customer's own, else that of the first rule which
 * fits, else the workspace's.
 * @param ofInvoice name of the ladder of the case's invoices; empty when they have none of their own
 */
export function ladderFor(order: LadderOrder, bearer: LadderBearer, ofInvoice = ''): LadderChoice {
  if (ofInvoice !== '') return { ladder: ofInvoice, by: 'invoice' };
  if (bearer.ladder !== undefined) return { ladder: bearer.ladder, by: 'customer' };
  const rule = order.rules.find((one) => isOf(bearer, one));
  if (rule === undefined) return { ladder: order.workspace, by: 'workspace' };
  return { ladder: rule.ladder, by: { field: rule.field, value: rule.value } };
}

function isOf({ payerType, country, tags }: LadderBearer, { field, value }: Segment): boolean {
  switch (field) {
    case 'payer type':
      return payerType === value;
    case 'country':
      return country === value;
    case 'tag':
      return tags.includes(value);
  }
}
