import type { Button, Card, Part } from '../../../src/chat/types.ts';
import type { LadderDifference } from '../../../src/core/dunning/ladder-difference.ts';
import type { Step } from '../../../src/core/dunning/ladder.ts';
import type { LadderTarget } from '../../../src/services/ladder/order.ts';
import type { LadderDraft } from '../../../src/services/ladder/save.ts';
import type { LadderProposal } from '../../../src/services/ladder/set.ts';
import { ladderTitle } from '../../../src/services/ladder/title.ts';
import { count } from '../words.ts';
import { daysWords, whenWords, whoWords } from './step.ts';

const mostDifferences = 20;

/** What saving a file would do, to be confirmed. */
export function draftCard({ ladder, before, differences, free, running }: LadderDraft, text: string): Card {
  const title = ladderTitle(ladder);
  if (before !== undefined && differences.length === 0)
    return {
      summary: `Nothing is new in ${ladder.name}`,
      parts: [
        {
          kind: 'text',
          text: ['Nothing differs from ', { bold: ladderTitle(before.ladder) }, ': nothing to save.'],
        },
      ],
    };
  const lines =
    before === undefined
      ? ladder.steps.map((step) => `${step.label}: ${whenWords(step, ladder)}; ${whoWords(step)}`)
      : differences.map((one) => differenceWords(one, ladder.steps));
  const hidden = lines.length - mostDifferences;
  const args = { text, over: before?.ladder.version ?? 0 };
  return {
    title: `Save ${title}?`,
    summary: `Save ${title}? ${before === undefined ? count(ladder.steps.length, 'step') : count(differences.length, 'difference')}`,
    parts: [
      {
        kind: 'text',
        text:
          before === undefined
            ? `A new ladder of ${count(ladder.steps.length, 'step')}:`
            : `What differs from ${ladderTitle(before.ladder)}:`,
      },
      { kind: 'text', text: lines.slice(0, mostDifferences).map(bullet).join('\n') },
      ...(hidden > 0 ? [{ kind: 'small' as const, text: `and ${hidden} more` }] : []),
      { kind: 'text', text: followWords(free, running) },
      { kind: 'buttons', buttons: choices(`Save ${title}`, 'keep', args, running) },
    ],
  };
}

/** What setting a ladder would do, to be confirmed. */
export function proposalCard(proposal: LadderProposal, target: LadderTarget): Card {
  const { target: of, ladder, free, running, bound } = proposal;
  const to = ladder === undefined ? 'none of its own' : ladderTitle(ladder.ladder);
  const args = { ...targetArgs(target), ladder: ladder?.ladder.name ?? '', was: of.has };
  const stay: readonly Part[] =
    bound === 0
      ? []
      : [
          {
            kind: 'small',
            text: `${count(bound, 'case')} cannot move: a claim, a hold or a hand-over was asked for there, of which the other ladder knows nothing.`,
          },
        ];
  return {
    title: `Set the ladder of ${of.name}?`.slice(0, 140),
    summary: `Set the ladder of ${of.name} to ${to}?`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: to }, of.has === '' ? ', where nothing was set so far' : ` instead of ${of.has}`],
      },
      { kind: 'text', text: followWords(free, running) },
      ...stay,
      { kind: 'buttons', buttons: choices('Set', 'put', args, running) },
    ],
  };
}

function choices(
  label: string,
  action: string,
  args: Button['action']['args'],
  running: number,
): readonly Button[] {
  const button = (text: string, move: boolean): Button => ({
    label: text,
    action: { command: 'ladder', action, args: { ...args, move } },
  });
  const only: Button = { ...button(label, false), style: 'primary' };
  return running === 0
    ? [only]
    : [only, { ...button(`${label} and move ${count(running, 'running case')}`, true) }];
}

/** "3 cases follow at once…; 12 running ones keep theirs". */
function followWords(free: number, running: number): string {
  const first =
    free === 0
      ? []
      : [
          `${count(free, 'case')} ${free === 1 ? 'follows' : 'follow'} at once: nothing was sent or done there yet.`,
        ];
  const second =
    running === 0
      ? []
      : [
          `${count(running, 'running case')} ${running === 1 ? 'keeps its' : 'keep their'} version unless you move ${running === 1 ? 'it' : 'them'}. What was sent stays: a step that both ladders have under one key is not done again; where no key is the same, the new ladder begins at the step that the due dates say.`,
        ];
  return [...first, ...second].join('\n') || 'No case changes its ladder by this today.';
}

const bullet = (line: string): string => `• ${line}`;

function differenceWords(one: LadderDifference, steps: readonly Step[]): string {
  switch (one.kind) {
    case 'step added':
      return `new step ${steps.indexOf(one.step) + 1}, ${one.step.label}`;
    case 'step removed':
      return `no ${one.step.label} any more`;
    case 'steps in another order':
      return 'the steps stand in another order';
    case 'changed':
      return `${one.step === undefined ? '' : `${one.step.label}: `}${one.field} ${valueWords(one.before)} → ${valueWords(one.after)}`;
  }
}

function valueWords(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'string') return `“${value}”`;
  if (typeof value !== 'object') return JSON.stringify(value);
  if ('businessDays' in value && typeof value.businessDays === 'number')
    return `${value.businessDays < 0 ? '-' : ''}${daysWords({ businessDays: value.businessDays })}`;
  if ('calendarDays' in value && typeof value.calendarDays === 'number')
    return `${value.calendarDays < 0 ? '-' : ''}${daysWords({ calendarDays: value.calendarDays })}`;
  if ('from' in value && 'to' in value) return `${String(value.from)}–${String(value.to)}`;
  return JSON.stringify(value);
}

/** A target as a button carries it. */
function targetArgs(target: LadderTarget): Button['action']['args'] {
  switch (target.kind) {
    case 'workspace':
      return { kind: 'workspace' };
    case 'segment':
      return { kind: 'segment', field: target.segment.field, value: target.segment.value };
    case 'customer':
      return { kind: 'customer', customer: target.customerId };
    case 'invoice':
      return { kind: 'invoice', invoice: target.invoiceId, customer: target.customerId };
  }
}
