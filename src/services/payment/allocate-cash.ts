import { type Money, money } from '../../core/money.ts';
import { DomainError } from '../../core/error.ts';
import { post } from '../ledger/post.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { allocate, type Share } from './allocate.ts';
import { holdForFinance, keyed, lookAgain, tellChange } from './change.ts';
import { payables } from './payables.ts';
import { draw, type Drawn, totalOf, unappliedOf } from './unapplied.ts';

export interface AllocationWord {
  readonly caseId: number;
  /** Minor units; left out: as much as there is and as is open. */
  readonly amount?: bigint;
  /** Left out: an exact amount, else the oldest due first. */
  readonly invoices?: readonly string[];
}

export interface Allocated {
  readonly applied: readonly { readonly number: string; readonly paid: Money; readonly left: Money }[];
  readonly unapplied: Money;
  readonly open: Money;
}

/**
 * Lets unapplied cash pay invoices.
 * @throws DomainError `forbidden` for whoever is not finance; `invalid` for more than there is, more than is open, and
 * an invoice that is not open.
 */
export async function allocateCash(office: Office, actor: Actor, word: AllocationWord): Promise<Allocated> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdForFinance(scope, actor, word.caseId, 'allocate cash');
    const { currency, customerId } = held.row;
    const cash = await unappliedOf(scope, word.caseId);
    const invoices = await payables(scope, word.caseId);
    const wanted = word.amount ?? totalOf(cash);
    draw(cash, wanted, currency);
    const { shares, unapplied: beyond } = allocate(wanted, invoices, word.invoices);
    const applied = wanted - beyond;
    refuseNothing(applied, beyond, word);
    const entries = parts(shares, draw(cash, applied, currency)).map((part) => ({
      ...part,
      debit: 'unapplied' as const,
      credit: 'receivable' as const,
      currency,
      customerId,
      bookedOn: scope.today,
    }));
    await post(scope, await keyed(scope, entries));
    const about = shares.map(({ invoice }) => invoice.number).join(', ');
    await tellChange(scope, held, { event: 'allocated', amount: applied, about });
    await lookAgain(scope, word.caseId);
    const open = invoices.reduce((sum, one) => sum + one.open, 0n);
    return {
      applied: shares.map(({ invoice, amount }) => ({
        number: invoice.number,
        paid: money(amount, currency),
        left: money(invoice.open - amount, currency),
      })),
      unapplied: money(totalOf(cash) - applied, currency),
      open: money(open - applied, currency),
    };
  });
}

function refuseNothing(applied: bigint, beyond: bigint, { amount, invoices }: AllocationWord): void {
  if (applied === 0n)
    throw new DomainError('invalid', 'Nothing is open to pay: refund the cash, or keep it as a deposit.');
  if (amount !== undefined && beyond > 0n)
    throw new DomainError(
      'invalid',
      `That is more than is open of ${invoices === undefined ? 'all invoices' : 'those invoices'}: write a smaller amount, or none.`,
    );
}

interface PostedPart {
  readonly paymentId: number;
  readonly invoiceId: number;
  readonly amount: bigint;
}

/** Which payment pays which invoice, both in their order; every cent of either side is in one part. */
function parts(shares: readonly Share[], drawn: readonly Drawn[]): readonly PostedPart[] {
  const found: PostedPart[] = [];
  const purses = drawn.map((one) => ({ ...one }));
  for (const { invoice, amount } of shares) {
    let owed = amount;
    for (const purse of purses) {
      const part = purse.amount < owed ? purse.amount : owed;
      if (part === 0n) continue;
      found.push({ paymentId: purse.paymentId, invoiceId: invoice.id, amount: part });
      purse.amount -= part;
      owed -= part;
    }
  }
  return found;
}
