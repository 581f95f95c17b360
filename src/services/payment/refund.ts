import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { type Money, money } from '../../core/money.ts';
import { post } from '../ledger/post.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { holdForFinance, keyed, lookAgain, tellChange } from './change.ts';
import { draw, totalOf, unappliedOf } from './unapplied.ts';

export interface RefundWord {
  readonly caseId: number;
  /** Minor units; left out: all unapplied cash. */
  readonly amount?: bigint;
  /** The day on which it was paid back. */
  readonly on: BusinessDate;
  readonly reference?: string;
}

export interface Refunded {
  readonly refunded: Money;
  /** What is still unapplied. */
  readonly unapplied: Money;
}

/**
 * Records that unapplied cash was paid back to the customer. What pays invoices is not refunded but reversed.
 * @throws DomainError `forbidden` for whoever is not finance; `invalid` for more than is unapplied and for a day to come.
 */
export async function refundCash(office: Office, actor: Actor, word: RefundWord): Promise<Refunded> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdForFinance(scope, actor, word.caseId, 'refund cash');
    if (word.on > scope.today)
      throw new DomainError(
        'invalid',
        `${formatDate(word.on)} is still to come: choose the day on which it was paid back, today at the latest.`,
      );
    const { currency, customerId } = held.row;
    const cash = await unappliedOf(scope, word.caseId);
    const amount = word.amount ?? totalOf(cash);
    const entries = draw(cash, amount, currency).map((part) => ({
      ...part,
      debit: 'unapplied' as const,
      credit: 'cash' as const,
      currency,
      customerId,
      bookedOn: word.on,
    }));
    await post(scope, await keyed(scope, entries));
    await tellChange(scope, held, {
      event: 'refunded',
      amount,
      ...(word.reference === undefined ? {} : { about: word.reference }),
    });
    await lookAgain(scope, word.caseId);
    return { refunded: money(amount, currency), unapplied: money(totalOf(cash) - amount, currency) };
  });
}
