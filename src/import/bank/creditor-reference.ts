/**
 * What a creditor reference refers to: of a reference of ISO 11649 (`RF18 5390 0754`) the part behind its check
 * digits, which is the number that the creditor gave; any other as it stands.
 */
export function referenceIn(reference: string): string {
  const plain = reference.replace(/\s/g, '').toUpperCase();
  return isCreditorReference(plain) ? plain.slice(4) : reference;
}

/** ISO 11649: RF, two check digits, up to 21 letters and digits; modulo 97 after the first four went to the end. */
function isCreditorReference(plain: string): boolean {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(plain)) return false;
  const digits = (plain.slice(4) + plain.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}
