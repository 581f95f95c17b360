import { allCaseIds } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { switchShadow } from '../../../db/queries/workspace/change.ts';
import type { Role } from '../../../db/schema/index.ts';
import { nextOpenInstant } from '../../core/calendar/hours.ts';
import { decideNextStep } from '../../core/dunning/decide.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFiles } from '../case/file.ts';
import { wakeCases } from '../case/wake.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';

export const shadowRoles: readonly Role[] = ['manager', 'admin'];

/** How many customers would get a letter in the next business hours if letters went out. */
export interface LettersWaiting {
  readonly customers: number;
  /** They would, if they had a mail address that works. */
  readonly withoutAddress: number;
}

/** What leaving shadow mode would do first, judged by the same rules as the engine's. */
export async function lettersWaiting(scope: Scope): Promise<LettersWaiting> {
  const files = await loadCaseFiles(scope, await allCaseIds(scope.tx));
  const toSend = new Set<number>();
  const impossible = new Set<number>();
  for (const file of files) {
    const decision = decideNextStep(file.ladder, { ...file.facts, shadow: false }, lettersNext(scope, file));
    if (decision.kind !== 'letter') continue;
    (decision.how === 'send' ? toSend : impossible).add(file.customerId);
  }
  return { customers: toSend.size, withoutAddress: [...impossible].filter((id) => !toSend.has(id)).length };
}

/** The moment from which letters may go to the customer: now, or when their next hours begin. */
function lettersNext(scope: Scope, { ladder, facts }: CaseFile): Date {
  const letter = ladder.steps.find((step) => step.kind === 'letter');
  return letter === undefined ? scope.now : nextOpenInstant(facts.calendar, letter.window, scope.now);
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
