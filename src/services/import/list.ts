import { desc } from 'drizzle-orm';
import { importFile } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { stewardOf } from './steward.ts';
import { ledgerIsStale } from './tell-stale.ts';

/** The latest imports of a workspace, and how far its ledger reaches. */
export interface ImportList {
  readonly imports: readonly ListedImport[];
  readonly covers: string | null;
  readonly stale: boolean;
  readonly today: BusinessDate;
}

export interface ListedImport {
  readonly id: number;
  readonly fileName: string;
  readonly status: (typeof importFile.$inferSelect)['status'];
  readonly asOf: string | null;
}

const listed = 5;

export async function latestImports(office: Office, actor: Actor): Promise<ImportList> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'see imports');
    const imports = await scope.tx
      .select({
        id: importFile.id,
        fileName: importFile.fileName,
        status: importFile.status,
        asOf: importFile.asOf,
      })
      .from(importFile)
      .orderBy(desc(importFile.id))
      .limit(listed);
    return {
      imports,
      covers: scope.workspace.ledgerCovers,
      stale: ledgerIsStale(scope),
      today: scope.today,
    };
  });
}
