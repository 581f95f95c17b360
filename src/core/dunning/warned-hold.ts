import type { BusinessDate } from '../calendar/business-date.ts';
import { isExempt } from '../hold/exempt.ts';
import type { HoldKind } from '../hold/kind.ts';
import type { CaseFacts } from './facts.ts';
import type { HoldStep, Ladder, LetterStep, Step } from './ladder.ts';
import { dayAt, type Offset } from './offset.ts';

/** What a letter warns of. */
export interface WarnedHold {
  readonly held: HoldKind;
  /** The first day on which it can come, if nothing rests until then. */
  readonly from: BusinessDate;
}

/** The hold that a letter of this day warns of; undefined when its step warns of none, or nothing is held of them. */
export function warnedHold(
  { steps }: Ladder,
  { calendar, payer }: Pick<CaseFacts, 'calendar' | 'payer'>,
  key: string,
  on: BusinessDate,
): WarnedHold | undefined {
  const letter = steps.find((step): step is LetterStep => step.kind === 'letter' && step.key === key);
  const hold = steps.find(
    (step): step is HoldStep => step.kind === 'hold' && letter?.warnsOf?.includes(step.key) === true,
  );
  const offsets = letter && hold && offsetsBetween(steps, letter, hold);
  if (hold === undefined || offsets === undefined || isExempt(payer.tags)) return undefined;
  return { held: hold.hold, from: offsets.reduce((day, offset) => dayAt(calendar, day, offset), on) };
}

/** The offsets from a letter to a step that comes after it, in order; undefined when it does not lead there. */
function offsetsBetween(
  steps: readonly Step[],
  letter: LetterStep,
  { key, anchor, offset }: Step,
): readonly Offset[] | undefined {
  if (key === letter.key || key === letter.insteadOf) return [];
  const before = typeof anchor === 'string' ? undefined : steps.find((one) => one.key === anchor.after);
  const until = before && offsetsBetween(steps, letter, before);
  return until && [...until, offset];
}
