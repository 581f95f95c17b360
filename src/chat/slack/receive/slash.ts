import type { SlackCommandMiddlewareArgs } from '@slack/bolt';
import { answer } from './answer.ts';
import type { Desk } from './desk.ts';
import { typedText } from './typed.ts';

/** A slash command: acknowledged at once, answered when the answer is there. */
export async function onSlash(desk: Desk, { command, ack }: SlackCommandMiddlewareArgs): Promise<void> {
  const where = {
    platform: 'slack',
    teamId: command.team_id,
    userId: command.user_id,
    channelId: command.channel_id,
  } as const;
  const name = command.command.replace(/^\//, '');
  const prepared = desk.router.command(where, name, typedText(command.text));
  await ack();
  await answer(desk, { where, responseUrl: command.response_url }, command.trigger_id, prepared);
}
