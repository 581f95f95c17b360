import type { Button, Card, Part, Text } from '../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import type { CasePlan } from '../../src/services/case/overview.ts';
import type { Notice, PlanNews } from '../../src/services/notice.ts';
import type { InstalmentRow, PlanView } from '../../src/services/plan/view.ts';
import { amount, at, call, count, nameOf, onDay, type People } from './words.ts';

/** "plan: 2 of 4 kept, next €2,500.00 on Sat 2 Jan"; before it is agreed, that it waits. */
export function planWords(plan: CasePlan, today: BusinessDate): string {
  if (plan.status === 'proposed')
    return `Plan of ${amount(plan.total)} waits for approval; nothing rests yet`;
  const next =
    plan.next === undefined ? '' : `, next ${amount(plan.next.amount)} on ${onDay(plan.next.dueOn, today)}`;
  return `Plan: ${plan.kept} of ${plan.instalments} kept${next}`;
}

/** A plan in the case's thread: what was proposed, who may allow it; once decided, how it goes. */
export function planCard(view: PlanView, people: People, today: BusinessDate): Card {
  const { plan, of, instalments } = view;
  const total = amount(money(plan.total, of.currency));
  return {
    title: 'Instalment plan',
    summary: `Instalment plan for ${of.name}: ${total}`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: total },
          ` · ${of.name} · ${count(view.invoices, 'invoice')} · proposed by ${nameOf(people, plan.proposedBy)}`,
        ],
      },
      schedule(instalments, of.currency, today),
      ...state(view, people, today),
      ...controls(view),
    ],
  };
}

/** Lines, because a table would stand below the buttons and be cut in a narrow thread. */
function schedule(instalments: readonly InstalmentRow[], currency: string, today: BusinessDate): Part {
  const lines = instalments.map((row) => {
    const status = statusWords(row);
    const sum = amount(money(row.amount, currency));
    return `${row.number}. ${onDay(businessDate(row.dueOn), today)} · ${sum}${status === '' ? '' : ` · ${status}`}`;
  });
  return text(lines.join('\n'));
}

function statusWords({ status, noticedOn }: InstalmentRow): string {
  switch (status) {
    case 'open':
      return '';
    case 'kept':
      return '✓ paid';
    case 'unconfirmed':
      return 'no data yet';
    case 'missed':
      return noticedOn === null ? 'missed' : 'missed, notice given';
  }
}

function state(view: PlanView, people: People, today: BusinessDate): readonly Part[] {
  const { plan, of } = view;
  const by = nameOf(people, plan.decidedBy ?? undefined);
  const when = plan.decidedAt === null ? '' : ` ${at(plan.decidedAt, of.zone, today, onDay)}`;
  const because = plan.reason === null ? '' : `: ${plan.reason}`;
  switch (plan.status) {
    case 'proposed':
      return [
        { kind: 'text', text: asked(view, people, today) },
        {
          kind: 'small',
          text: 'Until it is agreed nothing rests. Then the invoices rest while the plan is kept.',
        },
      ];
    case 'agreed':
      return [text([{ bold: 'Agreed' }, `, allowed by ${by}${when}; its invoices rest while it is kept`])];
    case 'kept':
      return [text([{ bold: 'Kept' }, ': everything came in'])];
    case 'broken':
      return [text([{ bold: 'Broken' }, ': what is open is pressed again'])];
    case 'refused':
      return [text([{ bold: `Refused by ${by}` }, because])];
    case 'lapsed':
      return [text([{ bold: 'Lapsed' }, because])];
    case 'cancelled':
      return [text([{ bold: 'Cancelled' }, because])];
  }
}

const text = (words: Text): Part => ({ kind: 'text', text: words });

function asked({ approverIds, aloneFrom, of }: PlanView, people: People, today: BusinessDate): Text {
  if (approverIds.length === 0) return 'There is nobody who may allow it: an admin names a lead with /team.';
  const from =
    aloneFrom === undefined ? [] : [`, from ${at(aloneFrom, of.zone, today, onDay)}: there is nobody else`];
  return [...approverIds.flatMap((id, n) => [n === 0 ? 'Asked: ' : ', ', call(people, id)]), ...from];
}

function controls({ plan }: PlanView): readonly Part[] {
  const args = { plan: plan.id };
  const button = (label: string, action: string): Button => ({
    label,
    action: { command: 'plan', action, args },
  });
  switch (plan.status) {
    case 'proposed':
      return [
        {
          kind: 'buttons',
          buttons: [
            {
              ...button('Agree', 'allow'),
              style: 'primary',
              confirm: {
                title: 'Agree to this plan?',
                text: 'Its invoices rest while it is kept. It is recorded under your name.',
                yes: 'Agree',
              },
            },
            { ...button('Refuse…', 'refuse'), style: 'danger' },
          ],
          more: [button('Cancel…', 'cancel')],
        },
      ];
    case 'agreed':
      return [{ kind: 'buttons', buttons: [button('Cancel plan…', 'cancel')] }];
    case 'kept':
    case 'broken':
    case 'refused':
    case 'lapsed':
    case 'cancelled':
      return [];
  }
}

function agreedWords({ amount: sum, reason }: PlanNews, who: string): string {
  return `: ${sum} in instalments, allowed by ${who}${reason === null ? '' : `; ${reason}`}`;
}

/** News of a plan, in the thread or told to the owner; a mention only where somebody must act. */
export function planNewsCard(
  news: Extract<Notice, { kind: 'plan' }>,
  people: People,
  today: BusinessDate,
): Card {
  const who = nameOf(people, news.memberId ?? undefined);
  const mention = news.memberId === null ? [] : [call(people, news.memberId)];
  const due = news.dueOn === null ? '' : onDay(businessDate(news.dueOn), today);
  const until = news.until === null ? '' : onDay(businessDate(news.until), today);
  const because = news.reason === null ? '' : `: ${news.reason}`;
  const card = (bold: string, rest: string, called: Text = []): Card => ({
    summary: `${news.customer}: ${bold}`,
    parts: [{ kind: 'text', text: [{ bold }, rest, ...(typeof called === 'string' ? [called] : called)] }],
  });
  switch (news.event) {
    case 'agreed':
      return card('Plan agreed', agreedWords(news, who));
    case 'refused':
      return card('Plan refused', ` by ${who}${because}`);
    case 'lapsed':
      return card('Plan lapsed', because);
    case 'cancelled':
      return card(
        'Plan cancelled',
        ` by ${who}${because}. What is open is pressed again, from where it stood.`,
      );
    case 'kept':
      return card('Plan kept', `: all of ${news.amount} came in`);
    case 'broken':
      return card('Plan broken', `: ${news.amount} of it is open. A call follows. `, mention);
    case 'instalment kept':
      return card(`Instalment ${news.number ?? ''} kept`, `: ${news.amount} for ${due}`);
    case 'instalment unconfirmed':
      return card(
        `Instalment ${news.number ?? ''} is unconfirmed`,
        `: ${news.amount} was due ${due}, and the ledger has no data covering it yet`,
      );
    case 'instalment missed':
      return card(
        `Instalment ${news.number ?? ''} of ${news.customer} was missed`,
        `: ${news.amount} was due ${due}. If it is not in by ${until}, the plan breaks and all of it is pressed again. `,
        mention,
      );
    case 'instalment ahead':
      return card(
        `${news.customer}: ${news.amount} is due ${due}`,
        `, instalment ${news.number ?? ''} of their plan. A friendly word today keeps it.`,
      );
  }
}
