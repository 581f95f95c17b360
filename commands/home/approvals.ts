import type { Part } from '../../src/chat/types.ts';
import type { ApprovalView } from '../../src/services/approval/view.ts';
import { approvalsFor } from '../../src/services/home/figures.ts';
import { approvalCard, approvalLine } from '../views/approval.ts';
import { count } from '../views/words.ts';
import { fileButton } from './asked.ts';
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
      .flatMap((view) => oneApproval(view, approvalCard(view, people, scope.today, person.id).parts)),
    ...(more > 0 ? [{ kind: 'small' as const, text: `and ${more} more, as these are decided` }] : []),
  ];
};

/** The card as its thread has it, under a line that says which step of whom. */
function oneApproval(view: ApprovalView, [, ...rest]: readonly Part[]): readonly Part[] {
  return [{ kind: 'row', text: approvalLine(view), buttons: [fileButton(view.of.caseId)] }, ...rest];
}
