import type { Call } from './calls.ts';
import { grouped } from './grouped.ts';
import type { Findings } from './judge.ts';
import { ladder } from './ladder.ts';
import type { RestKind } from './rests.ts';

/** How much there was of everything, so that a silent system cannot pass for a good one. */
export interface Counts {
  readonly letters: number;
  /** Those of the letters that went in place of a friendly call. */
  readonly mails: number;
  readonly calls: number;
  readonly outcomes: number;
  /** What rested invoices, by kind. */
  readonly rests: Readonly<Record<RestKind, number>>;
  readonly approvals: number;
  /** What became of the calls that were asked for. */
  readonly fates: Readonly<Record<Fate, number>>;
  /** Deadlines that passed, by person. */
  readonly missedBy: Readonly<Record<string, number>>;
  /** By step: how many were due, done, eased before anybody was late, and lost. */
  readonly steps: readonly {
    readonly step: string;
    readonly due: number;
    readonly done: number;
    readonly eased: number;
    readonly lost: number;
  }[];
}

export type Fate = 'on time' | 'taken over' | 'missed by all' | 'no longer needed';

export function countOf({ log, calls, steps, rests }: Findings): Counts {
  const fates = { 'on time': 0, 'taken over': 0, 'missed by all': 0, 'no longer needed': 0 };
  const restsBy = (kind: RestKind): number => rests.filter((rest) => rest.kind === kind).length;
  for (const call of calls) fates[fateOf(call)] += 1;
  return {
    letters: log.letters.length,
    mails: log.letters.filter(({ what }) => what === 'friendly mail').length,
    calls: calls.length,
    outcomes: log.called.length,
    rests: {
      promise: restsBy('promise'),
      dispute: restsBy('dispute'),
      pause: restsBy('pause'),
      plan: restsBy('plan'),
      advice: restsBy('advice'),
    },
    approvals: log.approvals.filter(({ again }) => !again).length,
    fates,
    missedBy: Object.fromEntries(
      [
        ...grouped(
          calls.flatMap(({ missedBy }) => missedBy),
          (user) => user,
        ),
      ]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([user, misses]) => [user.slice(2), misses.length]),
    ),
    steps: ladder.map(({ label }, position) => {
      const due = steps.filter((one) => one.position === position);
      const how = (fate: string): number => due.filter((one) => one.fate === fate).length;
      return { step: label, due: due.length, done: how('done'), eased: how('eased'), lost: how('lost') };
    }),
  };
}

/** Done by whoever was asked before their deadline, by somebody after it, or by nobody. */
export function fateOf({ tried, missedBy }: Call): Fate {
  if (missedBy.length === 0) return tried.length > 0 ? 'on time' : 'no longer needed';
  return tried.length > 0 ? 'taken over' : 'missed by all';
}
