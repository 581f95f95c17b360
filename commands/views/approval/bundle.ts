import type { Card, Part } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { ApprovalBundle } from '../../../src/services/approval/bundle-view.ts';
import type { ApprovalView } from '../../../src/services/approval/view.ts';
import { approvalCard, approvalLine } from '../approval.ts';
import { count, type People } from '../words.ts';
import { decisionText } from './answer.ts';

/** Those shown with all that they rest on: a message holds only so much, and the next ones are on Home. */
const mostInFull = 5;

/** Decided ones, a line each. */
const mostDecided = 12;

/** One message for everything that somebody is asked at a time: what waits first, the biggest first. */
export function approvalsCard(
  { reader, views }: ApprovalBundle,
  people: People,
  today: BusinessDate,
  merged?: string,
): Card {
  const waiting = views.filter(({ approval }) => approval.status === 'pending');
  const decided = views.filter(({ approval }) => approval.status !== 'pending');
  const title =
    waiting.length === 0
      ? `${count(decided.length, 'approval')} ${decided.length === 1 ? 'is' : 'are'} decided`
      : `${count(waiting.length, 'approval')} ${waiting.length === 1 ? 'waits' : 'wait'} for you`;
  const more = waiting.length - mostInFull;
  return {
    title,
    summary: title,
    parts: [
      ...waiting.slice(0, mostInFull).flatMap((view, n) => inFull(view, people, today, reader, n)),
      ...(more > 0
        ? [{ kind: 'small' as const, text: `and ${more} more: see Home, where they stand too` }]
        : []),
      ...(merged === undefined ? [] : [{ kind: 'small' as const, text: merged }]),
      ...(waiting.length > 0 && decided.length > 0 ? [{ kind: 'divider' as const }] : []),
      ...decided.slice(0, mostDecided).map((view) => inALine(view, people, today)),
    ],
  };
}

function inFull(
  view: ApprovalView,
  people: People,
  today: BusinessDate,
  reader: number,
  nth: number,
): readonly Part[] {
  const [, ...rest] = approvalCard(view, people, today, reader).parts;
  const file = {
    label: 'File',
    action: { command: 'account', action: 'show', args: { case: view.of.caseId } },
  };
  return [
    ...(nth === 0 ? [] : [{ kind: 'divider' as const }]),
    { kind: 'row', text: approvalLine(view), buttons: [file] },
    ...rest,
  ];
}

function inALine(view: ApprovalView, people: People, today: BusinessDate): Part {
  const decision = decisionText(view, people, today);
  const line = approvalLine(view);
  return {
    kind: 'text',
    text: [
      ...(typeof line === 'string' ? [line] : line),
      '\n',
      ...(typeof decision === 'string' ? [decision] : decision),
    ],
  };
}
