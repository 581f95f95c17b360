import { invoicesNamedIn, type NamedInvoiceRow } from '../../../db/queries/invoice/named.ts';
import type { Scope } from '../scope.ts';

/** An invoice that somebody named. */
export interface NamedInvoice {
  readonly id: number;
  readonly number: string;
  readonly customerId: number;
  readonly customerName: string;
  readonly caseId: number | undefined;
}

/**
 * The invoices that a file's name or a typed number means, however it writes their signs: `Rechnung R-1 (Kopie).pdf`
 * is R-1. A number that is part of a longer one is not meant. Several when two customers have the same number.
 */
export async function invoicesMeant(scope: Scope, text: string): Promise<readonly NamedInvoice[]> {
  const said = plain(text.replace(/\.pdf$/i, ''));
  const found = (await invoicesNamedIn(scope.tx, said)).filter((row) => isMeant(row, said));
  const longest = found[0]?.plain.length ?? 0;
  return found.filter((row) => row.plain.length === longest).map(asNamed);
}

/** Numbers of one or two characters are found by their own name only: they stand in many words. */
function isMeant({ plain: number }: NamedInvoiceRow, said: string): boolean {
  if (number === said) return true;
  const at = said.indexOf(number);
  const isCut = (inside: string | undefined, beside: string | undefined): boolean =>
    /\d/.test(inside ?? '') && /\d/.test(beside ?? '');
  return (
    number.length > 2 &&
    /\d/.test(number) &&
    !isCut(number[0], said[at - 1]) &&
    !isCut(number.at(-1), said[at + number.length])
  );
}

/** As the database strips numbers: lower case, letters and digits only. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function asNamed(row: NamedInvoiceRow): NamedInvoice {
  return {
    id: Number(row.id),
    number: row.number,
    customerId: Number(row.customer_id),
    customerName: row.customer_name,
    caseId: row.case_id === null ? undefined : Number(row.case_id),
  };
}
