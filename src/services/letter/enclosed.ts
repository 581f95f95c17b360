import { bytesOfPapers } from '../../../db/queries/document/find.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { safeFileName } from '../../letters/file-name.ts';
import type { Scope } from '../scope.ts';
import type { FrozenLetter } from './frozen.ts';

export interface EnclosedCopy {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The invoice copies that go with a letter, each named after its invoice. */
export async function enclosedCopies(
  { tx }: Scope,
  row: Pick<LetterRow, 'facts'>,
): Promise<readonly EnclosedCopy[]> {
  const { enclosed = [] } = row.facts as unknown as FrozenLetter;
  const bytes = await bytesOfPapers(
    tx,
    enclosed.map(({ document }) => document),
  );
  return enclosed.flatMap(({ number, document }) => {
    const found = bytes.get(document);
    return found === undefined ? [] : [{ name: safeFileName(`invoice ${number}`, 'pdf'), bytes: found }];
  });
}
