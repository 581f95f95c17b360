import { importTurnIsFree } from '../../../db/queries/import/turn.ts';
import { answerImport } from '../../../src/services/import/answer.ts';
import { confirmImport } from '../../../src/services/import/confirm.ts';
import { receiveFile } from '../../../src/services/import/receive.ts';
import { importRow } from '../../../src/services/import/row.ts';
import { resumeImports } from '../../../src/services/import/run.ts';
import { within } from '../../../src/services/scope.ts';
import { exportOf } from '../ledger/export.ts';
import type { Invoice } from '../ledger/history.ts';
import type { Desk } from './desk.ts';

/** Finance, who imports the books' export of the night through the services that the chat's buttons use. */
export interface Finance {
  /** Imports what happened through a day; the same day twice is nothing. */
  readonly importThrough: (day: string) => Promise<void>;
}

export async function hireFinance(desk: Desk, history: readonly Invoice[]): Promise<Finance> {
  const { office } = desk.dunwell;
  const fiona = await desk.actor('Fiona');
  let covered: string | undefined;
  return {
    importThrough: async (through) => {
      const period = covered === undefined ? { through } : { after: covered, through };
      const bytes = exportOf(history, period);
      if (bytes.toString().trim().split('\n').length < 2) return;
      const id = await receiveFile(office, fiona, { name: `export-${through}.csv`, bytes });
      const faults = await answerImport(office, fiona, id, {
        asOf: through,
        dateOrder: 'MDY',
        clock: 'keep',
      });
      if (faults !== undefined) throw new Error(`${through}: ${JSON.stringify(faults)}`);
      await confirmImport(office, fiona, id);
      await carryThrough(desk, id);
      covered = through;
      await desk.settle();
    },
  };
}

/** A worker may be at it already: then its transaction is waited for, and what it left is done here. */
async function carryThrough({ dunwell: { office, workspaceId } }: Desk, importId: number): Promise<void> {
  for (;;) {
    await resumeImports(office, workspaceId);
    const row = await within(office, workspaceId, (scope) => importRow(scope, importId));
    if (row.findings.total !== undefined) return;
    if (row.status !== 'running') throw new Error(`${row.fileName}: ${row.findings.failure ?? row.status}`);
    await within(office, workspaceId, ({ tx }) => importTurnIsFree(tx));
  }
}
