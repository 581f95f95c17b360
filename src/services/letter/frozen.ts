import type { Creditor, LetterRow } from '../../../db/schema/index.ts';
import { type BusinessDate, daysBetween } from '../../core/calendar/business-date.ts';
import type { InvoiceFacts } from '../../core/dunning/facts.ts';
import type { HoldKind } from '../../core/hold/kind.ts';
import { sharesOf } from '../../core/dunning/shares.ts';
import type { Recipient } from '../../core/letter/audience.ts';
import { isName } from '../../core/letter/recipients.ts';
import { formatMoney, money } from '../../core/money.ts';
import { letterLanguage } from '../../letters/languages/language.ts';
import type { CaseFile } from '../case/file.ts';
import type { FrozenLate } from '../interest/frozen.ts';
import type { Scope } from '../scope.ts';
import { enclosable, type Papers } from './papers.ts';

/** What a letter says, frozen when it was decided; amounts in minor units as text, days as YYYY-MM-DD. */
export interface FrozenLetter {
  readonly customerName: string;
  readonly customerNumber: string;
  /** Who is greeted; empty: nobody by name. */
  readonly contactName: string | null;
  /** Who has it in copy. */
  readonly copyTo?: readonly string[];
  /** The customer's legal address, or where it is posted to. */
  readonly address?: string;
  readonly language: string;
  readonly currency: string;
  /** The day it bears. */
  readonly on: string;
  /** The last day whose payments the ledger had. */
  readonly asOf: string;
  readonly invoices: readonly FrozenInvoice[];
  /** What those invoices have cost by being late, where it is known. */
  readonly late?: FrozenLate;
  /** Who wrote it, as the settings were that day; letters from before this was kept have none. */
  readonly creditor?: Creditor;
  /** Copies that go with it, in the order of the invoices. */
  readonly enclosed?: readonly FrozenCopy[];
  /** Numbers of invoices whose copies were too big to go along. */
  readonly onRequest?: readonly string[];
  /** Our letters before this one, in those that speak of them. */
  readonly before?: readonly FrozenBefore[];
  /** Against what promise something was lifted. */
  readonly promised?: { readonly amount: string; readonly on: string };
  /** A person lifted it without payment or promise. */
  readonly byUs?: boolean;
  /** The hold that it warns of, and the first day on which that can come. */
  readonly warnsOf?: { readonly held: HoldKind; readonly from: string };
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
  /** The part of it that is disputed, promised or on its way, and therefore not demanded; absent when nothing is. */
  readonly rests?: string;
  /** Absent when nothing was. */
  readonly paid?: string;
  readonly credited?: string;
}

export interface FrozenBefore {
  readonly on: string;
  readonly to: string;
}

export interface FrozenCopy {
  readonly number: string;
  readonly document: number;
}

/** What a letter demands in all, in words; nothing when it names no invoice. */
export function sumOf({ facts }: Pick<LetterRow, 'facts'>): string {
  const { invoices, currency } = facts as unknown as FrozenLetter;
  if (invoices.length === 0) return '';
  return formatMoney(money(demandedBy({ facts }), currency));
}

/** The same in minor units. */
export function demandedBy({ facts }: Pick<LetterRow, 'facts'>): bigint {
  const { invoices } = facts as unknown as FrozenLetter;
  return invoices.reduce((total, { open, rests = '0' }) => total + BigInt(open) - BigInt(rests), 0n);
}

/** To whom a letter goes, on which day, and about which invoices. */
export interface Writing {
  readonly to: readonly Recipient[];
  readonly on: BusinessDate;
  readonly named: readonly number[];
}

/** Freezes what a letter of this day says about these invoices of a case. */
export function freezeLetter(
  scope: Scope,
  file: CaseFile,
  { to, on, named }: Writing,
  papers: Papers,
): FrozenLetter {
  const { name = scope.workspace.name, ...creditor } = scope.workspace.creditor;
  return {
    customerName: file.customerName,
    customerNumber: file.customerNumber,
    ...freezeRecipients(to),
    ...(file.legalAddress !== undefined && { address: file.legalAddress }),
    currency: file.facts.currency,
    on,
    asOf: file.facts.ledgerCovers ?? scope.today,
    invoices: freezeInvoices(file, on, named, papers),
    creditor: { name, ...creditor },
    ...freezeCopies(file, named, papers),
  };
}

/** The first one's language; names, if all who are addressed have one. */
function freezeRecipients(
  recipients: readonly Recipient[],
): Pick<FrozenLetter, 'contactName' | 'language' | 'copyTo'> {
  const language = recipients[0]?.language ?? 'en';
  const names = recipients.filter(({ how }) => how === 'to').map(({ name }) => name);
  const copies = recipients.filter(({ how }) => how === 'copy');
  const list = new Intl.ListFormat(letterLanguage(language), { type: 'conjunction' });
  return {
    contactName: names.length > 0 && names.every(isName) ? list.format(names) : null,
    language,
    ...(copies.length > 0 && {
      copyTo: copies.map(({ name, email }) => (isName(name) ? name : email)),
    }),
  };
}

export function freezeInvoices(
  file: CaseFile,
  on: BusinessDate,
  named: readonly number[],
  { settled }: Papers,
): readonly FrozenInvoice[] {
  const shares = sharesOf(file.facts, on);
  const pressed = new Map(file.facts.invoices.map(({ id }, index) => [id, shares[index]?.pressed]));
  return invoicesOf(file, named).map((invoice) =>
    freeze(invoice, on, invoice.open - (pressed.get(invoice.id) ?? invoice.open), settled.get(invoice.id)),
  );
}

function invoicesOf(file: CaseFile, named: readonly number[]): readonly InvoiceFacts[] {
  return file.facts.invoices.filter((invoice) => named.includes(invoice.id));
}

function freezeCopies(
  file: CaseFile,
  named: readonly number[],
  { copies }: Papers,
): Pick<FrozenLetter, 'enclosed' | 'onRequest'> {
  const known = invoicesOf(file, named).filter(({ id }) => copies.has(id));
  const enclosed = enclosable(known, ({ id }) => copies.get(id));
  const left = known.filter((invoice) => enclosed.every((one) => one.invoice !== invoice));
  return {
    ...(enclosed.length > 0 && {
      enclosed: enclosed.map(({ invoice, copy }) => ({ number: invoice.number, document: copy.id })),
    }),
    ...(left.length > 0 && { onRequest: left.map(({ number }) => number) }),
  };
}

function freeze(
  invoice: InvoiceFacts,
  on: BusinessDate,
  rests: bigint,
  { paid = 0n, credited = 0n }: { readonly paid?: bigint; readonly credited?: bigint } = {},
): FrozenInvoice {
  return {
    number: invoice.number,
    issuedOn: invoice.issuedOn,
    dueOn: invoice.dueOn,
    daysOverdue: daysBetween(invoice.effectiveDueOn, on),
    open: String(invoice.open),
    ...(rests > 0n && { rests: String(rests) }),
    ...(paid > 0n && { paid: String(paid) }),
    ...(credited > 0n && { credited: String(credited) }),
  };
}
