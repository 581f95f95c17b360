import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { endAnnouncement } from '../../../db/queries/announcement/write.ts';
import type { AnnouncementRow, LetterRow } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import type { JudgedTo } from '../engine/judged.ts';
import type { Scope } from '../scope.ts';
import { refreshAnnouncements } from './refresh.ts';

/** Takes back what was announced for cases that do not owe it any more, or not today; the card says why. */
export async function withdrawLetters(scope: Scope, resting: readonly JudgedTo<'rest'>[]): Promise<void> {
  const withdrawn = resting.filter(({ decision }) => decision.withdrawsLetter);
  if (withdrawn.length === 0) return;
  const waiting = await waitingAnnouncements(
    scope.tx,
    withdrawn.map(({ file }) => file.facts.caseId),
  );
  for (const { file, decision } of withdrawn)
    for (const row of waiting.filter(({ caseId }) => caseId === file.facts.caseId))
      await withdraw(scope, row, decision.because);
}

/** Takes one back. */
export async function withdraw(scope: Scope, row: AnnouncementRow, because: string): Promise<void> {
  await endAnnouncement(scope.tx, row.id, { status: 'withdrawn', because, endedAt: scope.now });
  await refreshAnnouncements(scope, [row]);
  await record(scope, [{ what: `${row.kind} withdrawn: ${because}`, caseId: row.caseId }]);
}

/** What was announced for these cases is gone by these letters. */
export async function announcedGone(scope: Scope, letters: readonly LetterRow[]): Promise<void> {
  if (letters.length === 0) return;
  const waiting = await waitingAnnouncements(
    scope.tx,
    letters.map(({ caseId }) => caseId),
  );
  for (const row of waiting) {
    const letter = letters.find(({ caseId }) => caseId === row.caseId);
    await endAnnouncement(scope.tx, row.id, {
      status: 'gone',
      letterId: letter?.id ?? null,
      endedAt: scope.now,
    });
  }
  await refreshAnnouncements(scope, waiting);
}
