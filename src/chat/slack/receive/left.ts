import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { Desk } from './desk.ts';

/** Somebody's account changed; all that matters here is that it was closed. */
export async function onUserChange(
  desk: Desk,
  { event, body }: SlackEventMiddlewareArgs<'user_change'>,
): Promise<void> {
  if (event.user.deleted !== true) return;
  await desk.router.left({ platform: 'slack', teamId: body.team_id, userId: event.user.id });
}
