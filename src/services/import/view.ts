import { countUnownedDebtors } from '../../../db/queries/import/control-total.ts';
import { finishedTwin } from '../../../db/queries/import/files.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { isOvertaken } from './overtaken.ts';
import { isLongAgo, mayMoveClock } from './confirm.ts';
import { findImport, type ImportRow } from './row.ts';

/** An import as its card shows it: what is kept of it, and what the rest of the workspace says about it now. */
export interface ImportView {
  readonly row: ImportRow;
  readonly today: BusinessDate;
  /** Names, where known. */
  readonly decidedBy: string | undefined;
  readonly settledBy: string | undefined;
  /** Who imported the last file with the same header. */
  readonly layoutBy: string | undefined;
  /** Confirming moves the business clock to the morning of this day first. */
  readonly movesClockTo: BusinessDate | undefined;
  /** The same bytes were imported before, as of this day. */
  readonly importedAsOf: string | undefined;
  /** A newer import was finished since: what this one proposes is history. */
  readonly overtaken: boolean;
  /** Customers with something open whom nobody owns. */
  readonly unowned: number;
}

export async function importView(scope: Scope, importId: number): Promise<ImportView | undefined> {
  const row = await findImport(scope, importId);
  if (row === undefined) return undefined;
  const people = await roster(scope);
  const nameOf = (id: number | null | undefined): string | undefined =>
    id === null || id === undefined ? undefined : people.get(id)?.name;
  return {
    row,
    today: scope.today,
    decidedBy: nameOf(row.decidedBy),
    settledBy: nameOf(row.findings.total?.vanished.settled?.by),
    layoutBy: nameOf(row.findings.layout?.memberId),
    movesClockTo: await clockTarget(scope, row),
    importedAsOf: (await finishedTwin(scope.tx, row))?.asOf ?? undefined,
    overtaken: await isOvertaken(scope, row),
    unowned: await countUnownedDebtors(scope.tx),
  };
}

async function clockTarget(scope: Scope, { answers, status }: ImportRow): Promise<BusinessDate | undefined> {
  if (status !== 'received' || !answers?.movesClock || !isLongAgo(scope, answers.asOf)) return undefined;
  return (await mayMoveClock(scope)) ? answers.asOf : undefined;
}
