import { appendAnnouncement } from '../../../db/queries/hold-announcement/append.ts';
import type { HoldAnnouncementRow, LetterRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { requireRole } from '../member/roster.ts';
import { actingMember } from '../member/acting.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { bodyOf, type HoldBody, locksAt } from './body.ts';
import type { HoldNews } from './news.ts';
import { warningOf } from './warning.ts';

/** Writes an announcement in the transaction of the change, if there is anybody to hear of it. */
export async function announceHold(scope: Scope, news: HoldNews): Promise<void> {
  if (scope.office.holdsHeardAt === undefined) return;
  const body = await bodyOf(scope, news);
  await append(scope, { event: news.event, customerId: news.hold.customerId, holdId: news.hold.id }, body);
}

/** Announces that a letter which warns of a hold arrived: whoever listens may say so inside the service. */
export async function announceWarning(scope: Scope, row: LetterRow): Promise<void> {
  if (scope.office.holdsHeardAt === undefined) return;
  const warning = await warningOf(scope, row);
  if (warning === undefined) return;
  const { customerId, body } = warning;
  await append(scope, { event: 'warned', customerId }, body);
}

/**
 * Sends a test, which is about no customer; whoever asks is told what was answered. Returns the host that is asked.
 * @throws DomainError `forbidden` for anybody but managers and admins, `conflict` while no webhook is set
 */
export async function testWebhook(office: Office, actor: Actor): Promise<string> {
  return within(office, actor.workspaceId, async (scope) => {
    const { people, person } = await actingMember(scope, actor);
    requireRole(people, person, ['manager', 'admin'], 'test the webhook');
    if (office.holdsHeardAt === undefined)
      throw new DomainError(
        'conflict',
        'No webhook is set: whoever runs Dunwell sets HOLD_WEBHOOK_URL and HOLD_WEBHOOK_SECRET.',
      );
    const { id, name } = scope.workspace;
    const of = { workspace: { id, name }, locked: locksAt('test') };
    await append(scope, { event: 'test', askedBy: person.id }, of);
    return office.holdsHeardAt;
  });
}

type Subject = Partial<Pick<HoldAnnouncementRow, 'customerId' | 'holdId' | 'askedBy'>> &
  Pick<HoldAnnouncementRow, 'event'>;

/** The receiver tells events apart by `id`, and puts those of one customer in order by `sequence`. */
async function append(scope: Scope, subject: Subject, body: Partial<HoldBody>): Promise<void> {
  const eventId = `evt_${scope.office.token()}`;
  const { event } = subject;
  await appendAnnouncement(scope.tx, {
    ...subject,
    eventId,
    bodyAs: (sequence) => ({ id: eventId, event, sequence, at: scope.now.toISOString(), ...body }),
    at: scope.now,
    notBefore: scope.office.machineNow(),
  });
  scope.wake('announce');
}
