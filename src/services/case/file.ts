import type { OpenCallRow } from '../../../db/queries/case/facts-pending.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { CaseFacts } from '../../core/dunning/facts.ts';
import type { Ladder } from '../../core/dunning/ladder.ts';
import { pressedAmounts } from '../../core/dunning/pressure.ts';
import { DomainError } from '../../core/error.ts';
import type { Scope } from '../scope.ts';
import { type CaseRow, type FactRows, factsOf, loadFactRows } from './facts.ts';
import { ladders } from '../ladder/stored.ts';

/** What a decision needs, and what carrying it out needs besides. */
export interface CaseFile {
  readonly facts: CaseFacts;
  readonly ladder: Ladder;
  readonly customerId: number;
  readonly customerName: string;
  readonly customerNumber: string;
  readonly legalAddress: string | undefined;
  readonly ownerId: number | undefined;
  /** Whether anything was ever sent or done for it. */
  readonly started: boolean;
  readonly openCall: OpenCallRow | undefined;
}

/** The files of these cases, in a fixed number of statements however many they are. */
export async function loadCaseFiles(scope: Scope, caseIds: readonly number[]): Promise<readonly CaseFile[]> {
  if (caseIds.length === 0) return [];
  const rows = await loadFactRows(scope.tx, caseIds);
  const ladderOf = await ladders(
    scope,
    rows.cases.map((row) => Number(row.ladder_id)),
  );
  return rows.cases.map((row) => fileOf(scope, row, rows, ladderOf(Number(row.ladder_id))));
}

/** @throws DomainError `not_found` for a case that this workspace does not have. */
export async function loadCaseFile(scope: Scope, caseId: number): Promise<CaseFile> {
  const [file] = await loadCaseFiles(scope, [caseId]);
  if (file === undefined) throw new DomainError('not_found', `There is no case ${caseId} here.`);
  return file;
}

/** What is open of these invoices of a case, in minor units. */
export function openSumOf({ facts }: CaseFile, invoiceIds: readonly number[]): bigint {
  return facts.invoices.reduce(
    (sum, invoice) => (invoiceIds.includes(invoice.id) ? sum + invoice.open : sum),
    0n,
  );
}

/** What is demanded now of these invoices of a case, in minor units: what is open, less what rests. */
export function pressedSumOf({ facts }: CaseFile, invoiceIds: readonly number[], now: Date): bigint {
  const pressed = pressedAmounts(facts, dateIn(facts.calendar.zone, now));
  return facts.invoices.reduce(
    (sum, { id }, index) => (invoiceIds.includes(id) ? sum + (pressed[index] ?? 0n) : sum),
    0n,
  );
}

/** The earliest effective due date of what a case has open. */
export function oldestDueOf({ invoices }: CaseFacts): BusinessDate | undefined {
  return invoices.map((invoice) => invoice.effectiveDueOn).sort()[0];
}

function fileOf(scope: Scope, row: CaseRow, rows: FactRows, ladder: Ladder): CaseFile {
  return {
    facts: factsOf(scope, row, rows, ladder),
    ladder,
    customerId: Number(row.customer_id),
    customerName: row.customer_name,
    customerNumber: row.customer_number,
    legalAddress: row.legal_address ?? undefined,
    ownerId: row.owner_id === null ? undefined : Number(row.owner_id),
    started: row.started,
    openCall: rows.openCalls.get(row.id),
  };
}
