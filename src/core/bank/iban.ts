import { DomainError } from '../error.ts';
import { quoted } from '../reading/quoted.ts';

/** Characters of an IBAN in the countries of the Single Euro Payments Area (the registry of ISO 13616). */
// prettier-ignore
const sepaLengths: Readonly<Record<string, number>> = {
  AD: 24, AL: 28, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18,
  FR: 27, GB: 22, GI: 23, GR: 27, HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21,
  MC: 27, MD: 24, ME: 22, MK: 19, MT: 31, NL: 18, NO: 15, PL: 28, PT: 25, RO: 24, RS: 22, SE: 24, SI: 19,
  SK: 24, SM: 27, VA: 22,
};

/**
 * Reads an IBAN as people write it, with spaces or without. Returns its electronic form.
 * @throws DomainError `invalid`, saying whether the length or the check digits are wrong.
 */
export function readIban(text: string): string {
  const iban = text.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban))
    throw new DomainError(
      'invalid',
      `${quoted(text)} is not an IBAN: it begins with two letters and two digits, such as DE89 3704 0044 0532 0130 00.`,
    );
  const country = iban.slice(0, 2);
  const length = sepaLengths[country] ?? iban.length;
  if (iban.length !== length)
    throw new DomainError(
      'invalid',
      `An IBAN of ${country} has ${length} characters, and ${quoted(text)} has ${iban.length}: look for a missing or doubled one.`,
    );
  if (remainder(iban) !== 1n)
    throw new DomainError(
      'invalid',
      `The check digits of ${quoted(text)} do not fit the rest: two digits may be swapped or one mistyped.`,
    );
  return iban;
}

/** Whether money can be sent to this account by SEPA credit transfer. */
export function isSepaIban(iban: string): boolean {
  return sepaLengths[iban.slice(0, 2)] !== undefined;
}

/** In groups of four, as it is printed: `DE89 3704 0044 0532 0130 00`. */
export function formatIban(iban: string): string {
  return iban.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/**
 * Reads a BIC (ISO 9362): eight or eleven characters, which name bank, country, place and branch.
 * @throws DomainError `invalid`.
 */
export function readBic(text: string): string {
  const bic = text.replaceAll(/\s/g, '').toUpperCase();
  if (/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) return bic;
  throw new DomainError(
    'invalid',
    `${quoted(text)} is not a BIC: it has eight or eleven letters and digits, such as COBADEFFXXX.`,
  );
}

/** ISO 7064 mod 97-10: the first four characters moved to the end, letters as numbers from 10. */
function remainder(iban: string): bigint {
  const moved = iban.slice(4) + iban.slice(0, 4);
  return BigInt(moved.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))) % 97n;
}
