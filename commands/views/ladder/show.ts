import type { Button, Card, Part, Span } from '../../../src/chat/types.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn } from '../../../src/core/calendar/zone.ts';
import type { Ladder, Step } from '../../../src/core/dunning/ladder.ts';
import type { LadderView, LadderViews } from '../../../src/services/ladder/view.ts';
import { segmentWords } from '../../../src/services/ladder/target.ts';
import { ladderTitle } from '../../../src/services/ladder/title.ts';
import { count, nameOf, type People } from '../words.ts';
import { conditionWords, whenWords, whoWords } from './step.ts';

/** What a reader of ladders knows besides. */
export interface LadderReading {
  readonly people: People;
  readonly zone: string;
  readonly today: BusinessDate;
}

const mostVersions = 5;
const mostListed = 20;

/** All ladders, who uses them, and the rules by which customers come to theirs. */
export function laddersCard({ order, ladders }: LadderViews): Card {
  return {
    title: 'Ladders',
    summary: `${count(ladders.length, 'ladder')}; everybody is on ${order.workspace} unless something else is said`,
    parts: [
      ...ladders.slice(0, mostListed).map((view): Part => ({
        kind: 'row',
        text: [{ bold: ladderTitle(view.newest.ladder) }, ` · ${usedBy(view)}\n${aboutWords(view)}`],
        buttons: [
          press('Steps', 'show', { ladder: view.newest.ladder.name }),
          press('As a file', 'export', { ladder: view.newest.ladder.name }),
        ],
      })),
      { kind: 'text', text: orderWords(order) },
      {
        kind: 'buttons',
        buttons: [
          press('Preview', 'preview', {}),
          press('Set…', 'set', {}),
          press('Write a ladder…', 'save', {}),
        ],
      },
      {
        kind: 'small',
        text: 'To write your own, take one as a file, change it, and drop it into the messages with Dunwell.',
      },
    ],
  };
}

/** One ladder step by step, and its versions. */
export function ladderCard(ladder: Ladder, view: LadderView, reading: LadderReading): Card {
  const { name, minimumGapBusinessDays, about, steps } = ladder;
  return {
    title: `Ladder ${ladderTitle(ladder)}`,
    summary: `Ladder ${ladderTitle(ladder)}: ${count(steps.length, 'step')}`,
    parts: [
      { kind: 'text', text: `${about === undefined ? '' : `${about}\n`}${usedBy(view)}` },
      ...chunks(steps, 8).map((some): Part => ({
        kind: 'text',
        text: some.flatMap((step, index) => stepLines(step, ladder, index === 0)),
      })),
      {
        kind: 'small',
        text: `At least ${count(minimumGapBusinessDays, 'business day')} between two contacts of one customer, unless the later one is stronger.`,
      },
      ...versionLines(view, reading),
      {
        kind: 'buttons',
        buttons: [press('As a file', 'export', { ladder: name }), press('Set…', 'set', { ladder: name })],
      },
    ],
  };
}

function stepLines(step: Step, ladder: Ladder, isFirst: boolean): readonly Span[] {
  const number = ladder.steps.indexOf(step) + 1;
  const instead = ladder.steps.findIndex(({ key }) => key === step.insteadOf) + 1;
  const conditions = [instead === 0 ? '' : `instead of step ${instead}`, conditionWords(step)]
    .filter((words) => words !== '')
    .join(', ');
  return [
    isFirst ? '' : '\n',
    { bold: `${number}. ${step.label}` },
    ` · ${whenWords(step, ladder)}, ${step.window.from}–${step.window.to}`,
    `\n     ${whoWords(step)}${conditions === '' ? '' : ` · ${conditions}`}`,
  ];
}

function versionLines({ versions }: LadderView, { people, zone, today }: LadderReading): readonly Part[] {
  const lines = versions.slice(0, mostVersions).map(({ ladder, savedBy, savedAt, cases }) => {
    const by =
      savedBy === undefined
        ? 'came with Dunwell'
        : `saved by ${nameOf(people, savedBy)}${savedAt === undefined ? '' : ` ${formatDate(dateIn(zone, savedAt), { today })}`}`;
    return `v${ladder.version}: ${by} · ${count(cases, 'open case')}`;
  });
  const hidden = versions.length - lines.length;
  return [
    {
      kind: 'small',
      text: `${lines.join('\n')}${hidden > 0 ? `\nand ${count(hidden, 'older version')}` : ''}`,
    },
  ];
}

function usedBy({ versions, customers }: LadderView): string {
  const cases = versions.reduce((sum, version) => sum + version.cases, 0);
  const set = customers === 0 ? '' : `, set for ${count(customers, 'customer')}`;
  return `${cases === 0 ? 'nobody with something open is on it' : count(cases, 'open case')}${set}`;
}

function aboutWords({ newest: { ladder } }: LadderView): string {
  const { about, steps } = ladder;
  return `${count(steps.length, 'step')}${about === undefined ? '' : ` · ${about}`}`;
}

function orderWords({ workspace, rules }: LadderViews['order']): readonly Span[] {
  return [
    'Everybody is on ',
    { bold: workspace },
    ', unless the customer or the invoice has another one',
    ...(rules.length === 0 ? ['.'] : [', or a segment does; the first that fits counts:']),
    ...rules
      .slice(0, mostListed)
      .flatMap((rule, index): readonly Span[] => [
        `\n${index + 1}. ${segmentWords(rule)}: `,
        { bold: rule.ladder },
      ]),
  ];
}

function press(label: string, action: string, args: Button['action']['args']): Button {
  return { label, action: { command: 'ladder', action, args } };
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return list.length <= size ? [list] : [list.slice(0, size), ...chunks(list.slice(size), size)];
}
