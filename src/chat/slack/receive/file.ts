import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { PickedFile } from '../../router.ts';
import type { Where } from '../../types.ts';
import { attempt } from '../send/failure.ts';
import type { Desk } from './desk.ts';
import { tell } from './tell.ts';

/** A message with files: the richer of the two ways in which Slack tells of a file. Other messages are not read. */
export async function onMessage(
  desk: Desk,
  { event, body }: SlackEventMiddlewareArgs<'message'>,
): Promise<void> {
  if (event.subtype !== 'file_share' || !('user' in event) || event.user === desk.botUserId) return;
  const { channel: channelId, ts: id, thread_ts: threadId } = event;
  const message = { channelId, id, ...(threadId !== undefined && { threadId }) };
  const where = { platform: 'slack', teamId: body.team_id, userId: event.user, channelId, message } as const;
  for (const file of event.files ?? []) await pick(desk, where, file);
}

/** The other way, for apps that may see files but not messages; it names no file. */
export async function onFileShared(
  desk: Desk,
  { event, body }: SlackEventMiddlewareArgs<'file_shared'>,
): Promise<void> {
  if (event.user_id === desk.botUserId) return;
  const where = {
    platform: 'slack',
    teamId: body.team_id,
    userId: event.user_id,
    channelId: event.channel_id,
  } as const;
  await pick(desk, where, { id: event.file_id });
}

/** Whichever way is first, the file is taken once. */
async function pick(
  desk: Desk,
  where: Where & { readonly channelId: string },
  file: { readonly id: string; readonly name?: string | null },
): Promise<void> {
  if (await desk.seen(`file:${where.channelId}:${file.id}`)) return;
  const answer = await desk.router.file(where, await named(desk, file));
  const threadId = where.message?.threadId ?? where.message?.id;
  if (answer.kind !== 'form') await tell(desk, { where, ...(threadId && { threadId }) }, answer);
}

async function named(
  desk: Desk,
  { id, name }: { readonly id: string; readonly name?: string | null },
): Promise<PickedFile> {
  if (name) return { id, name };
  const { file } = await attempt('repeatable', () => desk.client.files.info({ file: id }));
  return { id, name: file?.name ?? id };
}
