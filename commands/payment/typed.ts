import type { Reply } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';
import { readMoney } from '../../src/core/money.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { casesOfCustomer } from '../../src/services/customer/cases.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import type { AllocationWord } from '../../src/services/payment/allocate-cash.ts';
import { type CaseCash, cashOfCase } from '../../src/services/payment/list.ts';
import type { RefundWord } from '../../src/services/payment/refund.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { allocate, deposit, listed, refund, reverse } from './acts.ts';
import { giveUpTyped } from './give-up.ts';
import { readReceipt } from './read.ts';
import { teamsToday } from '../reading/today.ts';

/** Words that may stand first in a line of `/payment`: what happens to cash that is in already, or to what never came. */
const verbs = ['list', 'allocate', 'refund', 'reverse', 'deposit', 'write-off', 'waive'] as const;
type Verb = (typeof verbs)[number];

/** `allocate lagerhaus R-2` in two parts; nothing when the line does not begin with such a word. */
export function verbIn(text: string): { readonly verb: Verb; readonly rest: string } | undefined {
  const [first = '', ...words] = text.trim().split(/\s+/);
  const verb = verbs.find((one) => one === first.toLowerCase());
  return verb === undefined || words.length === 0 ? undefined : { verb, rest: words.join(' ') };
}

/** Carries out a line that begins with a verb. */
export async function changeTyped(context: Context, verb: Verb, text: string): Promise<Reply> {
  if (verb === 'write-off' || verb === 'waive') return giveUpTyped(context, verb, text);
  const { of, cash, words } = await caseTyped(context, text);
  switch (verb) {
    case 'list':
      return listed(context, of, cash);
    case 'allocate':
      return allocate(context, of, allocationIn(of, cash, words));
    case 'refund':
      return refund(context, of, await refundIn(context, of, words));
    case 'reverse':
      return reverseTyped(context, of, cash, words);
    case 'deposit':
      return deposit(context, of);
  }
}

/** The customer, and the one of its cases that has something to do with cash. */
async function caseTyped(context: Context, text: string) {
  const { cases, rest } = await within(context.office, context.actor.workspaceId, async (scope) => {
    const found = await findCustomer(scope, text);
    return { cases: await casesOfCustomer(scope, found.customerId), rest: found.rest };
  });
  const withCash = await Promise.all(
    cases.map(async (of) => ({ of, cash: await cashOfCase(context.office, context.actor, of.caseId) })),
  );
  const [first] = withCash;
  const chosen =
    withCash.find(({ of }) => rest.includes(of.currency)) ??
    withCash.find(({ cash }) => cash.unapplied > 0n) ??
    first;
  if (chosen === undefined)
    throw new DomainError(
      'not_found',
      'Nothing was ever open for this customer: there is no cash to change.',
    );
  const words = rest.split(/\s+/).filter((word) => word !== '' && word !== chosen.of.currency);
  return { ...chosen, words };
}

/** Words that are numbers of open invoices name them; another one is the amount. */
function allocationIn(of: CaseOverview, { invoices }: CaseCash, words: readonly string[]): AllocationWord {
  const open = new Set(invoices.map(({ number }) => number.toLowerCase()));
  const tidy = words.map((word) => word.replace(/[,;]$/, ''));
  const named = tidy.filter((word) => open.has(word.toLowerCase()));
  const others = tidy.filter((word) => !open.has(word.toLowerCase()));
  const [sum, another] = others;
  const wrong = others.find((word) => !/^[\p{Sc}\d]/u.test(word)) ?? another;
  if (wrong !== undefined)
    throw new DomainError(
      'invalid',
      `"${wrong}" is no open invoice: write for example /payment allocate ${of.number} ${invoices[0]?.number ?? 'R-1'}.`,
    );
  return {
    caseId: of.caseId,
    ...(sum === undefined ? {} : { amount: readMoney(sum, { currency: of.currency }).amount }),
    ...(named.length === 0 ? {} : { invoices: named }),
  };
}

async function refundIn(context: Context, of: CaseOverview, words: readonly string[]): Promise<RefundWord> {
  const [sum, ...rest] = words;
  const { receivedOn, reference } = readReceipt(rest, await teamsToday(context), context.workspace.dateOrder);
  return {
    caseId: of.caseId,
    on: receivedOn,
    ...(sum === undefined ? {} : { amount: readMoney(sum, { currency: of.currency }).amount }),
    ...(reference === undefined ? {} : { reference }),
  };
}

/** An amount tells which payment, if there is only one such; else the list has a button for each. */
async function reverseTyped(
  context: Context,
  of: CaseOverview,
  cash: CaseCash,
  [sum, ...reason]: readonly string[],
): Promise<Reply> {
  if (sum === undefined || reason.length === 0) return listed(context, of, cash);
  const { amount } = readMoney(sum, { currency: of.currency });
  const [only, second] = cash.payments.filter((one) => one.amount === amount && !one.gone);
  if (only === undefined || second !== undefined) return listed(context, of, cash);
  return reverse(context, of, only.paymentId, reason.join(' '));
}
