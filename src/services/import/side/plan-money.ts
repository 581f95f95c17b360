import * as queries from '../../../../db/queries/import/side-money.ts';
import { money } from '../../../core/money.ts';
import { readMoneyRows } from '../../../import/side/money.ts';
import type { RowAnswers } from '../../../import/row-reading.ts';
import type { Table } from '../../../import/table.ts';
import type { Scope } from '../../scope.ts';
import { formatSums, sumsOf } from '../sums.ts';
import { countOf } from '../words.ts';
import { bookMoney } from './book-money.ts';
import { type Due, judge, ledgerFor, type MoneyKind } from './judge-money.ts';
import type { SidePlan } from './plan.ts';

/**
 * Payments and credit notes of a file. Each is booked once, whatever file tells it again; cash pays the invoice that the
 * row names, else as any payment does.
 */
export async function planMoney(
  scope: Scope,
  table: Table,
  answers: RowAnswers,
  kind: MoneyKind,
): Promise<SidePlan> {
  const { rows, badRows } = readMoneyRows(table, answers, kind);
  const ledger = await ledgerFor(scope, rows);
  const judged = rows.map((row) => judge(row, ledger, kind));
  const due = withKeys(
    judged.flatMap((one) => ('customer' in one ? [one] : [])),
    kind,
  );
  const booked = await queries.bookedKeys(
    scope.tx,
    due.map(({ key }) => key),
  );
  const credited = kind === 'credit notes' ? await queries.knownCreditNotes(scope.tx) : new Set<string>();
  const isKnown = ({ key, customer, row }: Due): boolean =>
    booked.has(key) || (row.number !== undefined && credited.has(`${customer.id} ${row.number}`));
  const fresh = due.filter((one) => !isKnown(one));
  const sum = formatSums(sumsOf(fresh.map(({ row }) => money(row.amount, row.currency))));
  const known = due.length - fresh.length;
  return {
    lines: [
      ...(fresh.length === 0 ? [] : [`${countOf(fresh.length, one[kind])} · ${sum}`]),
      ...(known === 0 ? [] : [`${countOf(known, one[kind])} booked before: nothing changes by them`]),
    ],
    badRows: [...badRows, ...judged.flatMap((each) => ('reason' in each ? [each] : []))],
    changes: fresh.length,
    apply: () => bookMoney(scope, fresh, ledger, kind),
  };
}

const one: Readonly<Record<MoneyKind, string>> = { payments: 'payment', 'credit notes': 'credit note' };

/** Rows that are alike in one file are as many payments; the n-th has a key of its own. */
function withKeys(due: readonly Omit<Due, 'key'>[], kind: MoneyKind): readonly Due[] {
  const seen = new Map<string, number>();
  return due.map((each) => {
    const { row, customer } = each;
    const told = [
      customer.id,
      row.invoice ?? row.number ?? '',
      row.on,
      row.amount,
      row.currency,
      row.reference ?? '',
    ];
    const sign = told.map((part) => encodeURIComponent(String(part))).join(':');
    const nth = (seen.get(sign) ?? 0) + 1;
    seen.set(sign, nth);
    return { ...each, key: `${kind}:${sign}:${nth}#1` };
  });
}
