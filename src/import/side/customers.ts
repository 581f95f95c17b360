import { DomainError } from '../../core/error.ts';
import { type Money, money } from '../../core/money.ts';
import { readTags } from '../../core/reading/tags.ts';
import { readAmount } from '../amounts.ts';
import { isCountry, isCurrency } from '../codes.ts';
import { quote, type Reading } from '../reading.ts';
import type { RowCells } from '../row-cells.ts';
import type { Table } from '../table.ts';
import type { RowAnswers } from '../row-reading.ts';
import { optional, readSideRows, type SideRows } from './side-file.ts';
import { type ContactRole, readLanguageName, readPayerType, readRole, type PayerType } from './words.ts';

/** What a file tells of one customer. Nothing is taken away by an empty cell. */
export interface CustomerRow {
  readonly facts: CustomerFacts;
  /** Name, user id or mail address of the person who owns it. */
  readonly owner?: string;
  readonly contact?: ContactWord;
}

export interface CustomerFacts {
  readonly payerType?: PayerType;
  readonly termsDays?: number;
  readonly language?: string;
  readonly country?: string;
  readonly region?: string;
  readonly taxId?: string;
  readonly legalAddress?: string;
  readonly creditLimit?: Money;
  readonly needsPurchaseOrder?: boolean;
  /** All there are. */
  readonly tags?: readonly string[];
}

export interface ContactWord {
  readonly name: string;
  readonly role?: ContactRole;
  readonly email?: string;
  readonly phone?: string;
  readonly language?: string;
}

/** Reads a file about customers: contacts, owners, payer types and terms. Throws `invalid` without a customer column. */
export function readCustomerRows(table: Table, answers: RowAnswers): SideRows<CustomerRow> {
  return readSideRows(table, answers, 'customers', readRow);
}

function readRow(cells: RowCells): CustomerRow {
  const language = word(cells, 'language', readLanguageName);
  const contact = readContact(cells, language);
  const owner = optional(cells, 'ownerEmail', 'mail of the owner') ?? optional(cells, 'ownerName', 'owner');
  // The language of a row with a contact is the contact's.
  const facts = { ...readFacts(cells), ...(language && !contact && { language }) };
  return { facts, ...(owner && { owner }), ...(contact && { contact }) };
}

function readFacts(cells: RowCells): CustomerFacts {
  const payerType = word(cells, 'payerType', readPayerType);
  const termsDays = word(cells, 'terms', readTermsDays);
  const country = word(cells, 'country', readCountry);
  const region = optional(cells, 'region', 'region');
  const taxId = optional(cells, 'taxId', 'tax id');
  const legalAddress = optional(cells, 'legalAddress', 'legal address');
  const creditLimit = readLimit(cells);
  const needsPurchaseOrder = word(cells, 'needsPurchaseOrder', readYesNo);
  const tags = word(cells, 'tags', readTagWords);
  return {
    ...(payerType && { payerType }),
    ...(termsDays !== undefined && { termsDays }),
    ...(country && { country }),
    ...(region && { region }),
    ...(taxId && { taxId }),
    ...(legalAddress && { legalAddress }),
    ...(creditLimit && { creditLimit }),
    ...(needsPurchaseOrder !== undefined && { needsPurchaseOrder }),
    ...(tags && { tags }),
  };
}

function readContact(cells: RowCells, language: string | undefined): ContactWord | undefined {
  const role = word(cells, 'contactRole', readRole);
  const email = word(cells, 'contactEmail', readMail);
  const phone = optional(cells, 'contactPhone', 'telephone');
  const name = optional(cells, 'contactName', 'name of the contact') ?? email ?? phone;
  if (name === undefined) return undefined;
  return {
    name,
    ...(role && { role }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(language && { language }),
  };
}

type Word =
  | 'payerType'
  | 'terms'
  | 'country'
  | 'language'
  | 'contactRole'
  | 'contactEmail'
  | 'needsPurchaseOrder'
  | 'tags';

function word<T>({ textOf, take }: RowCells, field: Word, read: (text: string) => Reading<T>): T | undefined {
  const text = textOf(field);
  return text === '' ? undefined : take(field, read(text));
}

/** `30`, `30 days`, `Net 30`, `14 Tage netto`; codes of other systems name no days. */
function readTermsDays(text: string): Reading<number> {
  const days = /^(?:net(?:to)?\s*)?(\d{1,3})\s*(?:d|days?|tage?|t)?(?:\s*net(?:to)?)?\.?$/i.exec(text)?.[1];
  return days === undefined
    ? { reason: `terms ${quote(text)} name no number of days: write 30, Net 30 or 30 days` }
    : { value: Number(days) };
}

function readCountry(text: string): Reading<string> {
  const code = text.toUpperCase();
  return isCountry(code)
    ? { value: code }
    : { reason: `country ${quote(text)} is no ISO code of two letters` };
}

function readMail(text: string): Reading<string> {
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(text)
    ? { value: text }
    : { reason: `${quote(text)} is not a mail address` };
}

function readYesNo(text: string): Reading<boolean> {
  if (/^(?:yes|y|true|1|x|ja|j)$/i.test(text)) return { value: true };
  if (/^(?:no|n|false|0|nein)$/i.test(text)) return { value: false };
  return { reason: `${quote(text)} is neither yes nor no` };
}

function readTagWords(text: string): Reading<readonly string[]> {
  try {
    return { value: readTags(text) };
  } catch (error) {
    if (error instanceof DomainError) return { reason: error.message };
    throw error;
  }
}

function readLimit({ textOf, take, file }: RowCells): Money | undefined {
  const text = textOf('creditLimit');
  if (text === '') return undefined;
  const currency = textOf('currency').toUpperCase() || file.currency;
  if (currency === undefined || !isCurrency(currency))
    return take('currency', {
      reason: `currency ${quote(textOf('currency'))} of the credit limit is no ISO 4217 code`,
    });
  const read = take('creditLimit', readAmount(text, file.decimal, currency, 'credit limit'));
  if (read === undefined) return undefined;
  if (read.amount >= 0n) return money(read.amount, currency);
  return take('creditLimit', { reason: `credit limit ${quote(text)} is below zero` });
}
