import type { Part } from '../../src/chat/types.ts';
import { money } from '../../src/core/money.ts';
import type { ApprovalView } from '../../src/services/approval/view.ts';
import { approvalsFor } from '../../src/services/home/figures.ts';
import { about, approvalCard } from '../views/approval.ts';
import { amount, count, stepLabel } from '../views/words.ts';
import { fileButton, isAsked } from './asked.ts';
import { heading, holds, type Section } from './section.ts';

/** Those shown in full: a decision needs all that it rests on, and the next ones move up. */
const mostShown = 3;

/** What waits for this person's decision, each with all that it rests on. */
export const approvalsSection: Section = async (scope, person, people) => {
  const waiting = await approvalsFor(scope, person);
  if (waiting.length === 0) return holds(person, 'manager') ? [heading('No approval waits for you')] : [];
  const more = waiting.length - mostShown;
  return [
    heading(`${count(waiting.length, 'approval')} ${waiting.length === 1 ? 'waits' : 'wait'} for you`),
    ...waiting
      .slice(0, mostShown)
      .flatMap((view) => oneApproval(view, approvalCard(view, people, scope.today).parts)),
    ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more, as these are decided` }] : []),
  ];
};

/** The card as its thread has it, under a line that says which step of whom; who is asked is plain here. */
function oneApproval(view: ApprovalView, parts: readonly Part[]): readonly Part[] {
  const { approval, of } = view;
  const [, ...rest] = parts;
  return [
    {
      kind: 'row',
      text: [
        { bold: `${stepLabel(approval.step)} · ${of.name}` },
        ` · ${amount(money(approval.amount, of.currency))} · ${about(approval)}`,
      ],
      buttons: [fileButton(of.caseId)],
    },
    ...rest.filter((part) => !isAsked(part)),
  ];
}
