import { heldNudges, rewriteMessage } from '../../../db/queries/outbox/held-nudges.ts';
import type { Notice } from '../notice.ts';
import { type Envelope, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

type Nudge = Extract<Notice, { kind: 'nudge' }>;

export interface NudgeEnvelope extends Envelope {
  readonly notice: Nudge;
}

/** For so long the first word about what just came up waits for more of it: letters are delivered one after the other. */
const gatherMinutes = 5;

/** Until when a nudge is held that is about nothing but tasks opened at these moments; undefined: it goes now. */
export function gathersUntil(openedAt: readonly Date[], now: Date): Date | undefined {
  const [since, until] = [-1, 1].map((sign) => new Date(now.getTime() + sign * gatherMinutes * 60_000));
  return since !== undefined && openedAt.every((moment) => moment > since) ? until : undefined;
}

/** Sends nudges; whoever has one coming within minutes is told of all in that one. */
export async function sayNudges(scope: Scope, nudges: readonly NudgeEnvelope[]): Promise<void> {
  if (nudges.length === 0) return;
  const streams = nudges.map(({ stream }) => stream);
  const held = new Map((await heldNudges(scope.tx, streams, scope.now)).map((row) => [row.stream, row]));
  for (const { stream, notice } of nudges) {
    const row = held.get(stream);
    if (row !== undefined)
      await rewriteMessage(scope.tx, row.id, { ...inOne(row.notice as unknown as Nudge, notice) });
  }
  await enqueue(
    scope,
    nudges.filter(({ stream }) => !held.has(stream)),
  );
}

/** What the later one knows of a task is newer. */
function inOne(first: Nudge, later: Nudge): Nudge {
  const tasks = new Map([...first.tasks, ...later.tasks].map((one) => [one.id, one]));
  return { ...first, ...later, tasks: [...tasks.values()] };
}
