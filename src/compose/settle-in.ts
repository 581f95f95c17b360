import type { SlackConnection } from '../chat/slack/receive.ts';
import type { PlatformUser } from '../chat/port.ts';
import type { Config } from '../config.ts';
import { followCalendars } from '../services/calendar/follow.ts';
import { enrol, type Newcomer } from '../services/member/enrol.ts';
import type { Office } from '../services/ports.ts';
import { leave } from '../services/member/leave.ts';
import { openWorkspace } from '../services/workspace/open.ts';
import { learnThreadLink } from '../services/workspace/thread-link.ts';
import { chooseChannel } from '../services/workspace/settings.ts';
import { localChannel, localTeam, localTeamOf } from './local-team.ts';

/**
 * Opens the team's workspace at first sight, with the people it can start with. Returns its id. Known workspaces and
 * people stay as they are.
 */
export async function settleIn(
  { place }: Config,
  office: Office,
  slack: SlackConnection,
  isLocal: boolean,
): Promise<number> {
  const name = isLocal ? localTeamOf.name : slack.teamId;
  const id = await openWorkspace(office.db, { platform: 'slack', teamId: slack.teamId, name, ...place });
  const users = await slack.port.users();
  await enrol(office, id, isLocal ? localPeople(place.zone) : admins(users));
  // Whoever left while nobody listened.
  await leave(
    office,
    id,
    users.filter(({ deleted }) => deleted).map((user) => user.id),
  );
  await followCalendars(office, id);
  if (slack.threadLink !== undefined) await learnThreadLink(office, id, slack.threadLink);
  if (isLocal) await chooseChannel(office, id, localChannel.id);
  return id;
}

function localPeople(zone: string): readonly Newcomer[] {
  return localTeam.map(({ id, name, roles }) => ({ userId: id, name, roles, zone }));
}

/** On a real platform its admins come first, and name everybody else with /team. */
function admins(users: readonly PlatformUser[]): readonly Newcomer[] {
  return users
    .filter((user) => user.isAdmin && !user.isBot && !user.deleted)
    .map((user) => ({
      userId: user.id,
      name: user.name,
      roles: ['admin'] as const,
      ...(user.timeZone === undefined ? {} : { zone: user.timeZone }),
    }));
}
