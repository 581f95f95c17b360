import { Buffer } from 'node:buffer';
import { isSepaIban } from '../core/bank/iban.ts';
import type { Money } from '../core/money.ts';

/** A credit transfer as a banking app fills it in. */
export interface Transfer {
  /** Who is paid. */
  readonly name: string;
  /** Electronic form, checked. */
  readonly iban: string;
  readonly bic?: string;
  readonly amount: Money;
  /** What stands on the statement: see `paymentReference`. */
  readonly reference: string;
}

/** Limits of EPC069-12 version 2.1, the guidelines for the QR code of a SEPA credit transfer. */
const most = { name: 70, reference: 140, bytes: 331, cents: 99_999_999_999n } as const;

/**
 * What the QR code of a SEPA credit transfer says (EPC069-12, also known as GiroCode), as UTF-8 text without a byte
 * order mark. Undefined where there can be none: another currency, a sum out of bounds, an account outside SEPA.
 */
export function paymentCode({ name, iban, bic, amount, reference }: Transfer): string | undefined {
  if (amount.currency !== 'EUR' || amount.amount < 1n || amount.amount > most.cents) return undefined;
  if (!isSepaIban(iban) || plain(name) === '') return undefined;
  const head = ['BCD', '002', '1', 'SCT', bic ?? '', firstOf(plain(name), most.name), iban, euros(amount)];
  // No purpose and no structured reference: those are the creditor's bank's, not an invoice number.
  const before = [...head, '', '', ''].join('\n');
  const room = most.bytes - Buffer.byteLength(before);
  return (before + withinBytes(firstOf(plain(reference), most.reference), room)).trimEnd();
}

/**
 * What the payer writes, so that the money finds its invoices: their numbers as long as they fit, none cut in two.
 * When they do not all fit, the customer's number leads, by which the rest can be found.
 */
export function paymentReference(numbers: readonly string[], customerNumber?: string): string {
  const all = numbers.map(plain).join(', ');
  if (lengthOf(all) <= most.reference) return all;
  const lead = customerNumber === undefined ? '' : plain(customerNumber);
  return numbers.map(plain).reduce((soFar, number) => {
    const longer = soFar === '' ? number : `${soFar}, ${number}`;
    return lengthOf(longer) <= most.reference ? longer : soFar;
  }, lead);
}

function euros({ amount }: Money): string {
  return `EUR${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
}

/** Letters, digits and the signs that every bank of the area takes over; a line break would begin another field. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}/\-?:().,'+&]+/gu, ' ')
    .trim();
}

const lengthOf = (text: string): number => [...text].length;

function firstOf(text: string, length: number): string {
  return [...text].slice(0, length).join('').trimEnd();
}

/** Letters outside ASCII take more than one byte. */
function withinBytes(text: string, bytes: number): string {
  return Buffer.byteLength(text) <= bytes ? text : withinBytes([...text].slice(0, -1).join(''), bytes);
}
