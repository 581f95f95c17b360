import { createHash } from 'node:crypto';
import { bytesOfPapers } from '../../../db/queries/document/find.ts';
import type { BundleFile } from '../../letters/bundle/sheet.ts';
import { safeFileName } from '../../letters/file-name.ts';
import type { Letter } from '../../letters/letter.ts';
import { letterPdf } from '../../letters/pdf.ts';
import { composeLetter } from '../letter/compose.ts';
import type { Scope } from '../scope.ts';
import type { CustomerRecords } from './records.ts';

/** A letter to be printed once nothing is held any more: printing takes its time. */
export interface LetterToPrint {
  readonly letter: Letter;
  readonly name: string;
  readonly what: string;
}

/** Letters that went, or may have gone; what was held back or could not go is in the table only. */
export function lettersToPrint(scope: Scope, { letters }: CustomerRecords): readonly LetterToPrint[] {
  return letters
    .filter(({ letter }) => ['queued', 'sent', 'refused', 'unknown'].includes(letter.status))
    .map(({ letter, onDay }, index) => ({
      letter: composeLetter(scope.workspace, letter),
      name: safeFileName(`${String(index + 1).padStart(2, '0')} ${letter.kind} ${onDay}`, 'pdf'),
      what: `${letter.kind} of ${onDay}: ${letter.status}`,
    }));
}

/** One after the other, as they print on the same press. */
export async function printLetters(letters: readonly LetterToPrint[]): Promise<readonly BundleFile[]> {
  const files: BundleFile[] = [];
  for (const { letter, name, what } of letters) {
    const bytes = await letterPdf(letter);
    files.push({
      path: `letters/${name}`,
      what,
      bytes,
      hash: createHash('sha256').update(bytes).digest('hex'),
    });
  }
  return files;
}

/** Invoice copies and proofs of delivery, as they were given to us. */
export async function keptPapers({ tx }: Scope, records: CustomerRecords): Promise<readonly BundleFile[]> {
  const bytes = await bytesOfPapers(
    tx,
    records.papers.map(({ id }) => id),
  );
  const numberOf = new Map(records.invoices.map(({ id, number }) => [id, number]));
  return records.papers.map((paper) => {
    const number = paper.invoiceId === null ? undefined : numberOf.get(paper.invoiceId);
    const [folder, what] =
      paper.kind === 'invoice copy'
        ? ['invoices', `copy of invoice ${number ?? ''}`]
        : ['proofs', `proof of delivery: ${paper.fileName}`];
    // The id keeps two copies of one invoice, or of two that are spelt alike, apart.
    const name = safeFileName(`${number ?? 'proof'} ${paper.id}`, 'pdf');
    return {
      path: `${folder}/${name}`,
      what,
      bytes: bytes.get(paper.id) ?? new Uint8Array(),
      hash: paper.hash,
    };
  });
}
