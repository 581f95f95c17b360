import { putOffTask } from '../../../db/queries/task/move.ts';
import type { TaskRow } from '../../../db/schema/index.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import type { Hours } from '../../core/calendar/hours.ts';
import { dateIn, timeIn } from '../../core/calendar/zone.ts';
import { nudgesOfFirstHour } from '../../core/task/enforce.ts';
import { mostAttempts, retryAfterOutcome, type Unreached } from '../../core/task/retry.ts';
import { settleHands } from '../absence/settle-hands.ts';
import type { CaseFile } from '../case/file.ts';
import type { HeldCase } from '../case/of-actor.ts';
import type { Scope } from '../scope.ts';
import { deadlineOf } from '../task/deadline-of.ts';

/** Puts a call in which nobody was reached to its next time, or to another contact. Says so in words. */
export async function callAgain(
  scope: Scope,
  { people, actor }: HeldCase,
  file: CaseFile,
  call: TaskRow,
  outcome: Unreached,
): Promise<string> {
  const { calendar } = file.facts;
  const attempts = call.attempts + 1;
  const again = retryAfterOutcome(outcome, attempts, calendar, scope.now, hoursOf(file, call));
  if (again.kind === 'another contact') {
    const holder = people.get(call.holderId) ?? actor;
    // There is one day to find somebody else: trying the same number again does not put it off.
    const isFirst = call.attempts < mostAttempts;
    const hours = {
      dueAt: scope.now,
      deadlineAt: isFirst ? deadlineOf(holder, call.level, scope.now, calendar) : call.deadlineAt,
    };
    await putOffTask(scope.tx, call.id, {
      attempts: Math.max(attempts, mostAttempts),
      ...hours,
      // Whoever just tried and failed needs no nudge within the hour, which may be the customer's evening.
      nudgesSpent: nudgesOfFirstHour(hours),
    });
    return 'find another contact or number, then call';
  }
  const { due, deadline } = again;
  await putOffTask(scope.tx, call.id, { attempts, dueAt: due, deadlineAt: deadline, nudgesSpent: 0 });
  // Who tried today may be away then.
  await settleHands(scope, people, [
    { ...call, customerId: file.customerId, dueAt: due, deadlineAt: deadline },
  ]);
  return `call again ${formatDate(dateIn(calendar.zone, due), { today: scope.today })} at ${timeIn(calendar.zone, due)}`;
}

/** The hours in which this step calls; a call back has those of any day. */
function hoursOf({ ladder }: CaseFile, call: TaskRow): Hours {
  return ladder.steps.find((step) => step.key === call.step)?.window ?? { from: '09:00', to: '17:00' };
}
