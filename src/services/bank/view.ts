import { findBankLine, linesOfFile, waitingLines } from '../../../db/queries/bank/lines.ts';
import type { BankFileRow } from '../../../db/queries/bank/files.ts';
import { findCustomer } from '../../../db/queries/customer/file.ts';
import type { BankLineRow } from '../../../db/schema/index.ts';
import { formatSums, type Sums, sumsOf } from '../import/sums.ts';
import { roster } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { bankFileRow } from './file.ts';
import type { BankFindings } from './findings.ts';
import type { ProposalKept } from './proposal.ts';

export type { BankFindings } from './findings.ts';
export type { ProposalKept } from './proposal.ts';
export { formatSums } from '../import/sums.ts';

export interface BankFileView {
  readonly row: BankFileRow;
  readonly findings: BankFindings;
  readonly decidedBy: string | undefined;
  readonly covers: string | null;
  /** By what became of them until now; empty before it is booked. */
  readonly lines: Readonly<Partial<Record<BankLineRow['status'], Sums>>>;
}

export async function bankFileView(scope: Scope, fileId: number): Promise<BankFileView | undefined> {
  const row = await bankFileRow(scope, fileId);
  if (row === undefined) return undefined;
  const lines = await linesOfFile(scope.tx, fileId);
  const statuses = [...new Set(lines.map(({ status }) => status))];
  return {
    row,
    findings: row.findings as unknown as BankFindings,
    decidedBy: row.decidedBy === null ? undefined : (await roster(scope)).get(row.decidedBy)?.name,
    covers: scope.workspace.ledgerCovers,
    lines: Object.fromEntries(
      statuses.map((status) => [status, sumsOf(lines.filter((one) => one.status === status))]),
    ),
  };
}

export interface BankLineView {
  readonly row: BankLineRow;
  readonly proposals: readonly ProposalKept[];
  /** Whose it is, once that is decided. */
  readonly customer: string | undefined;
  readonly decidedBy: string | undefined;
}

export async function bankLineView(scope: Scope, lineId: number): Promise<BankLineView | undefined> {
  const row = await findBankLine(scope.tx, lineId);
  if (row === undefined) return undefined;
  return {
    row,
    proposals: row.proposals as unknown as readonly ProposalKept[],
    customer: row.customerId === null ? undefined : (await findCustomer(scope.tx, row.customerId))?.name,
    decidedBy: row.decidedBy === null ? undefined : (await roster(scope)).get(row.decidedBy)?.name,
  };
}

/** The lines that wait with finance, the oldest first. */
export async function bankLinesWaiting(office: Office, actor: Actor): Promise<readonly BankLineRow[]> {
  return within(office, actor.workspaceId, ({ tx }) => waitingLines(tx, 200));
}

export const sumOfLines = (lines: readonly BankLineRow[]): string => formatSums(sumsOf(lines));
