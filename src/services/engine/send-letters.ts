import { warnedHold } from '../../core/dunning/warned-hold.ts';
import { announcedGone } from '../announcement/end.ts';
import { tellWritten } from '../letter/told.ts';
import { writeLetters } from '../letter/write.ts';
import type { Scope } from '../scope.ts';
import type { JudgedTo } from './judged.ts';
import { occur } from './occur.ts';

const occurrenceHow = { send: 'under way', withhold: 'withheld', impossible: 'impossible' } as const;

/** Writes the letters that were decided: mails go to the outbox, withheld and impossible ones are recorded as such. */
export async function sendLetters(scope: Scope, letters: readonly JudgedTo<'letter'>[]): Promise<void> {
  if (letters.length === 0) return;
  const happened = await occur(
    scope,
    letters.map(({ file, decision }) => ({
      ...decision,
      file,
      decision,
      how: occurrenceHow[decision.how],
      reason: 'ladder' as const,
    })),
  );
  const rows = await writeLetters(
    scope,
    happened.map(({ file, decision, occurrenceId }) => ({
      file,
      kind: decision.letter,
      audience: decision.audience,
      on: decision.on,
      named: decision.invoices,
      how: decision.how,
      occurrenceId,
      warnsOf: warnedHold(file.ladder, file.facts, decision.step, decision.on),
    })),
  );
  await announcedGone(scope, rows);
  await tellWritten(scope, rows);
}
