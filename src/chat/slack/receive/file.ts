import type { SlackEventMiddlewareArgs } from '@slack/bolt';
import type { FilesInfoResponse } from '@slack/web-api';
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
  for (const file of event.files ?? [])
    await pick(desk, where, file.name ? { id: file.id, name: file.name } : await lookUp(desk, file.id));
}

/** The other way, for apps that may see files but not messages; it names neither the file nor its message. */
export async function onFileShared(
  desk: Desk,
  { event, body }: SlackEventMiddlewareArgs<'file_shared'>,
): Promise<void> {
  const { user_id: userId, channel_id: channelId, file_id: fileId } = event;
  if (userId === desk.botUserId) return;
  const { shares, ...file } = await lookUp(desk, fileId);
  const message = messageOf(shares, channelId);
  await pick(desk, { platform: 'slack', teamId: body.team_id, userId, channelId, ...message }, file);
}

async function lookUp(desk: Desk, id: string): Promise<PickedFile & { readonly shares?: Shares }> {
  const { file } = await attempt('repeatable', () => desk.client.files.info({ file: id }));
  return { id, name: file?.name ?? id, ...(file?.shares && { shares: file.shares }) };
}

/** The latest message of a channel that shared the file, and its thread: in a case's thread a file is about that case. */
function messageOf(shares: Shares | undefined, channelId: string): Pick<Where, 'message'> {
  const { ts: id, thread_ts: threadId } =
    (shares?.public?.[channelId] ?? shares?.private?.[channelId])?.at(-1) ?? {};
  if (id === undefined) return {};
  return { message: { channelId, id, ...(threadId !== undefined && { threadId }) } };
}

type Shares = NonNullable<NonNullable<FilesInfoResponse['file']>['shares']>;

/** Whichever way is first, the file is taken once. */
async function pick(
  desk: Desk,
  where: Where & { readonly channelId: string },
  file: PickedFile,
): Promise<void> {
  if (await desk.seen(`file:${where.channelId}:${file.id}`)) return;
  const answer = await desk.router.file(where, file);
  const threadId = where.message?.threadId ?? where.message?.id;
  if (answer.kind !== 'form') await tell(desk, { where, ...(threadId && { threadId }) }, answer);
}
