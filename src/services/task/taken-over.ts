import { membersWithDueList } from '../../../db/queries/routine/plan.ts';
import { type Takeover, takeoversOfTasks } from '../../../db/queries/task/misses.ts';
import { isAtWork } from '../../core/task/presence.ts';
import { presenceOf } from '../member/presence.ts';
import { type Member, memberOf } from '../member/roster.ts';
import { showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** The subject of a take-over card: who missed, who has it now, on which day, and which of the two reads it. */
export interface TakenOver extends Takeover {
  readonly reader: number;
}

const takenOverSubject = (of: TakenOver): string => [of.missedBy, of.heldBy, of.day, of.reader].join(':');

export function parseTakenOver(subject: string): TakenOver {
  const [missedBy = '', heldBy = '', day = '', reader = ''] = subject.split(':');
  return { missedBy: Number(missedBy), heldBy: Number(heldBy), day, reader: Number(reader) };
}

/**
 * Tells both sides of today's misses, one card per pair of people and day that grows as the day goes on: the person
 * who has the tasks now, and the one from whom they were taken, with the reason. Whoever has them and is not at work,
 * or gets the morning list at this moment, finds them marked there instead; so does whoever keeps them, as the last
 * reminder came half an hour ago.
 */
export async function showTakenOver(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  taskIds: readonly number[],
): Promise<void> {
  const getList = await membersWithDueList(scope.tx, scope.now);
  const isToldNow = (id: number): boolean =>
    !getList.has(id) && isAtWork(presenceOf(memberOf(people, id)), scope.now);
  const takeovers = await takeoversOfTasks(scope.tx, taskIds);
  const passedOn = takeovers.filter((one) => one.day === scope.today && one.heldBy !== one.missedBy);
  for (const takeover of passedOn)
    for (const reader of [takeover.heldBy, takeover.missedBy])
      if (reader !== takeover.heldBy || isToldNow(reader))
        await showCard(scope, 'taken over', takenOverSubject({ ...takeover, reader }), {
          stream: directStream(reader),
        });
}
