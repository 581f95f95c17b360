import type { Button, Card, Part, Span } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { dateIn, timeIn } from '../../../src/core/calendar/zone.ts';
import type { StepKind } from '../../../src/core/dunning/ladder.ts';
import type { ComingStep, Obstacle, Preview, Stuck } from '../../../src/services/ladder/preview.ts';
import { amount, count, onDay } from '../words.ts';

const stepsAPage = 15;
const stuckShown = 8;

/** What goes out in the next ten business days and what cannot, page by page. */
export function previewCard(
  preview: Preview,
  {
    page,
    today,
    customerId,
  }: { readonly page: number; readonly today: BusinessDate; readonly customerId?: number },
): Card {
  const { coming, stuck, until, cases, looked, stale } = preview;
  const shown = coming.slice(page * stepsAPage, (page + 1) * stepsAPage);
  const total = `${count(coming.length, 'step')} until ${onDay(until, today)}`;
  return {
    title: 'What is to come',
    summary: `${total}; ${stuck.length === 0 ? 'nothing stands in the way' : `${count(stuck.length, 'thing')} cannot go`}`,
    parts: [
      { kind: 'text', text: [{ bold: total }, `${kindsOf(coming)}\nassuming nobody pays`] },
      ...(page === 0 ? stuckParts(preview) : []),
      ...(stale && cases > 0
        ? [
            {
              kind: 'text' as const,
              text: 'The ledger is older than one business day: letters and claims wait until finance imports, or says that nothing is missing (/import).',
            },
          ]
        : []),
      ...(shown.length === 0 ? [] : [table(shown, today)]),
      ...(looked < cases
        ? [
            {
              kind: 'small' as const,
              text: `Of ${count(cases, 'open case')} the ${looked.toLocaleString('en')} biggest were looked at.`,
            },
          ]
        : []),
      ...pages(page, coming.length, customerId),
    ],
  };
}

function table(shown: readonly ComingStep[], today: BusinessDate): Part {
  return {
    kind: 'table',
    columns: [
      { title: 'When' },
      { title: 'Customer' },
      { title: 'Step' },
      { title: 'About', align: 'right' },
    ],
    rows: shown.map(({ at, zone, customer, step, amount: sum }) => [
      `${onDay(dateIn(zone, at), today)} ${timeIn(zone, at)}`,
      customer.slice(0, 60),
      step.label,
      amount(sum),
    ]),
  };
}

/** " · 12 calls, 3 letters". */
function kindsOf(coming: readonly ComingStep[]): string {
  const kinds = (['call', 'visit', 'letter', 'hold', 'claim', 'handover'] as const)
    .map((kind) => ({ kind, n: coming.filter(({ step }) => step.kind === kind).length }))
    .filter(({ n }) => n > 0);
  return kinds.length === 0 ? '' : `: ${kinds.map(({ kind, n }) => count(n, kindWords[kind])).join(', ')}`;
}

const kindWords: Readonly<Record<StepKind, string>> = {
  call: 'call',
  visit: 'visit',
  letter: 'letter',
  hold: 'hold',
  claim: 'claim',
  handover: 'hand-over',
};

function stuckParts({ stuck, cases }: Preview): readonly Part[] {
  if (cases === 0) return [{ kind: 'text', text: 'Nothing is open.' }];
  if (stuck.length === 0) return [{ kind: 'text', text: 'Nothing stands in the way.' }];
  const kinds = [...new Set(stuck.map(({ obstacle }) => obstacle))];
  return [
    { kind: 'text', text: [{ bold: 'Cannot go' }, ...kinds.flatMap((kind) => obstacleLines(kind, stuck))] },
  ];
}

/** One reason, whom it stops, and the way out. */
function obstacleLines(obstacle: Obstacle, stuck: readonly Stuck[]): readonly Span[] {
  const of = stuck.filter((one) => one.obstacle === obstacle);
  const named = of
    .slice(0, stuckShown)
    .map(
      ({ customer, step, amount: sum }) =>
        `${customer.slice(0, 40)} ${amount(sum)}${step === undefined ? '' : ` (${step})`}`,
    );
  const more = of.length - named.length;
  const { why, way } = obstacles[obstacle];
  return [
    `\n• ${why}: ${named.join('; ')}${more > 0 ? ` and ${more} more` : ''}`,
    `\n     → ${way(of[0]?.number ?? '')}`,
  ];
}

interface ObstacleWords {
  readonly why: string;
  /** What to do, for the customer of this number. */
  readonly way: (number: string) => string;
}

const obstacles: Readonly<Record<Obstacle, ObstacleWords>> = {
  'no mail address': {
    why: 'no mail address that works',
    way: (number) => `Add contact in /account ${number}, or import contacts`,
  },
  'no contact': { why: 'nobody to call', way: (number) => `Add contact in /account ${number}` },
  'no phone number': { why: 'no phone number', way: (number) => `Add contact in /account ${number}` },
  'purchase order number': {
    why: 'they send back invoices without their order number, and no copy that shows it is on file',
    way: () => 'drop the invoice’s PDF into the messages with Dunwell: it goes with the letter',
  },
  'shadow mode': {
    why: 'shadow mode: letters are written and held back',
    way: () => 'a manager lets them out in /team',
  },
  'nobody approves': {
    why: 'nobody may approve it',
    way: () => 'an admin makes somebody a manager in /team',
  },
  'ladder ended': {
    why: 'the ladder has ended',
    way: (number) => `decide what becomes of it: /account ${number}, More…`,
  },
  stopped: { why: 'stopped: nothing is pressed', way: (number) => `see why in /account ${number}` },
  'letters are held back': {
    why: 'somebody holds the letters back',
    way: (number) => `/letter ${number} lets them go`,
  },
  'approval refused': {
    why: 'the approval was refused',
    way: (number) => `the thread says why and when it is looked at again: /account ${number}`,
  },
  'waiting for the step before': {
    why: 'the letter before was not delivered',
    way: (number) => `/letter ${number} shows what came of it`,
  },
  paused: { why: 'paused', way: (number) => `/account ${number} says until when and why` },
};

function pages(page: number, total: number, customerId: number | undefined): readonly Part[] {
  const turn = (label: string, to: number): Button => ({
    label,
    action: {
      command: 'ladder',
      action: 'page',
      args: { page: to, ...(customerId === undefined ? {} : { customer: customerId }) },
    },
  });
  const buttons = [
    ...(page > 0 ? [turn('Earlier steps', page - 1)] : []),
    ...((page + 1) * stepsAPage < total ? [turn('Later steps', page + 1)] : []),
  ];
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}
