import {
  type LateInvoiceRow,
  loadLateInvoices,
  loadSettlements,
  type SettlementRow,
} from '../../../db/queries/interest/late-invoices.ts';
import { type GrantedWaiver, waiversOfInvoices } from '../../../db/queries/fee-waiver/find.ts';
import { type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { groupBy } from '../../core/group-by.ts';
import { type LateLaw, lateLaw } from '../../core/interest/law.ts';
import type { Rates } from '../../core/interest/rates.ts';
import { type InterestSheet, interestSheet, type LateInvoice } from '../../core/interest/sheet.ts';
import { waive, type Waived } from '../../core/interest/waive.ts';
import { type Money, money } from '../../core/money.ts';
import { calendarOf, type Scope } from '../scope.ts';
import { knownRates } from './rates.ts';

/** What late payment of one invoice costs, beside what is open of it. */
export interface LateCost {
  readonly invoiceId: number;
  readonly number: string;
  readonly open: Money;
  readonly sheet: InterestSheet;
}

/** What some cases' invoices have cost by being late, through a day: the oldest due first, paid ones too. */
export type LateCosts = (caseId: number, through: BusinessDate, leftOut?: LeftOut) => readonly LateCost[];

/** Parts of invoices, by their ids, that are not to bear interest here; minor units. */
export type LeftOut = ReadonlyMap<number, bigint>;

/**
 * Reads what late costs are reckoned from, in a fixed number of statements however many cases there are.
 * @param beforeWaiver the id of a waiver: neither it nor a later one counts, so that what it waives can be told
 */
export async function lateCostsOf(
  scope: Scope,
  caseIds: readonly number[],
  beforeWaiver?: number,
): Promise<LateCosts> {
  const rows = await loadLateInvoices(scope.tx, caseIds);
  const settlements = await loadSettlements(
    scope.tx,
    rows.map(({ id }) => Number(id)),
  );
  const settledOf = groupBy(settlements, ({ invoice_id: id }) => id);
  const waivers = groupBy(
    await waiversOfInvoices(
      scope.tx,
      rows.map(({ id }) => Number(id)),
      beforeWaiver,
    ),
    ({ invoiceId }) => invoiceId,
  );
  const byCase = groupBy(
    rows.map((row) =>
      debtOf(scope, row, settledOf.get(row.id) ?? [], waivedBy(waivers.get(Number(row.id)) ?? [])),
    ),
    ({ row }) => Number(row.case_id),
  );
  const rates = await knownRates(scope);
  return (caseId, through, leftOut = new Map()) =>
    (byCase.get(caseId) ?? []).flatMap((debt) => costOf(without(debt, leftOut), rates, through));
}

function without({ invoice, ...debt }: Debt, leftOut: LeftOut): Debt {
  const total = invoice.total - (leftOut.get(Number(debt.row.id)) ?? 0n);
  return { ...debt, invoice: { ...invoice, total } };
}

interface Debt {
  readonly row: LateInvoiceRow;
  readonly law: LateLaw;
  readonly invoice: LateInvoice;
  readonly waived: Waived;
}

/** Several waivers of one invoice waive what any of them does. */
function waivedBy(waivers: readonly GrantedWaiver[]): Waived {
  const days = waivers.filter(({ interest }) => interest).map(({ through }) => through);
  const last = days.sort().at(-1);
  return {
    ...(last === undefined ? {} : { interestThrough: businessDate(last) }),
    fixedSum: waivers.some(({ fixedSums }) => fixedSums),
  };
}

function debtOf(scope: Scope, row: LateInvoiceRow, settled: readonly SettlementRow[], waived: Waived): Debt {
  return {
    row,
    waived,
    law: lateLaw(row.late_terms, scope.workspace.lateTerms, row.country),
    invoice: {
      currency: row.currency,
      total: row.total,
      issuedOn: businessDate(row.issued_on),
      effectiveDueOn: businessDate(row.effective_due_on),
      calendar: calendarOf(row),
      settlements: settled.map(({ on_day: on, amount }) => ({ on: businessDate(on), amount })),
      ...(row.demanded_on !== null && { demandedOn: businessDate(row.demanded_on) }),
    },
  };
}

function costOf(
  { row, law, invoice, waived }: Debt,
  rates: Rates,
  through: BusinessDate,
): readonly LateCost[] {
  const reckoned = interestSheet(law, invoice, rates, through);
  const sheet = reckoned && waive(reckoned, waived);
  if (sheet === undefined) return [];
  const { id, number, open, currency } = row;
  return [{ invoiceId: Number(id), number, open: money(open, currency), sheet }];
}
