import { inArray } from 'drizzle-orm';
import { miss } from '../../../db/schema/index.ts';
import { showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** The subject of a take-over card: who missed, who has it now, on which day, and which of the two reads it. */
export interface TakenOver {
  readonly missedBy: number;
  readonly heldBy: number;
  readonly day: string;
  readonly reader: number;
}

export const takenOverSubject = (of: TakenOver): string =>
  [of.missedBy, of.heldBy, of.day, of.reader].join(':');

export function parseTakenOver(subject: string): TakenOver {
  const [missedBy = '', heldBy = '', day = '', reader = ''] = subject.split(':');
  return { missedBy: Number(missedBy), heldBy: Number(heldBy), day, reader: Number(reader) };
}

/**
 * Tells both sides of today's misses, one card per pair of people and day that grows as the day goes on: the person
 * who has the tasks now, and the one from whom they were taken, with the reason.
 */
export async function showTakenOver(scope: Scope, taskIds: readonly number[]): Promise<void> {
  const rows = await scope.tx
    .selectDistinct({ missedBy: miss.memberId, heldBy: miss.nextHolderId, day: miss.onDay })
    .from(miss)
    .where(inArray(miss.taskId, [...taskIds]));
  for (const row of rows.filter((one) => one.day === scope.today))
    for (const reader of new Set([row.heldBy, row.missedBy]))
      await showCard(scope, 'taken over', takenOverSubject({ ...row, reader }), {
        stream: directStream(reader),
      });
}
