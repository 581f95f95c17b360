import type { Answer } from '../../router.ts';
import { PATIENCE } from '../limits.ts';

export interface Submitted {
  readonly answer: Promise<Answer>;
  /** False for the same form sent once more: its answer is being shown already. */
  readonly first: boolean;
}

export type RunOnce = (form: string, run: () => Promise<Answer>) => Submitted;

/**
 * Runs a submitted form once, however often Submit was pressed: later presses share the first one's answer. A form
 * that was answered with an error may be sent again.
 */
export function createRunOnce(now: () => number = Date.now): RunOnce {
  const known = new Map<string, { readonly answer: Promise<Answer>; readonly at: number }>();
  return (form, run) => {
    for (const [old, { at }] of known) if (now() - at > PATIENCE.rememberMs) known.delete(old);
    const before = known.get(form);
    if (before) return { answer: before.answer, first: false };
    const answer = run();
    known.set(form, { answer, at: now() });
    const settled = answer.then((found) => {
      if (found.kind === 'fieldErrors' || found.kind === 'refusal') known.delete(form);
      return found;
    });
    return { answer: settled, first: true };
  };
}
