import { createHash } from 'node:crypto';
import { insertImportFile, undecidedImport } from '../../../db/queries/import/files.ts';
import { openTable } from '../../import/open-table.ts';
import { recognise } from '../../import/recognise.ts';
import { record } from '../audit/record.ts';
import { showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { rememberedLayout } from './layout.ts';
import { type ImportFindings, importRow, storable } from './row.ts';
import { previewSide } from './side/preview.ts';
import { stewardOf } from './steward.ts';

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Takes a file of open items in and shows its giver, in their direct messages, what was recognised. Nothing of it
 * counts before it is confirmed. The same bytes again, while they wait for their giver, are the same import.
 * @returns the import's id.
 * @throws DomainError `invalid` for what holds no rows; `forbidden` for whoever does not look after the ledger.
 */
export async function receiveFile(office: Office, actor: Actor, file: GivenFile): Promise<number> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'import open items');
    const name = plainName(file.name);
    const known = await lookAt(scope, file.bytes, name);
    const hash = createHash('sha256').update(file.bytes).digest('hex');
    const importId =
      (await undecidedImport(scope.tx, actor.memberId, hash)) ??
      (await keep(scope, actor, { name, bytes: file.bytes, hash, ...known }));
    await showCard(scope, 'import', String(importId), {
      stream: directStream(actor.memberId),
      asked: true,
    });
    return importId;
  });
}

type Known = Pick<ImportFindings, 'recognised' | 'layout'>;

/** What a file is, by its columns; one with the header of an earlier file is read as that one was. */
async function lookAt(scope: Scope, bytes: Uint8Array, name: string): Promise<Known> {
  const table = await openTable(bytes, name);
  const layout = await rememberedLayout(
    scope,
    table.columns.map(({ header }) => header),
  );
  return { recognised: recognise(table, name, layout?.choice), ...(layout && { layout }) };
}

async function keep(
  scope: Scope,
  actor: Actor,
  { recognised, layout, ...file }: GivenFile & Known & { readonly hash: string },
): Promise<number> {
  const importId = await insertImportFile(scope.tx, {
    kind: recognised.kind,
    fileName: file.name,
    bytes: file.bytes,
    hash: file.hash,
    status: 'received',
    givenBy: actor.memberId,
    result: storable({ recognised, ...(layout && { layout }) }),
    createdAt: scope.now,
  });
  const details = { import: importId, file: file.name, rows: recognised.rowCount };
  await record(scope, [{ what: 'file received', memberId: actor.memberId, details }]);
  await previewSide(scope, await importRow(scope, importId));
  return importId;
}

/** A name that can be stored and shown on one line. */
function plainName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .trim()
    .slice(0, 120)
    .toWellFormed();
  return plain === '' ? 'the file' : plain;
}
