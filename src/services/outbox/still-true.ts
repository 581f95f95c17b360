import { approvalsInBundle } from '../../../db/queries/approval/asked.ts';
import { approvalsById } from '../../../db/queries/approval/find.ts';
import { findAnnouncement } from '../../../db/queries/hold-announcement/find.ts';
import { findLetter } from '../../../db/queries/letter/find.ts';
import { proposedPlans } from '../../../db/queries/plan/find.ts';
import { fencesOfOpenTasks } from '../../../db/queries/task/find.ts';
import { goingLetters, parseGoing } from '../announcement/going.ts';
import { missingSeries } from '../interest/tell-missing.ts';
import type { Notice } from '../notice.ts';
import type { Scope } from '../scope.ts';

/** The notice as far as it still holds at the moment of sending; nothing when there is nothing left to say. */
export async function stillTrue(scope: Scope, notice: Notice): Promise<Notice | undefined> {
  switch (notice.kind) {
    case 'nudge': {
      const tasks = await unmoved(scope, notice.tasks);
      return tasks.length === 0 ? undefined : { ...notice, tasks };
    }
    case 'plans wait': {
      const planIds = await proposed(scope, notice.planIds);
      return planIds.length === 0 ? undefined : { ...notice, planIds };
    }
    case 'mail':
      return (await findLetter(scope.tx, notice.letterId))?.status === 'queued' ? notice : undefined;
    case 'rates missing': {
      const missing = await missingSeries(scope);
      const series = notice.series.filter((one) => missing.includes(one));
      return series.length === 0 ? undefined : { ...notice, series };
    }
    case 'announcement parked':
      return (await findAnnouncement(scope.tx, notice.announcementId))?.status === 'parked'
        ? notice
        : undefined;
    case 'card':
      return (await isWanted(scope, notice)) ? notice : undefined;
    case 'outcome':
    case 'promise':
    case 'payment':
    case 'payment changed':
    case 'letter':
    case 'raised':
    case 'dispute':
    case 'pause over':
    case 'hold':
    case 'stop':
    case 'limitation':
    case 'webhook tested':
    case 'approval decided':
    case 'ledger imported':
    case 'ledger stale':
    case 'plan':
    case 'plan news':
    case 'away':
    case 'back':
    case 'write-off taken back':
    case 'late costs waived':
    case 'caught up':
    case 'left':
      return notice;
  }
}

type CardNotice = Extract<Notice, { readonly kind: 'card' }>;

/** A question whose time passed before anybody could be asked needs no asking: its thread and the file say what came of it. */
async function isWanted(scope: Scope, { card, subject }: CardNotice): Promise<boolean> {
  switch (card) {
    case 'approvals':
      return anyWaits(scope, subject);
    case 'letters going':
      return (await goingLetters(scope, parseGoing(subject))).some(({ row }) => row.status === 'waiting');
    default:
      return true;
  }
}

async function anyWaits({ tx }: Scope, bundle: string): Promise<boolean> {
  const ids = (await approvalsInBundle(tx, bundle)).map(({ id }) => id);
  const asked = await approvalsById(tx, ids);
  return asked.some(({ status }) => status === 'pending');
}

/** Those plans that nobody decided about meanwhile. */
async function proposed({ tx }: Scope, planIds: readonly number[]): Promise<readonly number[]> {
  const waiting = new Set((await proposedPlans(tx)).map(({ plan }) => plan.id));
  return planIds.filter((id) => waiting.has(id));
}

interface FencedTask {
  readonly id: number;
  readonly fence: number;
}

/** Those that are open, in the hands and at the times they had when the notice was written. */
async function unmoved(scope: Scope, tasks: readonly FencedTask[]): Promise<readonly FencedTask[]> {
  const fences = await fencesOfOpenTasks(
    scope.tx,
    tasks.map((one) => one.id),
  );
  return tasks.filter((one) => fences.get(one.id) === one.fence);
}
