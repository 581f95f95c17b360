import type { Habit } from './habits.ts';

/** A customer of the sample ledger. Every name, number and address is invented; mail goes to `.example`, which nobody owns. */
export interface SampleCustomer {
  readonly number: string;
  readonly name: string;
  readonly country: string;
  /** Where letters are written in it; the others get English. */
  readonly language?: 'en' | 'de' | 'it' | 'lv';
  readonly payerType: 'large company' | 'public body' | 'multi-site' | 'small business';
  readonly termsDays: number;
  /** What it is billed in; with two, every third invoice is in the second. */
  readonly currencies: readonly string[];
  /** A usual invoice, in whole units of the currency. */
  readonly usual: number;
  readonly habit: Habit;
  readonly address: string;
  readonly taxId?: string;
  readonly needsPurchaseOrder?: true;
  readonly contacts: readonly SampleContact[];
}

/** Name, role, the part of the mail address before the sign, phone; nothing where the books know none. */
export type SampleContact = readonly [
  name: string,
  role: string,
  mailbox?: string | undefined,
  phone?: string,
];
