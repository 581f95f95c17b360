/** Cases, and what may happen to them, for properties. */
import fc from 'fast-check';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { Calendar } from '../../../src/core/calendar/business-days.ts';
import { checkLadder } from '../../../src/core/dunning/check/ladder.ts';
import type { Condition, Payer } from '../../../src/core/dunning/condition.ts';
import type { CaseFacts } from '../../../src/core/dunning/facts.ts';
import type { Ladder, Step } from '../../../src/core/dunning/ladder.ts';
import { stepKinds } from '../../../src/core/dunning/ladder.ts';
import { ladderSchema } from '../../../src/core/dunning/ladder-schema.ts';
import { daysOf } from '../../../src/core/dunning/offset.ts';
import { changes } from './changes.ts';
import { caseOf, invoice, withPosition } from './stage.ts';
import type { Happening } from './world.ts';

const kinds = Object.keys(changes) as readonly (keyof typeof changes)[];

const start = businessDate('2026-03-02');

export const calendars: readonly Calendar[] = [
  { country: 'DE', region: 'BY', zone: 'Europe/Berlin' },
  { country: 'GB', zone: 'Europe/London' },
  { country: 'US', zone: 'America/New_York' },
  { country: 'AE', zone: 'Asia/Dubai' },
  { country: 'NZ', zone: 'Pacific/Auckland' },
];

/** A case of a few invoices, some too small to matter. */
export const cases: fc.Arbitrary<CaseFacts> = fc
  .record({
    calendar: fc.constantFrom(...calendars),
    payer: fc.record({
      country: fc.constant('DE'),
      tags: fc.constantFrom<readonly string[]>([], ['vip'], ['exempt']),
      contactRoles: fc.constantFrom<Payer['contactRoles']>([], ['decider'], ['accounts payable']),
      punctual: fc.boolean(),
    }),
    noticeMinutes: fc.constantFrom(0, 30, 120, 300),
    rows: fc.array(
      fc.record({ dueIn: fc.integer({ min: -40, max: 90 }), open: fc.bigInt(1_000n, 90_000n) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  })
  .map(({ calendar, noticeMinutes, payer, rows }) => {
    const invoices = rows.map(({ dueIn, open }, index) =>
      invoice(index + 1, addDays(start, dueIn), { open }, calendar),
    );
    return caseOf(invoices, { calendar, noticeMinutes, payer, floor: 15_000n });
  });

export const period = [new Date('2026-02-20T00:00:00Z'), new Date('2027-02-20T00:00:00Z')] as const;

export interface Event {
  /** Minutes since the period began. */
  readonly minute: number;
  readonly kind: keyof typeof changes;
  readonly n: number;
}

/** Things that happen over some months, at any minute. */
export const fates: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.record({ minute: fc.nat(160 * 24 * 60), kind: fc.constantFrom(...kinds), n: fc.nat(99) }),
  { maxLength: 25 },
);

export function happeningsOf(fate: readonly Event[], ladder: Ladder): readonly Happening[] {
  return fate.map(({ minute, kind, n }) => ({
    at: new Date(period[0].getTime() + minute * 60_000),
    change: (facts, today, now) => {
      const { facts: changed, ...rest } = changes[kind](facts, n, today, now, ladder);
      return { facts: withPosition(changed, ladder), ...rest };
    },
  }));
}

const hours = fc
  .tuple(fc.integer({ min: 6, max: 15 }), fc.integer({ min: 1, max: 5 }))
  .map(([from, length]) => ({
    from: `${String(from).padStart(2, '0')}:30`,
    to: `${String(from + length).padStart(2, '0')}:00`,
  }));

const conditions = fc.constantFrom<readonly Condition[]>(
  [{ history: 'punctual' }],
  [{ amountBelow: 300 }],
  [{ amountFrom: 200 }, { payerType: ['public body'] }],
  [{ contact: ['decider'], tag: ['vip'] }],
);

const rows = fc.array(
  fc.record({
    kind: fc.constantFrom(...stepKinds),
    back: fc.integer({ min: 0, max: 3 }),
    offset: fc.integer({ min: 0, max: 6 }),
    calendarDays: fc.boolean(),
    window: hours,
    more: fc.record(
      {
        sequence: fc.constantFrom('a', 'b'),
        when: conditions,
        unless: conditions,
        floor: fc.constantFrom(200, 400),
        gapBusinessDays: fc.constantFrom(0, 1),
        instead: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

type Row = typeof rows extends fc.Arbitrary<(infer One)[]> ? One : never;

/** Somebody decides in the end. */
const lastCall = {
  key: 'last',
  label: 'last call',
  kind: 'call',
  anchor: 'due',
  offset: { calendarDays: 120 },
  window: { from: '09:00', to: '17:00' },
};

/** Ladders of any shape that can be followed: softer and harder ones, without claims, with several letters, with holds. */
export const ladders: fc.Arbitrary<Ladder> = fc
  .tuple(rows, fc.integer({ min: -4, max: 2 }), fc.integer({ min: 0, max: 4 }))
  .map(([all, first, minimumGapBusinessDays]) => {
    const steps = all.reduce<readonly Step[]>((above, row) => [...above, ...stepOn(above, row, first)], []);
    return ladderOf(steps, minimumGapBusinessDays);
  })
  .filter((ladder) => ladder.steps.length > 1 && checkLadder(ladder).length === 0);

/** The step that a row describes, unless it would contradict those above it. */
function stepOn(above: readonly Step[], row: Row, first: number): readonly Step[] {
  const before = above.at(-1 - row.back);
  const last = above.findLast(({ anchor }) => anchor === 'due')?.offset;
  const fromDue = before === undefined || row.back === 3;
  const days = fromDue ? (last === undefined ? first : daysOf(last)) + (row.offset % 3) : row.offset;
  const { instead, ...more } = row.more;
  const other = above.findLast(({ insteadOf }) => insteadOf === undefined);
  const written = {
    key: `s${above.length}`,
    label: row.kind,
    kind: row.kind,
    anchor: fromDue ? 'due' : { after: before.key },
    offset: row.calendarDays ? { calendarDays: days } : { businessDays: days },
    window: row.window,
    ...more,
    ...(instead === true && other !== undefined && { insteadOf: other.key }),
    ...(row.kind === 'letter' && { letter: days < 0 ? 'reminder' : 'payment demand' }),
    ...(row.kind === 'hold' && { hold: 'service' }),
  };
  const ladder = ladderOf([...above, ...readSteps([written])], 0);
  return checkLadder(ladder).length === 0 ? ladder.steps.slice(above.length, -1) : [];
}

/** Closes a ladder, and has its letters warn of every hold below them. */
function ladderOf(steps: readonly Step[], minimumGapBusinessDays: number): Ladder {
  const warning = steps.map((step, index) => {
    const holds = steps.slice(index).flatMap(({ kind, key }) => (kind === 'hold' ? [key] : []));
    return step.kind === 'letter' && holds.length > 0 ? { ...step, warnsOf: holds } : step;
  });
  return {
    name: 'random',
    version: 1,
    minimumGapBusinessDays,
    steps: [...warning, ...readSteps([lastCall])],
  };
}

function readSteps(written: readonly unknown[]): readonly Step[] {
  return ladderSchema.parse({ name: 'random', version: 1, minimumGapBusinessDays: 0, steps: written }).steps;
}
