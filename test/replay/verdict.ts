import { countOf } from './oracle/counts.ts';
import type { Findings } from './oracle/judge.ts';
import { zerosOf } from './oracle/report.ts';

export interface Conditions {
  readonly forget: number;
  readonly enforced: boolean;
  /** Something of every kind puts cases at rest. */
  readonly eventful: boolean;
}

/**
 * Why a replay failed, in words that begin with the day; nothing when it did not. Without enforcement it fails when no
 * step was lost, as then nothing is known of what enforcement is good for; and silence never passes.
 */
export function failuresOf(
  findings: Findings,
  { forget, enforced, eventful }: Conditions,
): readonly string[] {
  const zeros = zerosOf(findings);
  if (!enforced) return zeros['steps lost']?.length ? [] : ['nothing was lost without enforcement'];
  const found = Object.entries(zeros).flatMap(([name, list]) =>
    list.slice(0, 1).map((first) => `${first}: ${name}, ${list.length} in all`),
  );
  return [...found, ...silencesOf(findings, forget, eventful)];
}

/** What never happened at all, though people and customers were there. */
function silencesOf(findings: Findings, forget: number, eventful: boolean): readonly string[] {
  const { letters, mails, calls, approvals, outcomes, rests, steps } = countOf(findings);
  const expected: Readonly<Record<string, number>> = {
    'demands in writing': letters - mails,
    'friendly mails': mails,
    calls,
    approvals,
    ...(forget < 1 ? { outcomes, promises: rests.promise } : {}),
    ...(eventful
      ? { disputes: rests.dispute, pauses: rests.pause, plans: rests.plan, advices: rests.advice }
      : {}),
    ...Object.fromEntries(steps.slice(0, -1).map(({ step, due }) => [`${step} due`, due])),
  };
  return Object.entries(expected).flatMap(([what, n]) =>
    n > 0 ? [] : [`${what}: none, so nothing was judged`],
  );
}
