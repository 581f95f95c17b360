import { sql } from 'drizzle-orm';
import { addDays } from '../../core/calendar/business-date.ts';
import { previousOpen } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import type { Ladder, Step } from '../../core/dunning/ladder.ts';
import type { OpenItem } from '../../import/read-row.ts';
import { ladders } from '../case/ladders.ts';
import type { Scope } from '../scope.ts';
import type { Register } from './book.ts';
import { itemKey } from './difference.ts';
import { placeOf } from './invoices.ts';

/**
 * Writes down what new invoices received before they came here, where the file says so ("dunned up to" step 3): each
 * step up to that one, on the last business day before the export, as the file tells no days. Without it every
 * invoice would start at the bottom, and nobody may enter higher on a guess.
 */
export async function writeDunned(
  scope: Scope,
  fresh: readonly OpenItem[],
  register: Register,
): Promise<void> {
  const dunned = fresh.filter(({ details }) => details.dunnedUpTo !== undefined);
  if (dunned.length === 0) return;
  const cases = await casesOf(scope, dunned, register);
  const received = dunned.flatMap((item) => receivedBy(item, cases, register));
  await write(scope, received);
}

/** One step that one invoice received. */
interface Received {
  readonly case: number;
  readonly invoice: number;
  readonly step: string;
  readonly how: 'done' | 'delivered';
  /** The customer's day, and its noon. */
  readonly on: string;
  readonly at: string;
}

interface Running {
  readonly id: number;
  readonly ladder: Ladder;
}

function receivedBy(
  item: OpenItem,
  cases: ReadonlyMap<string, Running>,
  register: Register,
): readonly Received[] {
  const place = placeOf(item, register.places);
  const running = cases.get(caseKey(place.id, item.open.currency));
  const invoice = register.invoiceIds.get(itemKey(item));
  if (running === undefined || invoice === undefined) return [];
  const on = previousOpen(place.calendar, addDays(register.asOf, -1));
  const at = instantAt(place.calendar.zone, on, '12:00').toISOString();
  return running.ladder.steps
    .slice(0, item.details.dunnedUpTo)
    .map((step) => ({ case: running.id, invoice, step: step.key, how: howOf(step), on, at }));
}

function howOf({ kind }: Step): Received['how'] {
  switch (kind) {
    case 'call':
    case 'handover':
      return 'done';
    case 'letter':
    case 'claim':
      return 'delivered';
  }
}

async function casesOf(
  scope: Scope,
  items: readonly OpenItem[],
  { places }: Register,
): Promise<ReadonlyMap<string, Running>> {
  const customers = new Set(items.map((item) => placeOf(item, places).id));
  const rows = await scope.tx.execute<{
    id: bigint;
    customer_id: bigint;
    currency: string;
    ladder_id: bigint;
  }>(sql`
    select id, customer_id, currency, ladder_id from "case"
    where workspace_id = current_workspace() and customer_id = any(${`{${[...customers].join(',')}}`}::bigint[])`);
  const ladderOf = await ladders(
    scope,
    rows.map((row) => Number(row.ladder_id)),
  );
  return new Map(
    rows.map((row) => [
      caseKey(Number(row.customer_id), row.currency),
      { id: Number(row.id), ladder: ladderOf(Number(row.ladder_id)) },
    ]),
  );
}

function caseKey(customerId: number, currency: string): string {
  return `${customerId} ${currency}`;
}

/** One occurrence for each case and step, naming all invoices that received it. */
async function write(scope: Scope, received: readonly Received[]): Promise<void> {
  await scope.tx.execute(sql`
    with received as (
      select * from json_to_recordset(${JSON.stringify(received)}::json)
        as f("case" bigint, invoice bigint, step text, how text, "on" date, at timestamptz)),
    occurred as (
      insert into occurrence (workspace_id, case_id, step, round, on_day, at, how, reason)
      select current_workspace(), r."case", r.step,
        1 + coalesce((select max(o.round) from occurrence o
          where o.workspace_id = current_workspace() and o.case_id = r."case" and o.step = r.step), 0),
        min(r."on"), min(r.at), min(r.how), 'ladder'
      from received r group by r."case", r.step
      returning id, case_id, step)
    insert into occurrence_invoice (workspace_id, occurrence_id, invoice_id, step)
    select current_workspace(), o.id, r.invoice, r.step
    from occurred o join received r on r."case" = o.case_id and r.step = o.step`);
}
