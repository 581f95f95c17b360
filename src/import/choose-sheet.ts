import { DomainError } from '../core/error.ts';
import { quote } from './reading.ts';
import { type Header, findHeader } from './layout.ts';

/** A sheet as rows of cells, each as text. */
export interface Sheet {
  readonly name: string;
  readonly records: readonly string[][];
}

/**
 * The sheet to read: the one that is named, else the one whose header has most names that we know, and among equals
 * the one with most rows.
 * Throws `invalid` when no sheet has a header, or the named one does not exist or has none.
 */
export function chooseSheet(
  sheets: readonly Sheet[],
  fileName: string,
  named?: string,
): { readonly chosen: Sheet; readonly headerRow: number } {
  const eligible = named === undefined ? sheets : sheets.filter(({ name }) => name === named);
  const [best] = eligible
    .flatMap((sheet) => {
      const header = findHeader(sheet.records);
      return header === undefined ? [] : [{ sheet, header }];
    })
    .sort(byLikelihood);
  if (best === undefined) throw new DomainError('invalid', noLedger(fileName, eligible));
  return { chosen: best.sheet, headerRow: best.header.headerRow };
}

interface Candidate {
  readonly sheet: Sheet;
  readonly header: Header;
}

function byLikelihood(a: Candidate, b: Candidate): number {
  return b.header.score - a.header.score || b.sheet.records.length - a.sheet.records.length;
}

function noLedger(fileName: string, sheets: readonly Sheet[]): string {
  const names = sheets.map(({ name }) => quote(name)).join(', ');
  return `${fileName} has no header row that names at least two columns (looked at ${names || 'no sheet'}). Put names such as "Invoice number", "Customer", "Invoice date", "Due date", "Amount" above the rows and send it again.`;
}
