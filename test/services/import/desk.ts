import { sql } from 'drizzle-orm';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { answerImport } from '../../../src/services/import/answer.ts';
import { confirmImport } from '../../../src/services/import/confirm.ts';
import type { ControlTotal } from '../../../src/services/import/control-total.ts';
import type { TypedAnswers } from '../../../src/services/import/read-answers.ts';
import { receiveFile } from '../../../src/services/import/receive.ts';
import { importRow } from '../../../src/services/import/row.ts';
import { resumeImports } from '../../../src/services/import/run.ts';
import type { Office } from '../../../src/services/ports.ts';
import { within } from '../../../src/services/scope.ts';
import type { openTeam } from '../../support/office.ts';
import { csvBytes } from '../../support/samples/csv.ts';

type Team = Awaited<ReturnType<typeof openTeam>>;

/** One row of the files these tests write. */
export interface Row {
  readonly invoice: string;
  readonly open: string;
  readonly customer?: string;
  readonly name?: string;
  readonly issued?: string;
  readonly due?: string;
  readonly total?: string;
  readonly currency?: string;
  readonly dunned?: string;
  readonly email?: string;
}

/** An export with the document's sum beside what is open of it. */
export function exportOf(...rows: readonly Row[]): Uint8Array {
  const header =
    'Invoice number,Customer number,Customer name,Invoice date,Due date,Amount,Open amount,Currency,Dunned up to,Contact email';
  const lines = rows.map((row) => [
    row.invoice,
    row.customer ?? 'C-1',
    row.name ?? 'Acme',
    row.issued ?? '2026-10-01',
    row.due ?? '2026-11-02',
    row.total ?? row.open,
    row.open,
    row.currency ?? 'EUR',
    row.dunned ?? '',
    row.email ?? '',
  ]);
  return csvBytes([header.split(','), ...lines]);
}

/** An export that says only what is open. */
export function openExportOf(...rows: readonly Row[]): Uint8Array {
  const header = 'Invoice number,Customer number,Customer name,Invoice date,Due date,Amount,Currency';
  const lines = rows.map(({ invoice, customer = 'C-1', name = 'Acme', open, ...row }) => {
    const { issued = '2026-10-01', due = '2026-11-02', currency = 'EUR' } = row;
    return [invoice, customer, name, issued, due, open, currency];
  });
  return csvBytes([header.split(','), ...lines]);
}

/** Receives, answers and confirms, as finance does in chat. Returns the import's id. */
export async function order(
  office: Office,
  team: Team,
  bytes: Uint8Array,
  answers: Partial<TypedAnswers> = {},
): Promise<number> {
  const { Fiona } = team.people;
  const importId = await receiveFile(office, Fiona, { name: 'items.csv', bytes });
  const faults = await answerImport(office, Fiona, importId, { asOf: '2026-11-20', ...answers });
  if (faults !== undefined) throw new Error(JSON.stringify(faults));
  await confirmImport(office, Fiona, importId);
  return importId;
}

/** The whole way to the control total. */
export async function importNow(
  office: Office,
  team: Team,
  bytes: Uint8Array,
  answers: Partial<TypedAnswers> = {},
): Promise<ControlTotal & { readonly importId: number }> {
  const importId = await order(office, team, bytes, answers);
  await resumeImports(office, team.workspaceId);
  const { findings, status } = await stateOf(office, team, importId);
  if (findings.total === undefined) throw new Error(`${status}: ${findings.failure}`);
  return { importId, ...findings.total };
}

export function stateOf(office: Office, team: Team, importId: number) {
  return within(office, team.workspaceId, (scope) => importRow(scope, importId));
}

/** What the ledger says of each invoice: `R-1: 60.00 of 100.00`, in the order of numbers. */
export async function openItems(office: Office, { workspaceId }: Team): Promise<readonly string[]> {
  return within(office, workspaceId, async ({ tx }) => {
    const rows = await tx.execute<{ line: string }>(sql`
      select i.number || ': ' || round(b.open / 100.0, 2) || ' of ' || round(b.total / 100.0, 2) as line
      from invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id order by i.number`);
    return rows.map(({ line }) => line);
  });
}

/** All postings in order: `receivable sales 100.00 2026-10-01 import:C-1:R-1:issued`. */
export async function journal(office: Office, { workspaceId }: Team): Promise<readonly string[]> {
  return within(office, workspaceId, async ({ tx }) => {
    const rows = await tx.execute<{ line: string }>(sql`
      select debit || ' ' || credit || ' ' || round(amount / 100.0, 2) || ' ' || booked_on || ' ' || key as line from posting order by id`);
    return rows.map(({ line }) => line);
  });
}

/** How many rows a table has of the workspace. */
export async function rowsIn(office: Office, { workspaceId }: Team, table: string): Promise<number> {
  return within(office, workspaceId, async ({ tx }) => {
    const [row] = await tx.execute<{ count: number }>(
      sql`select count(*)::int as count from ${sql.identifier(table)}`,
    );
    return row?.count ?? -1;
  });
}

export const day = businessDate;
