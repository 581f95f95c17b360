/** How the keys of everything begin that imports book. */
export const importKeys = 'import:';

/**
 * The ledger's key of something an import books: which document, and what happened to it. The n-th time it happens
 * (an amount booked anew, a second part-payment) is another event: `issued`, then `issued#2`.
 */
export function importKey(
  { customerNumber, number }: { readonly customerNumber: string; readonly number: string },
  event: 'issued' | 'paid' | 'credited',
  nth: number,
): string {
  const time = nth === 1 ? '' : `#${nth}`;
  return `${importKeys}${plain(customerNumber)}:${plain(number)}:${event}${time}`;
}

/** Without colons: customer `a:b` with invoice `c` is not customer `a` with invoice `b:c`. */
function plain(text: string): string {
  return text.replace(/%/g, '%25').replace(/:/g, '%3A');
}
