import type { LetterRow } from '../../../db/schema/index.ts';
import { type BusinessDate, daysBetween } from '../../core/calendar/business-date.ts';
import type { InvoiceFacts } from '../../core/dunning/facts.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { CaseFile } from '../case/file.ts';
import type { FrozenLate } from '../interest/frozen.ts';
import type { Scope } from '../scope.ts';
import type { Address } from './address.ts';

/** What a letter says, frozen when it was decided; amounts in minor units as text, days as YYYY-MM-DD. */
export interface FrozenLetter {
  readonly customerName: string;
  readonly customerNumber: string;
  readonly contactName: string | null;
  readonly language: string;
  readonly currency: string;
  /** The day it bears. */
  readonly on: string;
  /** The last day whose payments the ledger had. */
  readonly asOf: string;
  readonly invoices: readonly FrozenInvoice[];
  /** What those invoices have cost by being late, where it is known. */
  readonly late?: FrozenLate;
  readonly claim?: {
    readonly demandedOn: string;
    readonly deadline: string;
    readonly alsoOpen: readonly FrozenInvoice[];
  };
}

export interface FrozenInvoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly daysOverdue: number;
  readonly open: string;
}

/** What a letter demands in all, in words. */
export function sumOf({ facts }: Pick<LetterRow, 'facts'>): string {
  const { invoices, currency } = facts as unknown as FrozenLetter;
  return formatMoney(
    money(
      invoices.reduce((total, invoice) => total + BigInt(invoice.open), 0n),
      currency,
    ),
  );
}

/** Freezes what a letter of this day says about these invoices of a case. */
export function freezeLetter(
  scope: Scope,
  file: CaseFile,
  address: Address | undefined,
  on: BusinessDate,
  named: readonly number[],
): FrozenLetter {
  return {
    customerName: file.customerName,
    customerNumber: file.customerNumber,
    contactName: address?.name ?? null,
    language: address?.language ?? 'en',
    currency: file.facts.currency,
    on,
    asOf: file.facts.ledgerCovers ?? scope.today,
    invoices: freezeInvoices(file, on, named),
  };
}

export function freezeInvoices(
  file: CaseFile,
  on: BusinessDate,
  named: readonly number[],
): readonly FrozenInvoice[] {
  return file.facts.invoices
    .filter((invoice) => named.includes(invoice.id))
    .map((invoice) => freeze(invoice, on));
}

function freeze(invoice: InvoiceFacts, on: BusinessDate): FrozenInvoice {
  return {
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    daysOverdue: daysBetween(invoice.effectiveDueOn, on),
    open: String(invoice.open),
  };
}
