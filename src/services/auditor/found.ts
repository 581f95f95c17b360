import type { Decision } from '../../core/dunning/decision.ts';
import type { CaseFile } from '../case/file.ts';
import type { Scope } from '../scope.ts';

/** What is compared with what should be. */
export type CheckName =
  | 'late wake'
  | 'not looked at'
  | 'set aside'
  | 'no next moment'
  | 'missed deadline'
  | 'nobody'
  | 'promise'
  | 'pause'
  | 'plan'
  | 'dispute'
  | 'hold'
  | 'approval'
  | 'balance'
  | 'message'
  | 'card'
  | 'letter'
  | 'announcement'
  | 'stop'
  | 'routine'
  | 'import'
  | 'history'
  | 'clock';

/** Something that is not as it should be. */
export interface Found {
  readonly check: CheckName;
  /** Of what: with the check's name it is known again by the next run. */
  readonly subject: string;
  readonly caseId?: number;
  /** What there is to say about it. Another value is news, but for `n`, a number that may grow. */
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
  readonly since?: Date;
  /** A fresh look at its case is all that it needs, and it gets one. */
  readonly mends?: true;
}

/** A few cases, held, of which none is due to be looked at anyway. */
export interface Bench {
  readonly scope: Scope;
  readonly caseIds: readonly number[];
  readonly files: readonly CaseFile[];
  /** What the only policy says about each now. */
  readonly decisions: ReadonlyMap<number, Decision>;
  readonly wakeAt: ReadonlyMap<number, Date | undefined>;
}

/** Looks at some cases. */
export type CaseCheck = (bench: Bench) => Promise<readonly Found[]>;

/** Looks at the workspace as a whole. */
export type DeskCheck = (scope: Scope) => Promise<readonly Found[]>;

const hourMilliseconds = 3_600_000;

/** A moment so many hours ago. What is late by less may be in somebody's hands at this moment. */
export function hoursAgo({ now }: Scope, hours = 1): Date {
  return new Date(now.getTime() - hours * hourMilliseconds);
}
