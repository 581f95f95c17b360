import { findAnnouncement, laterAnnouncements } from '../../../db/queries/hold-announcement/find.ts';
import { requeueAnnouncement } from '../../../db/queries/hold-announcement/settle.ts';
import type { HoldAnnouncementRow } from '../../../db/schema/index.ts';
import { DomainError } from '../../core/error.ts';
import { actingMember } from '../member/acting.ts';
import { type Member, requireRole } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import { record } from '../audit/record.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';

/**
 * Has an announcement that was given up sent again, with the same event id. Returns the host that it goes to.
 * @throws DomainError `forbidden` for anybody but leads, managers and admins; `conflict` when it is not given up (any
 * more), when the service knows later news already, or while no webhook is set
 */
export async function sendAgain(office: Office, actor: Actor, announcementId: number): Promise<string> {
  return within(office, actor.workspaceId, async (scope) => {
    const { people, person } = await actingMember(scope, actor);
    requireRole(people, person, ['lead', 'manager', 'admin'], 'have a hold announced again');
    if (office.holdsHeardAt === undefined)
      throw new DomainError(
        'conflict',
        'No webhook is set any more: whoever runs Dunwell sets HOLD_WEBHOOK_URL.',
      );
    const row = await findAnnouncement(scope.tx, announcementId);
    if (row === undefined) throw new DomainError('not_found', 'This announcement is not here any more.');
    const [later] = (await laterAnnouncements(scope.tx, row)).filter(({ status }) => status === 'confirmed');
    if (later !== undefined)
      throw new DomainError(
        'conflict',
        `The service has confirmed later news of this hold (${later.event}): nothing is sent again.`,
      );
    const isFirst = await requeueAnnouncement(scope.tx, row.id, {
      askedBy: person.id,
      notBefore: office.machineNow(),
    });
    if (!isFirst) throw new DomainError('conflict', notParked(people, row));
    await record(scope, [
      { what: 'hold announced again', memberId: person.id, details: { event: row.eventId } },
    ]);
    if (row.holdId !== null) await refreshCards(scope, 'hold', [String(row.holdId)]);
    scope.wake('announce');
    return office.holdsHeardAt;
  });
}

function notParked(people: ReadonlyMap<number, Member>, { status, askedBy }: HoldAnnouncementRow): string {
  if (status === 'confirmed') return 'The service has confirmed this meanwhile; your press changed nothing.';
  const who = people.get(askedBy ?? 0)?.name;
  return who === undefined
    ? 'This is still being tried by itself; your press changed nothing.'
    : `${who} had it sent again already; your press changed nothing.`;
}
