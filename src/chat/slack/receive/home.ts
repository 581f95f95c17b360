import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import { plainCard } from '../../mint.ts';
import type { Desk } from './desk.ts';
import { inWords } from './tell.ts';

/**
 * Somebody looks at the app's Home. What is on it comes through the outbox, so that it is kept current by the same
 * way; only a refusal is shown here and now.
 */
export async function onHomeOpened(
  desk: Desk,
  { event, body }: SlackEventMiddlewareArgs<'app_home_opened'>,
): Promise<void> {
  if (event.tab !== 'home') return;
  const answer = await desk.router.home({ platform: 'slack', teamId: body.team_id, userId: event.user });
  if (answer.kind !== 'refusal' && answer.kind !== 'fieldErrors') return;
  try {
    await desk.port.publishHome?.(event.user, plainCard(inWords(answer)));
  } catch (error) {
    desk.log.warn({ err: error }, 'a refusal could not be shown in a Home');
  }
}
