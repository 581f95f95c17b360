import { businessDate } from '../../core/calendar/business-date.ts';
import { isOpen } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { readMoney } from '../../core/money.ts';
import { quoted } from '../../core/reading/quoted.ts';
import type { Workspace } from '../scope.ts';

/** Any day: a country's calendar is known or it is not. */
const someDay = businessDate('2026-01-01');

/** ISO 3166-1 alpha-2, upper case. @throws DomainError `invalid` for a country whose holidays are not known. */
export function readCountry(text: string): string {
  const country = text.trim().toUpperCase();
  isOpen({ country, zone: 'UTC' }, someDay);
  return country;
}

/** Empty for none. @throws DomainError `invalid`, naming the regions there are. */
export function readRegion(country: string, text: string): string | null {
  const region = text.trim().toUpperCase();
  if (region === '') return null;
  isOpen({ country, region, zone: 'UTC' }, someDay);
  return region;
}

/** An IANA name. */
export function readZone(text: string): string {
  const zone = text.trim();
  dateIn(zone, new Date(0));
  return zone;
}

/** `HH:MM`; `9:00` is `09:00`. */
export function readTime(text: string): string {
  const [, hours = '', minutes = ''] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hours !== '') return `${hours.padStart(2, '0')}:${minutes}`;
  throw new DomainError(
    'invalid',
    `${quoted(text)} is not a time of day. Write hours and minutes, for example 09:30.`,
  );
}

/** A whole number of things a day. */
export function readCap(text: string, most: number): number {
  const cap = /^\d{1,6}$/.test(text.trim()) ? Number(text) : undefined;
  if (cap !== undefined && cap <= most) return cap;
  throw new DomainError(
    'invalid',
    `${quoted(text)} is not a number from 0 to ${most}: write for example 15.`,
  );
}

/** The floor is one for all currencies, so it is read as hundredths: 25 or 25.00 is 2500 minor units. */
export function readFloor(text: string): bigint {
  const [, whole = '', fraction = ''] = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (whole !== '') return BigInt(whole + fraction.padEnd(2, '0'));
  throw new DomainError('invalid', `${quoted(text)} is not an amount: write for example 25 or 25.00.`);
}

/**
 * The sum from which two people release a hold is one for all currencies as well, in hundredths; it is big enough to be
 * written with thousands set off. @throws DomainError `invalid` for what is no amount, or names a currency
 */
export function readTwoPersonsFrom(text: string): bigint {
  try {
    if (!/[^\d.,'’\s]/u.test(text)) return readMoney(text, { currency: 'EUR' }).amount;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
  throw new DomainError(
    'invalid',
    `${quoted(text)} is not an amount: write for example 10,000 or 10000.00, without a currency; 0 for every hold.`,
  );
}

/** A channel as the platform writes it when somebody mentions it, or its bare id: names cannot be looked up. */
export function readChannel(platform: Workspace['platform'], text: string): string | null {
  const written = text.trim();
  if (written === '') return null;
  const id = /^<#(\w+)(?:\|[^>]*)?>$/.exec(written)?.[1] ?? written;
  if ((platform === 'slack' ? /^[CG][A-Z0-9]{2,}$/ : /^\d{15,21}$/).test(id)) return id;
  const example = platform === 'slack' ? 'C0123456789' : '1234567890123456789';
  throw new DomainError(
    'invalid',
    `${quoted(text)} cannot be looked up by name: open the channel's details and copy its id, such as ${example}.`,
  );
}
