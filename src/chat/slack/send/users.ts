import type { WebClient } from '@slack/web-api';
import type { PlatformUser } from '../../port.ts';

const PAGE = 200;
/** Slack's own bot comes without `is_bot`. */
const SLACKBOT = 'USLACKBOT';

type Member = NonNullable<Awaited<ReturnType<WebClient['users']['list']>>['members']>[number];

/** Everybody in the workspace, bots and people who left included. */
export async function listUsers(client: WebClient): Promise<readonly PlatformUser[]> {
  const found: PlatformUser[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.users.list({ limit: PAGE, ...(cursor && { cursor }) });
    found.push(...(page.members ?? []).flatMap(userOf));
    cursor = page.response_metadata?.next_cursor;
  } while (cursor);
  return found;
}

function userOf(member: Member): readonly PlatformUser[] {
  const { id, profile, tz } = member;
  if (id === undefined) return [];
  return [
    {
      id,
      name: profile?.real_name || member.real_name || member.name || id,
      ...(tz && { timeZone: tz }),
      isAdmin: member.is_admin ?? false,
      isBot: (member.is_bot ?? false) || id === SLACKBOT,
      deleted: member.deleted ?? false,
    },
  ];
}
