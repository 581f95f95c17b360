import * as claims from '../../../db/queries/hold-announcement/claim.ts';
import { settleAnnouncement } from '../../../db/queries/hold-announcement/settle.ts';
import type { HoldAnnouncementRow } from '../../../db/schema/index.ts';
import { hasRole, type Member, roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { directStream, enqueue } from '../outbox/enqueue.ts';
import type { Heard, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { isLastTry, pauseSeconds } from './patience.ts';

export type { ClaimedAnnouncement } from '../../../db/queries/hold-announcement/claim.ts';

/** Longer than a receiver may take to answer. */
const leaseSeconds = 60;

/** Takes an announcement that can be sent now. */
export async function claimAnnouncement(
  office: Office,
  workspaceId: number,
): Promise<claims.ClaimedAnnouncement | undefined> {
  return within(office, workspaceId, ({ tx }) =>
    claims.claimAnnouncement(tx, office.machineNow(), leaseSeconds),
  );
}

/** Writes down what the receiver made of it: confirmed, to be tried again, or for a person to look at. */
export async function announcementHeard(
  office: Office,
  workspaceId: number,
  claimed: claims.ClaimedAnnouncement,
  heard: Heard,
): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    const row = await settleAnnouncement(scope.tx, claimed, outcomeOf(scope, claimed, heard));
    if (row === undefined) return;
    if (row.holdId !== null) await refreshCards(scope, 'hold', [String(row.holdId)]);
    if (row.event === 'test') await tellTester(scope, row);
    else if (row.status === 'parked') await tellSteward(scope, row);
    scope.wake('announce');
  });
}

function outcomeOf({ office, now }: Scope, { attempts, body }: claims.ClaimedAnnouncement, heard: Heard) {
  const { answer } = heard;
  if (heard.kind === 'confirmed') return { status: 'confirmed', answer, settledAt: now } as const;
  if (isLastTry(attempts, body['event'] === 'test'))
    return { status: 'parked', answer, settledAt: now } as const;
  const asked = heard.kind === 'refused' ? heard.retryAfterSeconds : undefined;
  const notBefore = new Date(office.machineNow().getTime() + pauseSeconds(attempts, asked) * 1000);
  return { status: 'waiting', answer, notBefore } as const;
}

async function tellTester(scope: Scope, { askedBy, status, answer }: HoldAnnouncementRow): Promise<void> {
  if (askedBy === null) return;
  const notice = {
    kind: 'webhook tested',
    host: scope.office.holdsHeardAt ?? '',
    confirmed: status === 'confirmed',
    answer: answer ?? '',
  } as const;
  await enqueue(scope, [{ stream: directStream(askedBy), class: 'durable', notice }]);
}

/** Whoever runs the connection, else whoever answers for the holds. */
async function tellSteward(scope: Scope, { id, answer }: HoldAnnouncementRow): Promise<void> {
  scope.office.log.warn({ announcement: id, answer }, 'the service does not confirm a hold: people are told');
  const people = [...(await roster(scope)).values()];
  const withRole = (role: Member['roles'][number]) => people.filter((person) => hasRole(person, [role]));
  const told = withRole('admin').length > 0 ? withRole('admin') : withRole('manager');
  await enqueue(
    scope,
    told.map((person) => ({
      stream: directStream(person.id),
      class: 'durable',
      notice: { kind: 'announcement parked', announcementId: id },
    })),
  );
}
