import { noteStaleTold } from '../../../db/queries/workspace/settings.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { withRole, roster } from '../member/roster.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';

/** Data older than one business day is stale: letters and broken-promise verdicts wait for it. */
export function ledgerIsStale(scope: Scope): boolean {
  const covers = scope.workspace.ledgerCovers;
  return covers !== null && covers < addBusinessDays(scope.calendar, scope.today, -1);
}

/** Tells admins and finance once a day that the ledger has fallen behind and what waits for it. */
export async function tellStaleLedger(scope: Scope): Promise<void> {
  if (!ledgerIsStale(scope) || scope.workspace.staleToldOn === scope.today) return;
  const people = await roster(scope);
  const told = new Set([...withRole(people, 'admin'), ...withRole(people, 'finance')]);
  await enqueue(
    scope,
    [...told].map((person) => ({
      stream: directStream(person.id),
      class: 'durable',
      notice: { kind: 'ledger stale', covers: scope.workspace.ledgerCovers },
    })),
  );
  await noteStaleTold(scope.tx, scope.workspace.id, scope.today);
}
