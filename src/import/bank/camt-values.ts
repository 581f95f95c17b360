import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import { type Money, minorDigits } from '../../core/money.ts';
import { isCurrency } from '../codes.ts';
import { quote } from '../reading.ts';
import { attribute, type Element, first, plain, textAt } from './xml.ts';

/** Where in a file something stands, for whoever has to look. */
export interface Place {
  readonly fileName: string;
  readonly statement: string;
  readonly entry?: string;
}

/** @throws DomainError `invalid`, naming the place. */
export function refuseAt({ fileName, statement, entry }: Place, reason: string): never {
  const where = entry === undefined ? statement : `${statement}, ${entry}`;
  throw new DomainError('invalid', `${fileName}: ${where}: ${reason}. Nothing of the file was booked.`);
}

/** An amount with its currency, minor units; ISO 20022 writes a point and no sign. */
export function moneyAt(of: Element, path: string, place: Place): Money {
  const element = first(of, path);
  const currency = attribute(element, 'Ccy') ?? '';
  if (!isCurrency(currency)) refuseAt(place, `currency ${quote(currency)} does not exist`);
  return { amount: minorUnits(plain(element), currency, place), currency };
}

function minorUnits(text: string, currency: string, place: Place): bigint {
  const [, whole = '', fraction = ''] = /^(\d{1,15})(?:\.(\d+))?$/.exec(text) ?? [];
  const digits = minorDigits(currency);
  if (whole === '' || /[1-9]/.test(fraction.slice(digits)))
    return refuseAt(place, `amount ${quote(text)} is no amount in ${currency}`);
  return BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}

/** A day, written alone or with its time: where the bank is, it was that day. */
export function dayAt(of: Element, path: string, place: Place): BusinessDate {
  return dayIn(of, path, place) ?? refuseAt(place, `it has no date (${path})`);
}

export function dayIn(of: Element, path: string, place: Place): BusinessDate | undefined {
  const text = textAt(of, `${path}/Dt`, `${path}/DtTm`);
  if (text === undefined) return undefined;
  try {
    return businessDate(text.slice(0, 10));
  } catch {
    return refuseAt(place, `date ${quote(text)} does not exist`);
  }
}
