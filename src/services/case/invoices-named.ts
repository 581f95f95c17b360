import type { InvoiceFacts } from '../../core/dunning/facts.ts';
import { DomainError } from '../../core/error.ts';
import type { CaseFile } from './file.ts';

/** Numbers that an answer lists. */
const mostListed = 8;

/** "R-1, R-2 and 3 more". */
export function openNumbers({ facts }: CaseFile): string {
  const open = facts.invoices.map(({ number }) => number);
  const more = open.length - mostListed;
  return `${open.slice(0, mostListed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/**
 * The open invoices of these numbers, in whatever case they are typed.
 * @throws DomainError `invalid` for one that is not open here
 */
export function invoicesNamed(file: CaseFile, numbers: readonly string[]): readonly InvoiceFacts[] {
  return numbers.map((named) => {
    const found = file.facts.invoices.find(({ number }) => number.toLowerCase() === named.toLowerCase());
    if (found !== undefined) return found;
    throw new DomainError(
      'invalid',
      `Invoice ${named} is not open here, so it may be paid: open are ${openNumbers(file)}.`,
    );
  });
}
