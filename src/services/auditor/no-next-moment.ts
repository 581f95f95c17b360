import type { RestReason } from '../../core/dunning/decision.ts';
import { pressedAmounts } from '../../core/dunning/pressure.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { CaseFile } from '../case/file.ts';
import { nextMoments } from '../engine/wake-times.ts';
import type { Scope } from '../scope.ts';
import type { Bench, Found } from './found.ts';

/** Cases with something to press for that nothing will ever bring up again: no day, no task, no approval. */
export async function casesWithoutMoment({ scope, files, decisions }: Bench): Promise<readonly Found[]> {
  const idle = files.flatMap((file) => {
    const decision = decisions.get(file.facts.caseId);
    if (decision?.kind !== 'rest' || decision.until !== undefined) return [];
    return isForgotten(scope, file, decision.because) ? [{ file, because: decision.because }] : [];
  });
  const ids = idle.map(({ file }) => file.facts.caseId);
  const moments = await nextMoments(scope, ids, new Map());
  return idle
    .filter(({ file }) => !moments.has(file.facts.caseId))
    .map(({ file: { facts }, because }) => ({
      check: 'no next moment',
      subject: String(facts.caseId),
      caseId: facts.caseId,
      facts: { because },
    }));
}

function isForgotten({ now }: Scope, file: CaseFile, because: RestReason): boolean {
  return !waitsForKnown(file, because) && pressesEnough(file, now);
}

/** Rests that end when something comes in, and of which somebody is told in another way. */
function waitsForKnown(file: CaseFile, because: RestReason): boolean {
  switch (because) {
    case 'stopped':
    case 'shadow mode':
    case 'ledger is stale':
    case 'letter is under way':
      return true;
    case 'ladder ended':
      return wasHandedOver(file);
    default:
      return false;
  }
}

function wasHandedOver({ facts, ladder }: CaseFile): boolean {
  const last = ladder.steps.filter(({ kind }) => kind === 'handover').map(({ key }) => key);
  return facts.invoices.some(({ received }) => received.some(({ step }) => last.includes(step)));
}

function pressesEnough({ facts }: CaseFile, now: Date): boolean {
  const today = dateIn(facts.calendar.zone, now);
  const pressed = pressedAmounts(facts, today);
  return facts.invoices.some(
    ({ effectiveDueOn }, n) => effectiveDueOn < today && (pressed[n] ?? 0n) >= facts.floor,
  );
}
