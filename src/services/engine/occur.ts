import {
  insertOccurrences,
  nameInvoices,
  type NamedInvoice,
  type NewOccurrence,
} from '../../../db/queries/case/occurrences.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { Receipt } from '../../core/dunning/decision.ts';
import { zip } from '../../core/zip.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';

export interface Happening {
  readonly file: CaseFile;
  readonly step: string;
  readonly invoices: readonly number[];
  readonly receives: readonly Receipt[];
  /** The customer's day. */
  readonly on: BusinessDate;
  readonly how: NewOccurrence['how'];
  readonly reason: NewOccurrence['reason'];
}

export type Happened<H extends Happening> = H & { readonly occurrenceId: number };

/** Writes down that steps happen now, and for which invoices. Returns the same, each with its occurrence, in order. */
export async function occur<H extends Happening>(
  scope: Scope,
  happenings: readonly H[],
): Promise<readonly Happened<H>[]> {
  if (happenings.length === 0) return [];
  const ids = await insertOccurrences(
    scope.tx,
    happenings.map(({ file, step, on, how, reason }) => ({
      caseId: file.facts.caseId,
      step,
      onDay: on,
      at: scope.now,
      how,
      reason,
    })),
  );
  const happened = zip(happenings, ids).map(([happening, occurrenceId]) => ({ ...happening, occurrenceId }));
  await nameInvoices(scope.tx, happened.flatMap(named));
  return happened;
}

function named({ occurrenceId, invoices, receives }: Happened<Happening>): readonly NamedInvoice[] {
  const stepOf = new Map(receives.map((receipt) => [receipt.invoice, receipt.step]));
  return [...new Set([...invoices, ...stepOf.keys()])].map((invoiceId) => ({
    occurrenceId,
    invoiceId,
    step: stepOf.get(invoiceId) ?? null,
  }));
}
