import { lastLetter } from '../../../db/queries/letter/find.ts';
import { DomainError } from '../../core/error.ts';
import { letterPdf } from '../../letters/pdf.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { composeLetter } from './compose.ts';
import { type EnclosedCopy, enclosedCopies } from './enclosed.ts';

export interface PrintedLetter {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly comment: string;
  /** Invoice copies to be posted with it; a mail carries its own. */
  readonly copies: readonly EnclosedCopy[];
}

/**
 * The last letter of a case as a PDF, whether it was sent or withheld.
 * @throws DomainError `not_found` when the case has had none.
 */
export async function printLastLetter(
  office: Office,
  workspaceId: number,
  caseId: number,
): Promise<PrintedLetter> {
  const { text, status, copies } = await within(office, workspaceId, async (scope) => {
    const row = await lastLetter(scope.tx, caseId);
    if (row === undefined) throw new DomainError('not_found', 'This case has had no letter yet.');
    const copies = row.kind === 'formal claim' ? await enclosedCopies(scope, row) : [];
    return { text: composeLetter(scope.workspace, row), status: row.status, copies };
  });
  return {
    name: text.fileName,
    bytes: await letterPdf(text),
    comment: `${text.subject} (${status})`,
    copies,
  };
}
