import { type ImportFileRow, latestImportFiles } from '../../../db/queries/import/files.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { stewardOf } from './steward.ts';
import { ledgerIsStale } from './tell-stale.ts';

/** The latest imports of a workspace, and how far its ledger reaches. */
export interface ImportList {
  readonly imports: readonly ListedImport[];
  readonly covers: string | null;
  readonly stale: boolean;
  readonly today: BusinessDate;
}

export type ListedImport = Pick<ImportFileRow, 'id' | 'fileName' | 'status' | 'asOf'>;

const listed = 5;

export async function latestImports(office: Office, actor: Actor): Promise<ImportList> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'see imports');
    return latestImportsIn(scope);
  });
}

/** The same for whoever was let in already. */
export async function latestImportsIn(scope: Scope): Promise<ImportList> {
  return {
    imports: await latestImportFiles(scope.tx, listed),
    covers: scope.workspace.ledgerCovers,
    stale: ledgerIsStale(scope),
    today: scope.today,
  };
}
