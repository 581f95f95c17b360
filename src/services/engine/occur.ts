import { sql } from 'drizzle-orm';
import { occurrence, occurrenceInvoice } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Receipt } from '../../core/dunning/decision.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';

export interface Happening {
  readonly file: CaseFile;
  readonly step: string;
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
  /** The customer's day. */
  readonly on: BusinessDate;
  readonly how: (typeof occurrence.$inferInsert)['how'];
  readonly reason: (typeof occurrence.$inferInsert)['reason'];
}

/**
 * Writes down that steps happen now, and for which invoices. The round is the next one of (case, step); the unique
 * key refuses a second writer, so one step cannot happen twice. Returns the occurrence ids in order.
 */
export async function occur(scope: Scope, happenings: readonly Happening[]): Promise<readonly number[]> {
  if (happenings.length === 0) return [];
  const rows = await scope.tx
    .insert(occurrence)
    .values(
      happenings.map(({ file, step, on, how, reason }) => ({
        workspaceId: scope.workspace.id,
        caseId: file.facts.caseId,
        step,
        round: nextRound(file.facts.caseId, step),
        onDay: on,
        at: scope.now,
        how,
        reason,
      })),
    )
    .returning({ id: occurrence.id });
  await nameInvoices(
    scope,
    happenings,
    rows.map((row) => row.id),
  );
  return rows.map((row) => row.id);
}

function nextRound(caseId: number, step: string) {
  return sql<number>`(select coalesce(max(o.round), 0) + 1 from occurrence o
    where o.workspace_id = current_workspace() and o.case_id = ${caseId} and o.step = ${step})`;
}

async function nameInvoices(
  scope: Scope,
  happenings: readonly Happening[],
  ids: readonly number[],
): Promise<void> {
  const rows = happenings.flatMap(({ invoices, receives }, n) => {
    const stepOf = new Map(receives.map((receipt) => [receipt.invoice, receipt.step]));
    return [...new Set([...invoices, ...stepOf.keys()])].map((invoiceId) => ({
      workspaceId: scope.workspace.id,
      occurrenceId: ids[n]!,
      invoiceId,
      step: stepOf.get(invoiceId) ?? null,
    }));
  });
  for (let from = 0; from < rows.length; from += 5_000)
    await scope.tx.insert(occurrenceInvoice).values(rows.slice(from, from + 5_000));
}
