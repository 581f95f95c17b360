import { badRowsCsv } from '../../../import/bad-rows.ts';
import { openTable } from '../../../import/open-table.ts';
import { refreshCards } from '../../outbox/card.ts';
import type { Scope } from '../../scope.ts';
import { firstBadRows } from '../preview.ts';
import { changeImport, type ImportRow, importBytes, readingOf, sheetOf } from '../row.ts';
import type { SidePlan } from './plan.ts';
import { planCustomers } from './plan-customers.ts';
import { planMoney } from './plan-money.ts';
import type { SideShown } from './shown.ts';

/** Works out what a side file would do, as it was answered. */
export async function planSide(scope: Scope, row: ImportRow): Promise<SidePlan> {
  const table = await openTable(await importBytes(scope, row.id), row.fileName, sheetOf(row));
  const { asOf: _, ...answers } = readingOf(row);
  switch (row.kind) {
    case 'customers':
      return planCustomers(scope, table, answers);
    case 'payments':
    case 'credit notes':
      return planMoney(scope, table, answers, row.kind);
    case 'open items':
      throw new Error('open items are no side file');
  }
}

export function shown({ lines, badRows, changes }: SidePlan): SideShown {
  return { lines, badRows: firstBadRows(badRows), changes };
}

/**
 * Shows what a side file would do, as soon as nothing is left to be asked: such files are of no day, so that most of
 * them need no answers.
 */
export async function previewSide(scope: Scope, row: ImportRow): Promise<void> {
  const { recognised, layout } = row.findings;
  const { country, zone } = scope.workspace;
  const answers = { country, zone, ...layout?.answers, ...row.answers, asOf: scope.today, movesClock: false };
  const isOpen = ({ answer }: (typeof recognised.missing)[number]): boolean => !(answer in answers);
  if (row.kind === 'open items' || recognised.missing.some(isOpen)) return;
  const plan = await planSide(scope, { ...row, answers });
  await changeImport(scope, row.id, {
    status: 'received',
    answers,
    findings: { recognised, ...(layout && { layout }), side: shown(plan) },
  });
  await refreshCards(scope, 'import', [String(row.id)]);
}

/** The bad rows of a side file in the shape of the file, to be mended and given again. */
export async function sideBadRows(scope: Scope, row: ImportRow): Promise<Uint8Array> {
  const { columns, delimiter } = await openTable(
    await importBytes(scope, row.id),
    row.fileName,
    sheetOf(row),
  );
  const { badRows } = await planSide(scope, row);
  return badRowsCsv({ columns, delimiter, badRows });
}
