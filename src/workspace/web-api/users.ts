import { z } from 'zod';
import type { User } from '../api.ts';
import { userName } from '../interactions/payloads.ts';
import { allUsers, findUser } from '../people.ts';
import type { Site } from '../site.ts';
import { tellApp } from '../posting.ts';
import { count, method, type Method } from './call.ts';
import { ApiError } from './errors.ts';
import { paged } from './paging.ts';

export const userMethods: Readonly<Record<string, Method>> = {
  'users.list': method(
    'bot',
    z.object({ limit: count.optional(), cursor: z.string().optional() }),
    (site, { limit, cursor }) => {
      const page = paged(allUsers(site), limit, cursor);
      return {
        members: page.items.map((user) => slackUser(site, user)),
        response_metadata: { next_cursor: page.next },
      };
    },
  ),

  'users.info': method('bot', z.object({ user: z.string() }), (site, args) => {
    const user = findUser(site, args.user);
    if (!user) throw new ApiError('user_not_found');
    return { user: slackUser(site, user) };
  }),
};

/** @throws Error for somebody who has no account here */
export function deactivate(site: Site, userId: string): void {
  const user = findUser(site, userId);
  if (user === undefined) throw new Error(`there is no user ${userId}`);
  site.deactivated.add(userId);
  tellApp(site, {
    type: 'user_change',
    user: slackUser(site, user),
    event_ts: site.store.nextTs(site.now()),
  });
}

function slackUser(site: Site, user: User): Record<string, unknown> {
  return {
    id: user.id,
    team_id: site.options.team.id,
    name: userName(user.name),
    deleted: site.deactivated.has(user.id),
    real_name: user.name,
    tz: user.timeZone,
    tz_label: user.timeZone,
    tz_offset: offsetSeconds(user.timeZone, site.now()),
    profile: { real_name: user.name, display_name: user.name, title: user.title, team: site.options.team.id },
    is_admin: user.isAdmin,
    is_owner: false,
    is_bot: user.isBot,
    is_app_user: false,
    is_restricted: false,
    is_ultra_restricted: false,
  };
}

function offsetSeconds(timeZone: string, at: Date): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60);
}
