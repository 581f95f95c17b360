import { sql, type SQL } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import type { TaskRow } from '../../schema/index.ts';
import { anyOf } from '../any-of.ts';
import { anywhere } from '../anywhere.ts';
import { type RestColumns, restColumns, restJoins } from './overview-rests.ts';

/** One line of a worklist: what a case is worth, where it stands, whose it is, what was said last. */
export type OverviewRow = CaseColumns &
  RestColumns &
  (TaskColumns | Absent<TaskColumns>) &
  (OutcomeColumns | Absent<OutcomeColumns>) &
  (LetterColumns | Absent<LetterColumns>) & {
    /** Of all that match, whatever the page. */
    readonly total_cases: number;
  };

interface CaseColumns extends Record<string, unknown> {
  readonly id: bigint;
  readonly customer_id: bigint;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  readonly own_ladder: string;
  readonly country: string;
  readonly zone: string;
  /** Where its card stands, and how the platform's addresses are made; empty for a case without a card. */
  readonly card_channel: string | null;
  readonly card_message: string | null;
  readonly message_link: string | null;
  readonly owner_id: bigint | null;
  readonly stopped: string | null;
  /** Minor units. */
  readonly open: bigint;
  readonly overdue: bigint;
  readonly open_invoices: number;
  readonly overdue_invoices: number;
  readonly oldest_due_on: string | null;
  readonly next_due_on: string | null;
  readonly promised: bigint;
  readonly promised_for: string | null;
  /** After two broken ones a word rests nothing. */
  readonly promise_rests: boolean | null;
  readonly promise_broken: boolean;
  /** The plan that is proposed or being kept. */
  readonly plan_id: bigint | null;
  readonly plan_status: 'proposed' | 'agreed';
  readonly plan_total: bigint;
  readonly plan_kept: number;
  readonly plan_instalments: number;
  readonly plan_next: bigint | null;
  readonly plan_next_on: string | null;
  readonly resting: string | null;
  readonly position: number;
  /** How many places the case's ladder has. */
  readonly places: number;
  readonly next_step: string | null;
  readonly next_ms: number | null;
  readonly contact_name: string | null;
  readonly phone: string | null;
}

/** The open task with the nearest deadline; for everybody but its holder, what is ours to answer comes last. */
interface TaskColumns {
  readonly task_id: bigint;
  readonly task_kind: TaskRow['kind'];
  readonly task_dispute: bigint | null;
  readonly task_step: string | null;
  readonly task_what: string;
  readonly task_level: TaskRow['level'];
  /** It rose to whoever has it, because somebody missed it. */
  readonly task_taken: boolean;
  readonly task_attempts: number;
  /** The name of whom the holder stands in for. */
  readonly task_in_place_of: string | null;
  readonly holder_id: bigint;
  readonly due_ms: number;
  readonly deadline_ms: number;
  /** What else the same person has to do for the case. */
  readonly task_further:
    | readonly {
        readonly step: string | null;
        readonly what: string;
        readonly deadline_ms: number;
      }[]
    | null;
}

/** What the last call produced. */
interface OutcomeColumns {
  readonly outcome: string;
  readonly spoke_with: string | null;
  readonly said: string | null;
  readonly outcome_ms: number;
}

interface LetterColumns {
  readonly last_letter: string;
  readonly last_letter_status: string;
}

type Absent<Columns> = { readonly [Name in keyof Columns]: null };

