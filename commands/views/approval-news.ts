import type { Card, Part, Text } from '../../src/chat/types.ts';
import { approvalView } from '../../src/services/approval/view.ts';
import type { Scope } from '../../src/services/scope.ts';
import { decisionText } from './approval/answer.ts';
import { approvalName } from './approval.ts';
import type { People } from './words.ts';

/** Who decided an approval, how and why, for the thread. */
export async function decidedCard(
  scope: Scope,
  people: People,
  approvalId: number,
): Promise<Card | undefined> {
  const view = await approvalView(scope, approvalId);
  if (view === undefined) return undefined;
  const decision = decisionText(view, people, scope.today);
  const text: Text = [
    `${capital(approvalName(view.approval))} · `,
    ...(typeof decision === 'string' ? [decision] : decision),
  ];
  const isHandedOver =
    view.approval.kind === 'step' && view.approval.status === 'approved' && view.of.stopped !== undefined;
  return {
    summary: `${approvalName(view.approval)}: ${view.approval.status}`,
    parts: isHandedOver ? [bundleRow(text, view.of.caseId)] : [{ kind: 'text', text }],
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Legal takes over from here. */
function bundleRow(text: Text, caseId: number): Part {
  const action = { command: 'letter', action: 'bundle', args: { case: caseId } };
  return { kind: 'row', text, buttons: [{ label: 'Bundle for legal', action }] };
}
