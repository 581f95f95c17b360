import type { LetterRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { money } from '../../core/money.ts';
import { isName } from '../../core/letter/recipients.ts';
import { finalNotice, secondReminder } from '../../letters/again.ts';
import type {
  AgainFacts,
  ClaimFacts,
  DemandFacts,
  LetterFacts,
  LetterInvoice,
  RestoredFacts,
} from '../../letters/facts.ts';
import { formalClaim } from '../../letters/formal-claim.ts';
import { letterLanguage } from '../../letters/languages/language.ts';
import type { Letter } from '../../letters/letter.ts';
import {
  movedToPrepayment,
  ordersSuspended,
  restored,
  serviceHoldNotice,
  thankYou,
} from '../../letters/notices.ts';
import { thawLate } from '../interest/frozen.ts';
import { paymentDemand } from '../../letters/payment-demand.ts';
import { reminder } from '../../letters/reminder.ts';
import type { Workspace } from '../scope.ts';
import type { FrozenInvoice, FrozenLetter } from './frozen.ts';

/** Puts a frozen letter into words. The same row gives the same letter, whenever it is asked for. */
export function composeLetter(workspace: Workspace, row: Pick<LetterRow, 'kind' | 'facts'>): Letter {
  const frozen = row.facts as unknown as FrozenLetter;
  switch (row.kind) {
    case 'reminder':
      return reminder(factsOf(workspace, frozen));
    case 'second reminder':
      return secondReminder(againOf(workspace, frozen));
    case 'payment demand':
      return paymentDemand({ ...factsOf(workspace, frozen), ...lateOf(frozen) });
    case 'final notice':
      return finalNotice(againOf(workspace, frozen));
    case 'formal claim':
      return formalClaim(claimOf(workspace, frozen));
    case 'service-hold notice':
      return serviceHoldNotice(againOf(workspace, frozen));
    case 'access-restored notice':
      return restored('service', restoredOf(workspace, frozen));
    case 'orders-resumed notice':
      return restored('order', restoredOf(workspace, frozen));
    case 'credit-restored notice':
      return restored('credit', restoredOf(workspace, frozen));
    case 'orders suspended':
      return ordersSuspended(againOf(workspace, frozen));
    case 'moved to prepayment':
      return movedToPrepayment(factsOf(workspace, frozen));
    case 'thank-you':
      return thankYou(factsOf(workspace, frozen));
  }
}

function factsOf(workspace: Workspace, frozen: FrozenLetter): LetterFacts {
  const { name = workspace.name, ...creditor } = frozen.creditor ?? workspace.creditor;
  return {
    language: letterLanguage(frozen.language),
    date: businessDate(frozen.on),
    asOf: businessDate(frozen.asOf),
    creditor: { name, ...creditor },
    recipient: {
      name: frozen.customerName,
      customerNumber: frozen.customerNumber,
      ...(frozen.contactName !== null && isName(frozen.contactName) && { contact: frozen.contactName }),
      ...(frozen.address === undefined ? {} : { address: frozen.address }),
    },
    invoices: frozen.invoices.map((invoice) => invoiceOf(invoice, frozen.currency)),
    enclosed: (frozen.enclosed ?? []).map(({ number }) => number),
    onRequest: frozen.onRequest ?? [],
    copyTo: frozen.copyTo ?? [],
    ...(frozen.warnsOf && {
      warnsOf: { held: frozen.warnsOf.held, from: businessDate(frozen.warnsOf.from) },
    }),
  };
}

function againOf(workspace: Workspace, frozen: FrozenLetter): AgainFacts {
  return {
    ...factsOf(workspace, frozen),
    ...lateOf(frozen),
    before: (frozen.before ?? []).map(({ on, to }) => ({ on: businessDate(on), to })),
  };
}

function restoredOf(workspace: Workspace, frozen: FrozenLetter): RestoredFacts {
  const { promised, currency } = frozen;
  return {
    ...factsOf(workspace, frozen),
    byUs: frozen.byUs ?? false,
    ...(promised && {
      promised: { amount: money(BigInt(promised.amount), currency), on: businessDate(promised.on) },
    }),
  };
}

function claimOf(workspace: Workspace, frozen: FrozenLetter): ClaimFacts {
  if (frozen.claim === undefined) throw new Error('a formal claim was frozen without its deadline');
  return {
    ...factsOf(workspace, frozen),
    ...lateOf(frozen),
    demandedOn: businessDate(frozen.claim.demandedOn),
    deadline: businessDate(frozen.claim.deadline),
    alsoOpen: frozen.claim.alsoOpen.map((invoice) => invoiceOf(invoice, frozen.currency)),
  };
}

function lateOf({ late }: FrozenLetter): Pick<DemandFacts, 'late'> {
  return late === undefined ? {} : { late: thawLate(late) };
}

function invoiceOf(invoice: FrozenInvoice, currency: string): LetterInvoice {
  const rests = BigInt(invoice.rests ?? 0);
  return {
    number: invoice.number,
    issued: businessDate(invoice.issuedOn),
    due: businessDate(invoice.dueOn),
    daysOverdue: invoice.daysOverdue,
    ...(invoice.paid !== undefined && { paid: money(BigInt(invoice.paid), currency) }),
    ...(invoice.credited !== undefined && { credited: money(BigInt(invoice.credited), currency) }),
    ...(invoice.rests !== undefined && { rests: money(rests, currency) }),
    amount: money(BigInt(invoice.open) - rests, currency),
  };
}