export interface OverviewFilter {
  readonly caseIds?: readonly number[];
  /** Part of the customer's name, any of its spellings, or its number. */
  readonly customer?: string;
  readonly ownerId?: number;
  readonly withoutOwner?: boolean;
  /** Whose open tasks. */
  readonly holderId?: number;
  /** Of these tasks the one with the nearest deadline is shown. */
  readonly taskIds?: readonly number[];
  /** Minor units of whatever currency. */
  readonly minimum?: bigint;
  /** Days overdue of the oldest invoice, both ends included. */
  readonly days?: { readonly from: number; readonly to?: number };
  /** Cases with nothing overdue are left out. */
  readonly overdueOnly?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * Cases as a worklist has them: broken promises first, what is resting last; in between the biggest overdue amounts,
 * then the oldest, one currency after the other, because no sum of yen is bigger than one of euros: the currency with
 * the most cases leads. Also says how many there are, whatever the page.
 */
export async function caseOverviews(
  tx: Transaction,
  today: string,
  filter: OverviewFilter,
): Promise<readonly OverviewRow[]> {
  return tx.execute<OverviewRow>(sql`
    with sums as (${openSums(today, filter)}),
    lines as (${lines(today, filter)})
    select *, count(*) over ()::int as total_cases, count(*) over (partition by l.currency) as of_currency
    from lines l
    where ${matches(today, filter)}
    order by l.promise_broken desc, (l.promised > 0 or l.disputed > 0 or l.paused_whole is true) asc, of_currency desc, l.currency, l.overdue desc, l.oldest_due_on nulls last, l.id
    limit ${filter.limit ?? 1000} offset ${filter.offset ?? 0}`);
}

/** What is open and overdue of each case. */
function openSums(today: string, filter: OverviewFilter): SQL {
  const { caseIds } = filter;
  return sql`
    select c.id,
      coalesce(sum(b.open), 0)::bigint as open,
      coalesce(sum(b.open) filter (where i.effective_due_on < ${today}::date), 0)::bigint as overdue,
      count(i.id)::int as open_invoices,
      (count(i.id) filter (where i.effective_due_on < ${today}::date))::int as overdue_invoices,
      min(i.effective_due_on) filter (where i.effective_due_on < ${today}::date) as oldest_due_on,
      min(i.effective_due_on) filter (where i.effective_due_on >= ${today}::date) as next_due_on
    from "case" c
    left join (invoice i join invoice_balance b on b.workspace_id = i.workspace_id and b.invoice_id = i.id and b.open > 0)
      on i.workspace_id = c.workspace_id and i.customer_id = c.customer_id and i.currency = c.currency and i.own_ladder = c.own_ladder
    where c.workspace_id = current_workspace()
      ${caseIds === undefined ? sql`` : sql`and c.id = ${anyOf(caseIds)}`}
      ${filter.holderId === undefined ? sql`` : hasTaskOf(filter.holderId)}
    group by c.id`;
}

/** Said here too, where it spares looking around every case of the ledger: half of all lists are one person's. */
const hasTaskOf = (holderId: number): SQL => sql`
  and c.id in (select t.case_id from task t
    where t.workspace_id = current_workspace() and t.holder_id = ${holderId} and t.status = 'open')`;

/** Each case with what stands around it: promise, disputes, pause, holds, the task, the last call and letter, whom to call. */
function lines(today: string, { holderId, taskIds }: OverviewFilter): SQL {
  return sql`
    select c.id, c.customer_id, cu.number, cu.name, c.currency, c.own_ladder, coalesce(cu.country, w.country) as country,
      coalesce(cu.zone, w.zone) as zone, cu.owner_id, cu.stopped,
      w.message_link, cardpost.channel_id as card_channel, cardpost.message_id as card_message,
      s.open, s.overdue, s.open_invoices, s.overdue_invoices, s.oldest_due_on, s.next_due_on,
      coalesce(p.amount, 0)::bigint as promised, p.due_on as promised_for, p.rests as promise_rests,
      exists (select from promise k where k.workspace_id = c.workspace_id and k.case_id = c.id
        and k.status in ('broken', 'partial') and p.id is null and k.id = (select max(l.id) from promise l
          where l.workspace_id = c.workspace_id and l.case_id = c.id)) and s.overdue > 0 as promise_broken,
      n.id as plan_id, n.status as plan_status, n.total as plan_total,
      (select count(*) from instalment a where a.workspace_id = c.workspace_id and a.plan_id = n.id)::int as plan_instalments,
      (select count(*) from instalment a where a.workspace_id = c.workspace_id and a.plan_id = n.id and a.status = 'kept')::int as plan_kept,
      a.amount as plan_next, a.due_on as plan_next_on,
      ${restColumns}, c.resting, c.position,
      (select count(*) from ladder l, jsonb_array_elements(l.definition->'steps') rung
        where l.workspace_id = c.workspace_id and l.id = c.ladder_id and not rung.value ? 'insteadOf')::int as places, c.next_step, (extract(epoch from c.next_at) * 1000)::float8 as next_ms,
      t.id as task_id, t.kind as task_kind, t.dispute_id as task_dispute, t.step as task_step, t.what as task_what, t.level as task_level, t.level <> 'owner' and t.holder_id <> t.first_holder_id as task_taken,
      t.attempts as task_attempts, t.holder_id,
      (select m.name from member m where m.workspace_id = c.workspace_id and m.id = t.in_place_of) as task_in_place_of,
      (extract(epoch from t.due_at) * 1000)::float8 as due_ms, (extract(epoch from t.deadline_at) * 1000)::float8 as deadline_ms,
      (select json_agg(json_build_object('step', x.step, 'what', x.what, 'deadline_ms', (extract(epoch from x.deadline_at) * 1000)::float8) order by x.deadline_at, x.id)
        from task x where x.workspace_id = c.workspace_id and x.case_id = c.id and x.status = 'open'
          and x.holder_id = t.holder_id and x.id <> t.id
          ${taskIds === undefined ? sql`` : sql`and x.id = ${anyOf(taskIds)}`}) as task_further,
      o.kind as outcome, o.spoke_with, o.said, (extract(epoch from o.at) * 1000)::float8 as outcome_ms,
      f.kind as last_letter, f.status as last_letter_status, q.phone, q.name as contact_name
    from sums s
    join "case" c on c.workspace_id = current_workspace() and c.id = s.id
    join workspace w on w.id = c.workspace_id
    join customer cu on cu.workspace_id = c.workspace_id and cu.id = c.customer_id
    left join lateral (select id, amount, due_on, rests from promise p where p.workspace_id = c.workspace_id and p.case_id = c.id
      and p.status in ('open', 'unconfirmed') order by p.id desc limit 1) p on true
    ${restJoins(today)}
    left join plan n on n.workspace_id = c.workspace_id and n.case_id = c.id and n.status in ('proposed', 'agreed')
    left join lateral (select amount, due_on from instalment a where a.workspace_id = n.workspace_id and a.plan_id = n.id
      and a.status <> 'kept' order by a.number limit 1) a on true
    left join lateral (select * from task t where t.workspace_id = c.workspace_id and t.case_id = c.id and t.status = 'open'
      ${holderId === undefined ? sql`` : sql`and t.holder_id = ${holderId}`}
      ${taskIds === undefined ? sql`` : sql`and t.id = ${anyOf(taskIds)}`}
      order by ${holderId === undefined ? sql`t.dispute_id is not null, ` : sql``}t.deadline_at, t.id limit 1) t on true
    left join lateral (select * from outcome o where o.workspace_id = c.workspace_id and o.case_id = c.id order by o.id desc limit 1) o on true
    left join lateral (select kind, status from letter f where f.workspace_id = c.workspace_id and f.case_id = c.id order by f.id desc limit 1) f on true
    left join lateral (select name, phone from contact q where q.workspace_id = c.workspace_id and q.customer_id = c.customer_id
      order by (q.phone is null), (q.role <> 'accounts payable'), q.id limit 1) q on true
    left join card shown on shown.workspace_id = c.workspace_id and shown.kind = 'case' and shown.subject = c.id::text
    left join outbox cardpost on cardpost.workspace_id = shown.workspace_id and cardpost.id = shown.outbox_id and cardpost.status = 'sent'`;
}

function matches(today: string, filter: OverviewFilter): SQL {
  const { caseIds, customer, ownerId, withoutOwner, holderId, minimum, days, overdueOnly } = filter;
  const conditions = [
    caseIds === undefined && sql`l.open > 0`,
    overdueOnly && sql`l.overdue > 0`,
    customer !== undefined && isCalled(customer),
    ownerId !== undefined && sql`l.owner_id = ${ownerId}`,
    withoutOwner &&
      sql`not exists (select from member m where m.workspace_id = current_workspace() and m.id = l.owner_id and m.active)`,
    holderId !== undefined && sql`l.task_id is not null`,
    minimum !== undefined && sql`l.overdue >= ${String(minimum)}::bigint`,
    days !== undefined && sql`${today}::date - l.oldest_due_on >= ${days.from}`,
    days?.to !== undefined && sql`${today}::date - l.oldest_due_on <= ${days.to}`,
  ];
  return sql.join([sql`true`, ...conditions.filter(isGiven)], sql` and `);
}

const isGiven = (condition: SQL | false | undefined): condition is SQL =>
  condition !== undefined && condition !== false;

/** The number exactly, or part of the name in any of its spellings. */
function isCalled(text: string): SQL {
  const part = anywhere(text);
  return sql`(l.number = ${text} or l.name ilike ${part} or exists (
    select from customer_spelling y where y.workspace_id = current_workspace() and y.customer_id = l.customer_id and y.name ilike ${part}))`;
}
