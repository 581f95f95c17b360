import { findPause, numbersOfPauses } from '../../../db/queries/pause/find.ts';
import * as queries from '../../../db/queries/pause/write.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { loadCaseFile } from '../case/file.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshCards } from '../outbox/card.ts';
import { tellCase } from '../outbox/thread.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';

/**
 * Ends a pause before its time: it is pressed again from today.
 * @throws DomainError `conflict` when it is over already, saying who ended it
 */
export async function endPause(office: Office, actor: Actor, pauseId: number): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    const found = await findPause(scope.tx, pauseId);
    if (found === undefined) throw new DomainError('not_found', `There is no pause ${pauseId} here.`);
    const { caseId, whole } = found;
    const invoices = whole ? [] : await numbersOfPauses(scope.tx, [pauseId]);
    const { actor: person, people } = await holdCase(scope, actor, caseId);
    const { facts } = await loadCaseFile(scope, caseId);
    const endedOn = dateIn(facts.calendar.zone, scope.now);
    if (!(await queries.endPause(scope.tx, pauseId, { endedOn, endedBy: person.id }))) {
      const { endedBy } = (await findPause(scope.tx, pauseId)) ?? found;
      const who = endedBy === null ? '' : `: ${people.get(endedBy)?.name ?? 'somebody'} ended it`;
      throw new DomainError('conflict', `This pause is over already${who}. Nothing was changed.`);
    }
    await refreshCards(scope, 'pause', [String(pauseId)]);
    await tellCase(scope, caseId, {
      kind: 'pause over',
      caseId,
      memberId: person.id,
      ...(!whole && { invoices }),
    });
    await record(scope, [
      { what: 'pause ended early', memberId: person.id, caseId, details: { pause: pauseId } },
    ]);
    await wakeCases(scope, [caseId]);
  });
}
