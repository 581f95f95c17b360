import { createHash } from 'node:crypto';
import { DomainError } from '../../core/error.ts';
import { quoted } from '../../core/reading/quoted.ts';

/** A file as it was given to us. */
export interface GivenPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A paper that can be kept. */
export interface CheckedPaper {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly size: number;
  readonly hash: string;
}

/** More than a scanned invoice needs, and few enough that mail servers take it. */
const mostBytes = 10 * 1024 * 1024;

/** @throws DomainError `invalid` for what is no PDF file, is empty or is too big. */
export function checkPaper({ name, bytes }: GivenPaper): CheckedPaper {
  // Some programs write a few bytes before the mark, and every reader takes that.
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new DomainError('invalid', `${quoted(name)} is not a PDF file: save it as one and drop it again.`);
  if (bytes.length > mostBytes)
    throw new DomainError(
      'invalid',
      `${quoted(name)} has ${megabytes(bytes.length)} MB, and papers may have ${megabytes(mostBytes)}: scan it in black and white, or with fewer dots.`,
    );
  return {
    fileName: plainName(name),
    bytes,
    size: bytes.length,
    hash: createHash('sha256').update(bytes).digest('hex'),
  };
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace('.0', '');

function plainName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, ' ')
    .trim()
    .slice(0, 120)
    .toWellFormed();
  return plain === '' ? 'paper.pdf' : plain;
}
