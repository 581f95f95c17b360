import type { Card, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { money } from '../../src/core/money.ts';
import type { ApprovalView } from '../../src/services/approval/view.ts';
import { answerParts } from './approval/answer.ts';
import { grounds } from './approval/grounds.ts';
import { amount, count, type People, stepLabel } from './words.ts';

/**
 * The question, what it rests on, and who may answer; once answered, the decision stands in place of the buttons.
 * @param reader whose own page or message it is; absent: everybody reads it
 */
export function approvalCard(view: ApprovalView, people: People, today: BusinessDate, reader?: number): Card {
  const { approval, of } = view;
  return {
    title: titleOf(approval),
    summary: `${approvalName(approval)} for ${of.name}: ${amount(money(approval.amount, of.currency))}`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: amount(money(approval.amount, of.currency)) }, ` · ${of.name} · ${about(approval)}`],
      },
      ...grounds(view, people, today).map((text) => ({ kind: 'text' as const, text })),
      ...answerParts(view, people, today, reader),
    ],
  };
}

/** The question while it waits; afterwards what was said to it. */
function titleOf(approval: ApprovalView['approval']): string {
  const name = approvalName(approval);
  if (approval.status === 'pending') return `Approve: ${name}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${approval.status}`;
}

/** "**formal claim · Lagerhaus Nord GmbH** · €12,400.00 · 3 invoices demanded in writing". */
export function approvalLine({ approval, of }: ApprovalView): Text {
  return [
    { bold: `${approvalName(approval)} · ${of.name}` },
    ` · ${amount(money(approval.amount, of.currency))} · ${about(approval)}`,
  ];
}

/** "formal claim", "service hold", "write-off". */
export function approvalName({ kind, step }: Pick<ApprovalView['approval'], 'kind' | 'step'>): string {
  return kind === 'step' ? stepLabel(step) : step;
}

/** What the sum is of. */
function about({ kind, invoices }: ApprovalView['approval']): string {
  const number = count(invoices.length, 'invoice');
  switch (kind) {
    case 'step':
      return `${number} demanded in writing`;
    case 'hold':
      return 'overdue and not disputed';
    case 'pause':
      return `${number} would rest`;
    case 'hold release':
      return 'was overdue when the hold was proposed';
    case 'write-off':
      return `of ${number}`;
    case 'fee waiver':
      return `late costs of ${number}`;
  }
}
