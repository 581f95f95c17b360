import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { takeImportTurn } from '../../../db/queries/import/turn.ts';
import { ledgerCovers } from '../../../db/queries/workspace/ledger-covers.ts';
import { firstRunningImport } from '../../../db/queries/import/files.ts';
import { DomainError } from '../../core/error.ts';
import type { OpenItems } from '../../import/read-open-items.ts';
import { openCases } from '../case/open.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { announce } from './announce.ts';
import { bookCredits } from './book-credits.ts';
import { bookInvoices, type Register } from './book.ts';
import { compare, type Comparison, readImport } from './comparison.ts';
import { controlTotalOf } from './control-total.ts';
import { coverDay } from './cover-day.ts';
import { writeCustomers } from './customers.ts';
import { writeDunned } from './dunned.ts';
import { recordRedated, writeInvoices } from './invoices.ts';
import { rememberLayout } from './layout.ts';
import { giveOwners } from './owners.ts';
import { refuseOlder } from './read-answers.ts';
import { answersOf, changeImport, holdImport, importBytes, importRow, type ImportRow } from './row.ts';
import { runSide } from './side/run.ts';
import { showStage, type Stage } from './stages.ts';

/**
 * Carries out the confirmed imports of a workspace, one after the other; those that a killed process left behind,
 * too, as they stay confirmed until they are done.
 */
export async function resumeImports(office: Office, workspaceId: number): Promise<void> {
  for (;;) {
    const importId = await within(office, workspaceId, ({ tx }) => firstRunningImport(tx));
    if (importId === undefined || !(await runImport(office, workspaceId, importId))) return;
  }
}

/**
 * Carries out a confirmed import: all of it in one transaction, or nothing. Safe to run twice, and at once: the second
 * finds it taken or done. A failure is written on the card.
 * @returns whether this call brought it to an end, good or bad.
 */
export async function runImport(office: Office, workspaceId: number, importId: number): Promise<boolean> {
  const row = await within(office, workspaceId, (scope) => importRow(scope, importId));
  if (row.status !== 'running') return false;
  try {
    return await carryOut(office, workspaceId, row);
  } catch (error) {
    await fail(office, workspaceId, row, error);
    return true;
  }
}

type Progress = (stage: Stage) => Promise<void>;

async function carryOut(office: Office, workspaceId: number, row: ImportRow): Promise<boolean> {
  const progress: Progress = (stage) => showStage(office, workspaceId, row.id, stage);
  return within(office, workspaceId, async (scope) => {
    if (!(await takeImportTurn(scope.tx))) return false;
    if ((await importRow(scope, row.id)).status !== 'running') return false;
    await progress('reading the file');
    if (row.kind !== 'open items') {
      await lockAllCases(scope.tx);
      await runSide(scope, row);
      return true;
    }
    const file = await readImport(row, await importBytes(scope, row.id));
    await book(scope, row, file, progress);
    return true;
  });
}

async function book(scope: Scope, row: ImportRow, file: OpenItems, progress: Progress): Promise<void> {
  await lockAllCases(scope.tx);
  refuseOlder(await ledgerCovers(scope.tx), file.asOf);
  const comparison = await compare(scope, row, file);
  await progress('writing customers');
  const places = await writeCustomers(scope, file.customers, answersOf(row));
  await progress('writing invoices');
  const invoiceIds = await writeInvoices(scope, comparison.invoices, places);
  const register: Register = { places, invoiceIds, asOf: file.asOf };
  await progress('booking in the ledger');
  await bookInvoices(scope, comparison.invoices, register);
  await bookCredits(scope, comparison.credits, register);
  await progress('opening cases');
  await openCases(
    scope,
    [...places.values()].map(({ id }) => id),
  );
  await writeDunned(scope, comparison.invoices.fresh, register);
  await giveOwners(scope, file.customers, row.decidedBy ?? row.givenBy ?? 0);
  await finish(scope, row, file, comparison);
}

/** Locks that everybody shares come last, and in the order in which the engine takes them: outbox, audit, workspace. */
async function finish(scope: Scope, row: ImportRow, file: OpenItems, comparison: Comparison): Promise<void> {
  const total = await controlTotalOf(scope, file, comparison);
  await changeImport(scope, row.id, {
    status: 'done',
    progressPercent: 100,
    findings: { recognised: row.findings.recognised, total },
    doneAt: scope.now,
  });
  await rememberLayout(scope, row);
  await refreshCards(scope, 'import', [String(row.id)]);
  await announce(scope, row, file.asOf, total);
  await recordRedated(scope, comparison.invoices.redated, row.decidedBy ?? undefined);
  await coverDay(scope, file.asOf);
}

/** The reason of an expected failure; of a fault only the id under which it is logged. */
async function fail(office: Office, workspaceId: number, row: ImportRow, error: unknown): Promise<void> {
  const errorId = office.token().slice(0, 8);
  if (!(error instanceof DomainError))
    office.log.error({ err: error, errorId, importId: row.id }, 'an import failed');
  const failure =
    error instanceof DomainError
      ? error.message
      : `Something went wrong on our side (error id ${errorId}); nothing was imported.`;
  await within(office, workspaceId, async (scope) => {
    if ((await holdImport(scope, row.id)).status !== 'running') return;
    const { recognised, layout, preview, side } = row.findings;
    await changeImport(scope, row.id, {
      status: 'failed',
      findings: {
        recognised,
        ...(layout && { layout }),
        ...(preview && { preview }),
        ...(side && { side }),
        failure,
      },
    });
    await refreshCards(scope, 'import', [String(row.id)]);
  });
}
