import { lockAllCases } from '../../../db/queries/case/lock.ts';
import { ledgerCovers } from '../../../db/queries/workspace/ledger-covers.ts';
import { businessDate, type BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { coverDay } from './cover-day.ts';
import { stewardOf } from './steward.ts';

/**
 * States that all cash up to a day is in the ledger, so that no newer export is needed: letters and promises that
 * waited for it are judged at once.
 * @throws DomainError `invalid` for a day to come; `conflict` before the first import, and for a day that is covered.
 */
export async function coverThrough(office: Office, actor: Actor, day: BusinessDate): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'say how far the ledger reaches');
    await lockAllCases(scope.tx);
    const before = await ledgerCovers(scope.tx);
    refuseDay(scope, before, day);
    await record(scope, [
      { what: 'ledger covered', memberId: actor.memberId, details: { through: day, before } },
    ]);
    await coverDay(scope, day);
  });
}

function refuseDay({ today }: Scope, before: string | null, day: BusinessDate): void {
  const named = formatDate(day, { today });
  if (before === null)
    throw new DomainError('conflict', 'There is no ledger yet: import open items first, with /import.');
  if (day > today)
    throw new DomainError(
      'invalid',
      `${named} is still to come: the ledger can cover today (${formatDate(today, { today })}) at most.`,
    );
  if (before >= today) throw coversToday(businessDate(before), today);
  if (day <= before)
    throw new DomainError(
      'conflict',
      `The ledger covers ${formatDate(businessDate(before), { today })} already: choose a day after it.`,
    );
}

/** The last day whose cash is in the ledger; null: there is none yet. */
export async function coveredDay(office: Office, workspaceId: number): Promise<string | null> {
  return within(office, workspaceId, ({ tx }) => ledgerCovers(tx));
}

/** What to answer where there is no day left to say anything about. */
export function coversToday(covers: BusinessDate, today: BusinessDate): DomainError {
  return new DomainError(
    'conflict',
    `The ledger covers ${formatDate(covers, { today })} already: there is nothing to add before tomorrow.`,
  );
}
