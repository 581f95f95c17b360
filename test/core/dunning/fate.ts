/** Cases, and what may happen to them, for properties. */
import fc from 'fast-check';
import { addDays, businessDate } from '../../../src/core/calendar/business-date.ts';
import type { Calendar } from '../../../src/core/calendar/business-days.ts';
import { checkLadder } from '../../../src/core/dunning/check-ladder.ts';
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
    rows: fc.array(
      fc.record({ dueIn: fc.integer({ min: -40, max: 90 }), open: fc.bigInt(1_000n, 90_000n) }),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  })
  .map(({ calendar, rows }) => {
    const invoices = rows.map(({ dueIn, open }, index) =>
      invoice(index + 1, addDays(start, dueIn), { open }, calendar),
    );
    return caseOf(invoices, { calendar, floor: 15_000n });
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

const rows = fc.array(
  fc.record({
    kind: fc.constantFrom(...stepKinds),
    back: fc.integer({ min: 0, max: 3 }),
    offset: fc.integer({ min: 0, max: 6 }),
    window: hours,
    sequence: fc.constantFrom('a', 'b', undefined),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Ladders of any shape that can be followed: softer and harder ones, without claims, with several letters. */
export const ladders: fc.Arbitrary<Ladder> = fc
  .tuple(rows, fc.integer({ min: -4, max: 2 }), fc.integer({ min: 0, max: 4 }))
  .map(([all, first, minimumGapBusinessDays]) => ({
    name: 'random',
    version: 1,
    minimumGapBusinessDays,
    steps: all.reduce<readonly Step[]>((above, row) => [...above, ...stepOn(above, row, first)], []),
  }))
  .filter((ladder) => ladder.steps.length > 0 && checkLadder(ladder).length === 0);

/** The step that a row describes, unless it would contradict those above it. */
function stepOn(
  above: readonly Step[],
  row: Pick<Step, 'kind' | 'window'> & { back: number; offset: number; sequence: string | undefined },
  first: number,
): readonly Step[] {
  const before = above.at(-1 - row.back);
  const last = above.findLast(({ anchor }) => anchor === 'due')?.offset;
  const fromDue = before === undefined || row.back === 3;
  const step = readStep({
    key: `s${above.length}`,
    label: row.kind,
    kind: row.kind,
    anchor: fromDue ? 'due' : { after: before.key },
    offset: {
      businessDays: fromDue ? (last === undefined ? first : daysOf(last)) + (row.offset % 3) : row.offset,
    },
    window: row.window,
    ...(row.sequence === undefined ? {} : { sequence: row.sequence }),
    ...(row.kind === 'letter' && { letter: 'payment demand' }),
    ...(row.kind === 'hold' && { hold: 'service' }),
  });
  const ladder = { name: 'random', version: 1, minimumGapBusinessDays: 0, steps: [...above, step] };
  return checkLadder(ladder).length === 0 ? [step] : [];
}

function readStep(written: unknown): Step {
  const [step] = ladderSchema.parse({
    name: 'random',
    version: 1,
    minimumGapBusinessDays: 0,
    steps: [written],
  }).steps;
  if (step === undefined) throw new Error('a ladder keeps its step');
  return step;
}
