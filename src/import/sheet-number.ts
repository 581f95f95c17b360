/** Spreadsheets count in binary floating point and show fifteen significant digits: 2309.7899999999995 is 2309.79 there. */
const significantDigits = 15;

/**
 * The number of a workbook's cell, as the spreadsheet shows it: `digits` are what the file has (`0.28499999999999998`,
 * `1.5E-3`). Three decimals get a fourth, so that nobody takes the point for a thousands separator.
 */
export function sheetNumber(digits: string): string {
  if (/^-?\d{1,15}$/.test(digits)) return digits;
  const value = Number(digits);
  if (!Number.isFinite(value)) return digits;
  const plain = withoutExponent(value.toPrecision(significantDigits));
  const [whole = '', fraction = ''] = plain.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept === '') return whole === '-0' ? '0' : whole;
  return `${whole}.${kept.length === 3 ? `${kept}0` : kept}`;
}

function withoutExponent(text: string): string {
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = match;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}.${digits.slice(point) || '0'}`;
}
