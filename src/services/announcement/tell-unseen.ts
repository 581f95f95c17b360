import { noteTold } from '../../../db/queries/announcement/write.ts';
import { groupBy } from '../../core/group-by.ts';
import type { JudgedTo } from '../engine/judged.ts';
import { holderAt, holderOf } from '../member/holder.ts';
import { hasRole, type Member, roster } from '../member/roster.ts';
import { showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import { casesShown } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { goingSubject, parseGoing } from './going.ts';

/**
 * Tells of letters whose cases have no card in the channel, so no thread: somebody who may hold them back gets one
 * message for those that go at one time, which is kept up to date.
 */
export async function tellUnseen(scope: Scope, letters: readonly JudgedTo<'announcement'>[]): Promise<void> {
  const shown = await casesShown(
    scope,
    letters.map(({ file }) => file.facts.caseId),
  );
  const unseen = letters.filter(({ file }) => !shown.has(file.facts.caseId));
  if (unseen.length === 0) return;
  const people = await roster(scope);
  const messages = groupBy(unseen, ({ file, decision: { goesAt } }) =>
    goingSubject({ reader: readerOf(people, file.ownerId, { from: scope.now, to: goesAt }).id, goesAt }),
  );
  for (const [subject, of] of messages) {
    const { reader } = parseGoing(subject);
    await noteTold(
      scope.tx,
      of.map(({ file }) => file.facts.caseId),
      reader,
    );
    await showCard(scope, 'letters going', subject, { stream: directStream(reader) });
  }
}

/** The owner, if they are at work before it goes; a deputy only where their role allows it too. */
function readerOf(
  people: ReadonlyMap<number, Member>,
  ownerId: number | undefined,
  when: { readonly from: Date; readonly to: Date },
): Member {
  const holder = holderOf(people, ownerId, when);
  const mayHold = holder.id === ownerId || hasRole(holder, ['lead', 'manager', 'admin']);
  return mayHold ? holder : holderAt(people, ownerId, 'lead', when);
}
