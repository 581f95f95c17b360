import type { InvoiceFacts } from '../dunning/facts.ts';

/** The part of a dispute that stands for one invoice. */
export interface DisputeLine {
  readonly invoice: number;
  /** Positive, minor units. */
  readonly amount: bigint;
  /** Nothing worth pressing is left of the invoice: all of it rests. */
  readonly whole: boolean;
}

/** What of an invoice nobody disputes yet. */
export const undisputed = ({ open, disputed }: InvoiceFacts): bigint =>
  disputed < open ? open - disputed : 0n;

/**
 * Spreads a disputed amount over the invoices that it is about, the oldest due date first. The lines make the whole
 * amount, unless less than that is undisputed.
 * @param floor below which what is left of an invoice earns no step
 */
export function spreadDispute(
  amount: bigint,
  about: readonly InvoiceFacts[],
  floor: bigint,
): readonly DisputeLine[] {
  const lines: DisputeLine[] = [];
  let left = amount;
  for (const invoice of about.toSorted(byAge)) {
    const room = undisputed(invoice);
    const part = room < left ? room : left;
    if (part <= 0n) continue;
    lines.push({ invoice: invoice.id, amount: part, whole: room === part || room - part < floor });
    left -= part;
  }
  return lines;
}

/** How much of each line they are right about, when they are right about `upheld` of all; the first lines first. */
export function spreadUpheld(
  upheld: bigint,
  lines: readonly Pick<DisputeLine, 'invoice' | 'amount'>[],
): ReadonlyMap<number, bigint> {
  let left = upheld;
  return new Map(
    lines.map(({ invoice, amount }) => {
      const part = amount < left ? amount : left;
      left -= part;
      return [invoice, part];
    }),
  );
}

function byAge(a: InvoiceFacts, b: InvoiceFacts): number {
  if (a.effectiveDueOn === b.effectiveDueOn) return a.id - b.id;
  return a.effectiveDueOn < b.effectiveDueOn ? -1 : 1;
}
