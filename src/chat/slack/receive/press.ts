import type { BlockAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Where } from '../../types.ts';
import { answer, answerAtHome, answerInModal } from './answer.ts';
import type { Desk } from './desk.ts';
import { talkFrom, type Talk } from './talk.ts';

/** A button or a menu entry: its value is the token of what it does. */
export async function onPress(
  desk: Desk,
  { body, ack }: SlackActionMiddlewareArgs<BlockAction>,
): Promise<void> {
  await ack();
  const token = tokenOf(body.actions[0]);
  if (token === undefined) return;
  if (body.view?.type === 'home') {
    const talk = homeTalk(body);
    return answerAtHome(desk, talk, body.trigger_id, await desk.router.press(talk.where, token));
  }
  const talk = body.view ? talkFrom(body.view.private_metadata, person(body)) : talkOf(body);
  const prepared = await desk.router.press(talk.where, token);
  if (!body.view) return answer(desk, talk, body.trigger_id, prepared);
  await answerInModal(desk, talk, { viewId: body.view.id, title: body.view.title.text }, prepared);
}

function homeTalk(body: BlockAction): Talk {
  return { where: { platform: 'slack', ...person(body) }, atHome: true };
}

function tokenOf(action: BlockAction['actions'][number] | undefined): string | undefined {
  switch (action?.type) {
    case 'button':
      return action.value;
    case 'overflow':
      return action.selected_option.value;
    default:
      return undefined;
  }
}

/** Of a message that one person alone sees, Slack tells the place only in the container. */
export function talkOf(body: BlockAction): Talk {
  const {
    channel_id: channelId,
    message_ts: id,
    thread_ts: parent,
    is_ephemeral: isPrivate,
  } = body.container as Container;
  const threadId = parent === id ? undefined : parent;
  const message = channelId && id ? { channelId, id, ...(threadId && { threadId }) } : undefined;
  const under = threadId ?? (isPrivate ? undefined : id);
  return {
    where: {
      platform: 'slack',
      ...person(body),
      ...(channelId && { channelId }),
      ...(message && { message }),
    },
    ...(body.response_url && { responseUrl: body.response_url }),
    ...(under && { threadId: under }),
  };
}

interface Container {
  readonly channel_id?: string;
  readonly message_ts?: string;
  readonly thread_ts?: string;
  readonly is_ephemeral?: boolean;
}

function person(body: BlockAction): Pick<Where, 'teamId' | 'userId'> {
  return { teamId: body.team?.id ?? body.user.team_id ?? '', userId: body.user.id };
}
