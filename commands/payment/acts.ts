import type { Reply } from '../../src/chat/types.ts';
import { formatMoney } from '../../src/core/money.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { allocateCash, type AllocationWord } from '../../src/services/payment/allocate-cash.ts';
import { keepAsDeposit } from '../../src/services/payment/deposit.ts';
import type { CaseCash } from '../../src/services/payment/list.ts';
import { refundCash, type RefundWord } from '../../src/services/payment/refund.ts';
import { reversePayment } from '../../src/services/payment/reverse.ts';
import type { Context } from '../context.ts';
import { teamsToday } from '../reading/today.ts';
import { noted } from '../views/noted.ts';
import { paymentsCard } from '../views/payment/list.ts';

/* What finance does with cash, and the answer to it; lines and forms come here. */

export async function listed(context: Context, of: CaseOverview, cash: CaseCash): Promise<Reply> {
  const card = paymentsCard(of, cash, context.member.roles.includes('finance'), await teamsToday(context));
  return { kind: 'card', card };
}

export async function allocate(context: Context, of: CaseOverview, word: AllocationWord): Promise<Reply> {
  const { applied, unapplied, open } = await allocateCash(context.office, context.actor, word);
  const lines = applied.map(
    ({ number, paid, left }) =>
      `${number.slice(0, 60)}: ${formatMoney(paid)}, ${left.amount === 0n ? 'paid in full' : `${formatMoney(left)} remain open`}`,
  );
  const rest = unapplied.amount === 0n ? [] : [`${formatMoney(unapplied)} stays unapplied`];
  const text = [...lines, ...rest, `Still open: ${formatMoney(open)}`].join('\n');
  return { kind: 'card', card: noted(of, `\n${text}`) };
}

export async function refund(context: Context, of: CaseOverview, word: RefundWord): Promise<Reply> {
  const { refunded, unapplied } = await refundCash(context.office, context.actor, word);
  const rest =
    unapplied.amount === 0n ? 'no cash is unapplied any more' : `${formatMoney(unapplied)} stays unapplied`;
  return { kind: 'card', card: noted(of, `${formatMoney(refunded)} paid back; ${rest}.`) };
}

export async function reverse(
  context: Context,
  of: CaseOverview,
  paymentId: number,
  reason: string,
): Promise<Reply> {
  const { amount, reopened, promises } = await reversePayment(context.office, context.actor, {
    paymentId,
    reason,
  });
  const open =
    reopened.length === 0 ? 'it had paid no invoice' : `open again: ${reopened.slice(0, 12).join(', ')}`;
  const again = promises === 0 ? '' : '; the promise that it kept is judged anew';
  return {
    kind: 'card',
    card: noted(of, `the payment of ${formatMoney(amount)} is taken back; ${open}${again}.`),
  };
}

export async function deposit(context: Context, of: CaseOverview): Promise<Reply> {
  const kept = await keepAsDeposit(context.office, context.actor, of.caseId);
  return {
    kind: 'card',
    card: noted(of, `${formatMoney(kept)} is kept as a deposit and covers nothing that is open.`),
  };
}
