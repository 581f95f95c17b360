import { badRowsCsv } from '../../import/bad-rows.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { readImport } from './comparison.ts';
import type { GivenFile } from './receive.ts';
import { importBytes, importRow } from './row.ts';
import { sideBadRows } from './side/preview.ts';
import { stewardOf } from './steward.ts';

/**
 * The rows of an import that could not be read, as a CSV file to be mended and given again.
 * @throws DomainError `conflict` before the import was set up.
 */
export async function badRowsOf(office: Office, actor: Actor, importId: number): Promise<GivenFile> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'see the rows of an import');
    const row = await importRow(scope, importId);
    const name = `${row.fileName.replace(/\.[^.]{1,5}$/, '')} bad rows.csv`;
    if (row.kind !== 'open items') return { name, bytes: await sideBadRows(scope, row) };
    return { name, bytes: badRowsCsv(await readImport(row, await importBytes(scope, importId))) };
  });
}
