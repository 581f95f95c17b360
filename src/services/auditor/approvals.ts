import { pendingApprovals } from '../../../db/queries/approval/find.ts';
import { nextReminder } from '../approval/reminder-times.ts';
import type { Bench, Found } from './found.ts';

/** Approvals that nobody decides and nobody was reminded of. */
export async function approvalsForgotten({ scope, caseIds }: Bench): Promise<readonly Found[]> {
  const pending = await pendingApprovals(scope.tx, caseIds);
  return pending.flatMap((row) => {
    const reminder = nextReminder(scope, row.askedAt, row.remindersSpent);
    if (reminder > scope.now) return [];
    return [
      {
        check: 'approval',
        subject: String(row.id),
        caseId: row.caseId,
        since: reminder,
        facts: { what: row.step },
        mends: true,
      },
    ];
  });
}
