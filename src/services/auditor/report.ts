import { findingsOfRun, lastRun, openFindings } from '../../../db/queries/auditor/findings.ts';
import { customersOfCases } from '../../../db/queries/customer/names.ts';
import type { AuditorRunRow, FindingRow } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';

export type { AuditorRunRow, FindingRow } from '../../../db/schema/index.ts';

/** A finding with the name of its customer. */
export type ToldFinding = FindingRow & { readonly customer: string | undefined };

export interface AuditorReport {
  readonly run: AuditorRunRow | undefined;
  readonly findings: readonly ToldFinding[];
}

/** The last run, and all that is wrong after it. */
export async function auditorReport(scope: Scope): Promise<AuditorReport> {
  return { run: await lastRun(scope.tx), findings: await told(scope, await openFindings(scope.tx)) };
}

/** What one run's message tells of, as it stands now. */
export async function findingsTold(scope: Scope, runId: number): Promise<readonly ToldFinding[]> {
  return told(scope, await findingsOfRun(scope.tx, runId));
}

async function told({ tx }: Scope, rows: readonly FindingRow[]): Promise<readonly ToldFinding[]> {
  const caseIds = rows.flatMap(({ caseId }) => caseId ?? []);
  const names = caseIds.length === 0 ? new Map<number, string>() : await customersOfCases(tx, caseIds);
  return rows.map((row) => ({
    ...row,
    customer: row.caseId === null ? undefined : names.get(row.caseId),
  }));
}
