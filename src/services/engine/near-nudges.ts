import { nudgesSince } from '../../../db/queries/outbox/reminders.ts';
import type { TaskInHand } from '../../../db/queries/task/in-hand.ts';
import { nudgeMoments } from '../../core/task/enforce.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';

/** What somebody is to be reminded of so soon after something else is brought up with it, and not once more. */
const nearMs = 20 * 60_000;

/** Tasks of which a further reminder is near; the first one comes when they are due, as somebody may have agreed to that. */
export function remindedSoon(tasks: readonly TaskInHand[], now: Date): readonly number[] {
  return tasks
    .filter((task) => {
      const next = nudgeMoments(task)[task.nudgesSpent];
      return (
        next !== undefined && next > task.dueAt && next > now && next.getTime() - now.getTime() <= nearMs
      );
    })
    .map(({ id }) => id);
}

/** Whether a task was brought up just now, as it is, with its holder. */
export async function broughtUp(
  { tx, now }: Scope,
  streams: readonly string[],
): Promise<(task: { readonly id: number; readonly fence: number }) => boolean> {
  const notices = await nudgesSince(tx, streams, new Date(now.getTime() - nearMs));
  const named = new Set(
    notices.flatMap((notice) =>
      (notice as unknown as Extract<Notice, { kind: 'nudge' }>).tasks.map(
        ({ id, fence }) => `${id}:${fence}`,
      ),
    ),
  );
  return ({ id, fence }) => named.has(`${id}:${fence}`);
}
