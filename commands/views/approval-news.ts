import type { Card, Part } from '../../src/chat/types.ts';
import { approvalView } from '../../src/services/approval/view.ts';
import type { Member } from '../../src/services/member/roster.ts';
import type { Scope } from '../../src/services/scope.ts';
import { approvalCard } from './approval.ts';
import { count } from './words.ts';

/** Who decided an approval, how and why, for the thread. */
export async function decidedCard(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  approvalId: number,
): Promise<Card | undefined> {
  const view = await approvalView(scope, approvalId);
  if (view === undefined) return undefined;
  const by =
    view.approval.decidedBy === null ? '' : ` by ${people.get(view.approval.decidedBy)?.name ?? 'somebody'}`;
  const reason = view.approval.reason === null ? '' : `: ${view.approval.reason}`;
  const text = `${view.approval.status.charAt(0).toUpperCase()}${view.approval.status.slice(1)}${by}${reason}`;
  const isHandedOver = view.approval.status === 'approved' && view.of.stopped !== undefined;
  return {
    summary: text,
    parts: isHandedOver ? [bundleRow(text, view.of.caseId)] : [{ kind: 'text', text }],
  };
}

/** Legal takes over from here. */
function bundleRow(text: string, caseId: number): Part {
  const action = { command: 'letter', action: 'bundle', args: { case: caseId } };
  return { kind: 'row', text, buttons: [{ label: 'Bundle for legal', action }] };
}

/** An approval brought up again, to whoever may answer it. */
export async function waitingCard(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  approvalId: number,
): Promise<Card | undefined> {
  const view = await approvalView(scope, approvalId);
  if (view === undefined) return undefined;
  const card = approvalCard(view, people, scope.today);
  return {
    ...card,
    title: `Still waiting · ${card.title ?? ''}`,
    summary: `${count(1, 'approval')} still waits`,
  };
}
