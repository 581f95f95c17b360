import type { Card, Part, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { businessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { money } from '../../src/core/money.ts';
import type { ApprovalView } from '../../src/services/approval/view.ts';
import { amount, at, call, count, nameOf, onDay, type People, stepLabel } from './words.ts';

/** The question, what it rests on, and who may answer; once answered, the decision stands in place of the buttons. */
export function approvalCard(view: ApprovalView, people: People, today: BusinessDate): Card {
  const { approval, of } = view;
  const sum = money(approval.amount, of.currency);
  return {
    title: `Approve: ${stepLabel(approval.step)}`,
    summary: `${stepLabel(approval.step)} for ${of.name}: ${amount(sum)}`,
    parts: [
      { kind: 'text', text: [{ bold: amount(sum) }, ` · ${of.name} · ${about(approval)}`] },
      ...grounds(view, people, today).map((text) => ({ kind: 'text' as const, text })),
      ...(approval.status === 'pending' && view.approverIds.length > 0
        ? [{ kind: 'text' as const, text: askedLine(view, people) }]
        : []),
      decision(view, people, today),
    ],
  };
}

/** What the sum is of. */
export function about({ kind, invoices }: ApprovalView['approval']): string {
  const number = count(invoices.length, 'invoice');
  switch (kind) {
    case 'step':
      return `${number} demanded in writing`;
    case 'hold':
      return 'overdue and not disputed';
    case 'pause':
      return `${number} would rest`;
    case 'hold release':
      return 'overdue still';
    case 'write-off':
      return `${number} given up`;
    case 'fee waiver':
      return `late payment costs of ${number}`;
  }
}

/** What the answer rests on. */
function grounds(view: ApprovalView, people: People, today: BusinessDate): readonly Text[] {
  const { approval, asked } = view;
  const proposal = asked === undefined ? [] : [askedWords(asked, people, today)];
  if (approval.kind === 'pause') return [...proposal, tried(view, today)];
  const also = approval.alsoOpen.length;
  const undemanded = also === 0 ? [] : [`Also open, not demanded yet: ${count(also, 'invoice')}`];
  return [...proposal, ...undemanded, tried(view, today), delivered(view, today)];
}

function askedWords(
  { reason, until, by }: NonNullable<ApprovalView['asked']>,
  people: People,
  today: BusinessDate,
): Text {
  const end = until === undefined ? '' : ` until ${onDay(businessDate(until), today)}`;
  return `${nameOf(people, by)} asks for it${end}: “${reason}”`;
}

function tried({ attempts, reached, of }: ApprovalView, today: BusinessDate): Text {
  const [last] = reached;
  const words =
    last === undefined
      ? 'nobody was reached'
      : `last spoke with ${last.spokeWith} ${at(last.at, of.zone, today, onDay)}: “${last.said.slice(0, 300)}”`;
  return `${count(attempts, 'call')} recorded · ${words}`;
}

function delivered(view: ApprovalView, today: BusinessDate): Text {
  if (view.delivered.length === 0) return 'No letter is known to have reached them';
  return view.delivered
    .map(
      (sent) => `${sent.kind} to ${sent.to ?? 'their address'}, ${at(sent.at, view.of.zone, today, onDay)}`,
    )
    .join('\n');
}

function decision(view: ApprovalView, people: People, today: BusinessDate): Part {
  const { approval } = view;
  const who = nameOf(people, approval.decidedBy ?? undefined);
  switch (approval.status) {
    case 'pending':
      return askFor(view);
    case 'approved':
      return {
        kind: 'text',
        text: [
          { bold: `Approved by ${who}` },
          approval.decidedAt === null ? '' : ` ${at(approval.decidedAt, view.of.zone, today, onDay)}`,
        ],
      };
    case 'refused':
      return {
        kind: 'text',
        text: [
          { bold: `Refused by ${who}` },
          `: ${approval.reason ?? ''}${reviewWords(approval.reviewOn, today)}`,
        ],
      };
    case 'lapsed':
      return { kind: 'text', text: [{ bold: 'Lapsed' }, `: ${approval.reason ?? 'the sum changed'}`] };
  }
}

function reviewWords(reviewOn: string | null, today: BusinessDate): string {
  return reviewOn === null ? '' : ` · to be looked at again ${formatDate(businessDate(reviewOn), { today })}`;
}

function askFor({ approval }: ApprovalView): Part {
  const args = { approval: approval.id };
  return {
    kind: 'buttons',
    buttons: [
      {
        label: 'Approve',
        style: 'primary',
        action: { command: 'escalate', action: 'approve', args },
        confirm: {
          title: 'Approve this step?',
          text: 'It is carried out at once and recorded under your name.',
          yes: 'Approve',
        },
      },
      { label: 'Refuse…', style: 'danger', action: { command: 'escalate', action: 'refuse', args } },
    ],
  };
}

/** Who is asked, as a line of its own: the mention is what notifies them. */
function askedLine(view: ApprovalView, people: People): Text {
  return view.approverIds.flatMap((id, n) => [n === 0 ? 'Asked: ' : ', ', call(people, id)]);
}
