import type { Button, Card, Text } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import type { Pressed } from '../../src/services/case/pressed.ts';
import { restLines } from './case/rests.ts';
import {
  amount,
  at,
  by,
  call,
  headline,
  nameOf,
  onDay,
  type People,
  pressure,
  restWords,
  stepLabel,
} from './words.ts';

/** What a case looks like in the channel: where it stands, what happens next and when, whose turn it is. */
export function caseCard(of: CaseOverview, pressed: Pressed, people: People, today: BusinessDate): Card {
  const lines = [standing(of, people, today), ...restLines(of, pressed, today), lastTime(of, today)].filter(
    (line) => line !== undefined,
  );
  return {
    summary: `${of.name}: ${amount(of.overdue)} overdue`,
    parts: [
      { kind: 'text', text: headline(of, today) },
      ...lines.map((text) => ({ kind: 'text' as const, text })),
      ...controls(of),
    ],
  };
}

function standing(of: CaseOverview, people: People, today: BusinessDate): Text | undefined {
  if (of.open.amount === 0n) return undefined;
  if (of.stopped !== undefined) return `${pressure(of)}  stopped: ${of.stopped}`;
  if (of.task !== undefined && of.task.disputeId === undefined) {
    const what = of.task.step === undefined ? of.task.what : stepLabel(of.task.step);
    const standIn = of.task.inPlaceOf === undefined ? '' : ` (for ${of.task.inPlaceOf})`;
    const taken = of.task.taken ? ` (taken over by the ${of.task.level})` : standIn;
    return [
      { code: pressure(of) },
      `  ${what}, ${by(of.task.deadlineAt, of.zone, today, onDay)} · `,
      call(people, of.task.holderId),
      taken,
    ];
  }
  const waits = of.resting === undefined ? 'nothing planned' : restWords(of.resting);
  const next =
    of.next === undefined
      ? ''
      : ` · next: ${stepLabel(of.next.step)}, ${at(of.next.at, of.zone, today, onDay)}`;
  return [{ code: pressure(of) }, `  ${waits}${next} · owner ${nameOf(people, of.ownerId)}`];
}

function lastTime(of: CaseOverview, today: BusinessDate): Text | undefined {
  if (of.lastOutcome === undefined) return undefined;
  const { kind, spokeWith, said } = of.lastOutcome;
  const who = spokeWith === null ? kind : `spoke with ${spokeWith}`;
  return `Last call ${at(of.lastOutcome.at, of.zone, today, onDay)}: ${who}${said === null ? '' : ` — “${said}”`}`;
}

/** At most three visible controls; the rest is a menu. */
function controls(of: CaseOverview): Card['parts'] {
  if (of.open.amount === 0n) return [];
  const args = { case: of.caseId };
  const log: Button = {
    label: 'Log call',
    style: 'primary',
    action: { command: 'outcome', action: 'open', args },
  };
  const promise: Button = { label: 'Promise', action: { command: 'promise', action: 'open', args } };
  return [{ kind: 'buttons', buttons: [log, promise], more: moreOf(of) }];
}

/** A menu on Slack holds five; what is rarer is a press further. */
export function moreOf(of: CaseOverview): readonly Button[] {
  const args = { case: of.caseId };
  return [
    { label: 'File', action: { command: 'account', action: 'show', args } },
    { label: 'Payment', action: { command: 'payment', action: 'open', args } },
    { label: 'Dispute', action: { command: 'dispute', action: 'open', args } },
    { label: 'Pause', action: { command: 'pause', action: 'open', args } },
    { label: 'More…', action: { command: 'account', action: 'more', args } },
  ];
}
