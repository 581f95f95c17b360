import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { anyOf } from '../any-of.ts';

/* Who is on which ladder: what a choice depends on, and what was chosen. */

export interface BearerRow extends Record<string, unknown> {
  readonly customer_id: bigint;
  readonly payer_type: string | null;
  readonly country: string;
  readonly tags: readonly string[];
  readonly ladder: string | null;
}

export interface CaseBearerRow extends BearerRow {
  readonly case_id: bigint;
  readonly own_ladder: string;
  readonly ladder_id: bigint;
  /** A step was sent or done for something that is still open. */
  readonly running: boolean;
  /** Steps for which an approval was asked for or given. */
  readonly approved: readonly string[];
}

const bearerColumns = sql`cu.id as customer_id, cu.payer_type, coalesce(cu.country, w.country) as country, cu.tags, cu.ladder`;

/** What ladders are chosen by for these customers. */
export async function loadBearers(
  tx: Transaction,
  customerIds: readonly number[],
): Promise<readonly BearerRow[]> {
  return tx.execute<BearerRow>(sql`
    select ${bearerColumns} from customer cu join workspace w on w.id = cu.workspace_id
    where cu.workspace_id = current_workspace() and cu.id = ${anyOf(customerIds)}`);
}

/** The cases of these customers, or all there are, with what their ladders are chosen by; ascending. */
export async function loadCaseBearers(
  tx: Transaction,
  customerIds?: readonly number[],
): Promise<readonly CaseBearerRow[]> {
  return tx.execute<CaseBearerRow>(sql`
    select ${bearerColumns}, c.id as case_id, c.own_ladder, c.ladder_id, exists (
      select from invoice i
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
      join occurrence_invoice oi on oi.workspace_id = i.workspace_id and oi.invoice_id = i.id and oi.step is not null
      where i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency
        and i.own_ladder = c.own_ladder) as running,
      array(select distinct a.step from approval a where a.workspace_id = c.workspace_id and a.case_id = c.id
        and a.kind = 'step' and a.status in ('pending', 'approved')) as approved
    from "case" c
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    join workspace w on w.id = c.workspace_id
    where c.workspace_id = current_workspace()
      ${customerIds === undefined ? sql`` : sql`and cu.id = ${anyOf(customerIds)}`}
    order by c.id`);
}

/** Puts cases, whose locks are held, on other ladders. */
export async function putOnLadders(
  tx: Transaction,
  moves: readonly { readonly caseId: number; readonly ladderId: number }[],
): Promise<void> {
  const rows = moves.map(({ caseId, ladderId }) => ({ id: caseId, ladder_id: ladderId }));
  await tx.execute(sql`
    update "case" c set ladder_id = r.ladder_id
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, ladder_id bigint)
    where c.workspace_id = current_workspace() and c.id = r.id`);
}

export interface LadderUse extends Record<string, unknown> {
  readonly ladder_id: bigint;
  readonly cases: number;
}

/** How many cases with something open are on each version. */
export async function ladderUses(tx: Transaction): Promise<readonly LadderUse[]> {
  return tx.execute<LadderUse>(sql`
    select c.ladder_id, count(*)::int as cases from "case" c
    where c.workspace_id = current_workspace() and exists (
      select from invoice i
      join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
      where i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency
        and i.own_ladder = c.own_ladder)
    group by c.ladder_id`);
}

/** For how many customers each ladder was set, by its name. */
export async function customersOnOwnLadder(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.execute<{ ladder: string; customers: number }>(sql`
    select ladder, count(*)::int as customers from customer
    where workspace_id = current_workspace() and ladder is not null group by ladder`);
  return new Map(rows.map(({ ladder, customers }) => [ladder, customers]));
}

export interface CaseOnLadder extends Record<string, unknown> {
  readonly ladder_id: bigint;
  readonly own_ladder: string;
  readonly currency: string;
  readonly open: bigint;
}

/** The cases of a customer with something open. */
export async function casesWithLadders(
  tx: Transaction,
  customerId: number,
): Promise<readonly CaseOnLadder[]> {
  return tx.execute<CaseOnLadder>(sql`
    select c.id, c.ladder_id, c.own_ladder, c.currency, sum(b.open)::bigint as open
    from "case" c
    join invoice i on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency
      and i.own_ladder = c.own_ladder
    join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0
    where c.workspace_id = current_workspace() and c.customer_id = ${customerId}
    group by c.id, c.ladder_id, c.own_ladder, c.currency
    order by c.id`);
}
