import { lastAnswer } from '../../../db/queries/approval/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { DomainError } from '../../core/error.ts';
import type { Member } from '../member/roster.ts';
import type { Scope } from '../scope.ts';

/** @throws DomainError `conflict` when the same was refused and its day to look again has not come. */
export async function refuseUntilReview(
  scope: Scope,
  people: ReadonlyMap<number, Member>,
  asked: Pick<ApprovalRow, 'caseId' | 'kind' | 'step'>,
): Promise<void> {
  const last = await lastAnswer(scope.tx, asked);
  if (last?.status !== 'refused' || last.reviewOn === null || last.reviewOn <= scope.today) return;
  const who = people.get(last.decidedBy ?? 0)?.name ?? 'somebody';
  const day = formatDate(businessDate(last.reviewOn), { today: scope.today });
  throw new DomainError(
    'conflict',
    `${who} refused this ${asked.kind} (${last.reason ?? 'no reason given'}): it is looked at again on ${day}. With new grounds, press Ask again… on the refusal in the thread.`,
  );
}
