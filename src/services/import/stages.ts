import { refreshCards } from '../outbox/card.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';
import { changeImport } from './row.ts';

/** How far an import is, by what it is doing; the words stand on its card. */
const stages = [
  { percent: 5, words: 'reading the file' },
  { percent: 25, words: 'writing customers' },
  { percent: 40, words: 'writing invoices' },
  { percent: 60, words: 'booking in the ledger' },
  { percent: 85, words: 'opening cases' },
] as const;

export type Stage = (typeof stages)[number]['words'];

/** What an import is doing at this percentage. */
export function stageAt(percent: number): Stage {
  return stages.findLast((stage) => stage.percent <= percent)?.words ?? stages[0].words;
}

/**
 * Moves the progress on the import's card. In a transaction of its own, beside the import's, so that it can be seen
 * before the import is done; it therefore needs a second connection.
 */
export async function showStage(
  office: Office,
  workspaceId: number,
  importId: number,
  stage: Stage,
): Promise<void> {
  const progressPercent = stages.find(({ words }) => words === stage)?.percent ?? 0;
  await within(office, workspaceId, async (scope) => {
    await changeImport(scope, importId, { progressPercent });
    await refreshCards(scope, 'import', [String(importId)]);
  });
}
