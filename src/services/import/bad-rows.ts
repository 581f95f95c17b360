import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { badRowsFile } from './comparison.ts';
import type { GivenFile } from './receive.ts';
import { importBytes, importRow } from './row.ts';
import { stewardOf } from './steward.ts';

/**
 * The rows of an import that could not be read, as a CSV file to be mended and given again.
 * @throws DomainError `conflict` before the import was set up.
 */
export async function badRowsOf(office: Office, actor: Actor, importId: number): Promise<GivenFile> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'see the rows of an import');
    const row = await importRow(scope, importId);
    return badRowsFile(row, await importBytes(scope, importId));
  });
}
