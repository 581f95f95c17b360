import { allCaseIds } from '../../../db/queries/case/ids.ts';
import { casesThatMayOweLetters } from '../../../db/queries/case/owing-letters.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { switchShadow } from '../../../db/queries/workspace/change.ts';
import type { Role } from '../../../db/schema/index.ts';
import { addDays } from '../../core/calendar/business-date.ts';
import { nextOpenInstant } from '../../core/calendar/hours.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { decideNextStep } from '../../core/dunning/decide.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { ledgerIsStale } from '../import/tell-stale.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export const shadowRoles: readonly Role[] = ['manager', 'admin'];

/** What leaving shadow mode would send at first. */
export interface LettersWaiting {
  /** How many customers would get a letter in their next business hours. */
  readonly customers: number;
  /** How many more would, if they had a mail address that works. */
  readonly withoutAddress: number;
  /** All of it waits for fresher ledger data. */
  readonly stale: boolean;
}

/** Judged by the rules that the engine judges by, as if the ledger were up to date: a warning must not say too little. */
export async function lettersWaiting(scope: Scope): Promise<LettersWaiting> {
  const owing = new Set<number>();
  const reachable = new Set<number>();
  const caseIds = await casesThatMayOweLetters(scope.tx, addDays(scope.today, farthestDays));
  for (let from = 0; from < caseIds.length; from += judgedAtOnce) {
    const files = await loadCaseFiles(scope, caseIds.slice(from, from + judgedAtOnce));
    for (const file of files.filter((one) => owesLetter(scope, one))) {
      owing.add(file.customerId);
      if (file.facts.hasMailAddress) reachable.add(file.customerId);
    }
  }
  return {
    customers: reachable.size,
    withoutAddress: owing.size - reachable.size,
    stale: ledgerIsStale(scope),
  };
}

/** No ladder writes to a customer earlier than this before an invoice is due. */
const farthestDays = 31;

/** A ledger has more cases than should be in memory at once. */
const judgedAtOnce = 500;

function owesLetter(scope: Scope, { ladder, facts }: CaseFile): boolean {
  const letter = ladder.steps.find((step) => step.kind === 'letter');
  if (letter === undefined) return false;
  const at = nextOpenInstant(facts.calendar, letter.window, scope.now);
  const ledgerCovers = dateIn(facts.calendar.zone, at);
  const outOfShadow = { ...facts, shadow: false, hasMailAddress: true, ledgerCovers };
  return decideNextStep(ladder, outOfShadow, at).kind === 'letter';
}

/**
 * Switches shadow mode on (letters are shown and withheld) or off (they go out). Switching it off has every case
 * looked at: what was withheld is owed now.
 * @throws DomainError `forbidden` for whoever is neither manager nor admin, `conflict` when it is so already.
 */
export async function setShadow(office: Office, actor: Actor, on: boolean): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, shadowRoles, on ? 'hold letters back' : 'let letters out');
    const caseIds = await allCaseIds(scope.tx);
    await lockCases(scope.tx, caseIds);
    if (!(await switchShadow(scope.tx, scope.workspace.id, on)))
      throw new DomainError(
        'conflict',
        on ? 'Letters are held back already.' : 'Letters go out already: somebody switched shadow mode off.',
      );
    await record(scope, [{ what: `shadow mode switched ${on ? 'on' : 'off'}`, memberId: person.id }]);
    await wakeCases(scope, caseIds);
  });
}
