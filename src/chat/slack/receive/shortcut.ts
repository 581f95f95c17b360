import type {
  GlobalShortcut,
  MessageShortcut,
  SlackShortcut,
  SlackShortcutMiddlewareArgs,
} from '@slack/bolt';
import type { PickedMessage } from '../../types.ts';
import { answer, answerAtHome } from './answer.ts';
import type { Desk } from './desk.ts';
import type { Talk } from './talk.ts';
import { typedText } from './typed.ts';

/** A shortcut from the menu of a message, or from anywhere: its callback id names it. */
export async function onShortcut(
  desk: Desk,
  { body, ack }: SlackShortcutMiddlewareArgs<SlackShortcut>,
): Promise<void> {
  await ack();
  if (body.type === 'message_action') {
    const picked = pickedFrom(body, desk.botUserId);
    const talk = talkAbout(body, picked);
    return answer(desk, talk, body.trigger_id, desk.router.shortcut(talk.where, body.callback_id, picked));
  }
  const talk: Talk = { where: { platform: 'slack', ...personOf(body) }, atHome: true };
  await answerAtHome(desk, talk, body.trigger_id, desk.router.shortcut(talk.where, body.callback_id));
}

/** Of what we said ourselves the words are nobody's. */
function pickedFrom({ channel, message_ts: id, message }: MessageShortcut, botUserId: string): PickedMessage {
  const parent: unknown = message['thread_ts'];
  return {
    channelId: channel.id,
    id,
    text: message.user === botUserId ? '' : typedText(message.text ?? ''),
    ...(typeof parent === 'string' && parent !== id && { threadId: parent }),
  };
}

function talkAbout(body: MessageShortcut, { channelId, id, threadId }: PickedMessage): Talk {
  return {
    where: {
      platform: 'slack',
      ...personOf(body),
      channelId,
      message: { channelId, id, ...(threadId && { threadId }) },
    },
    ...(body.response_url && { responseUrl: body.response_url }),
    threadId: threadId ?? id,
  };
}

function personOf({ team, user }: MessageShortcut | GlobalShortcut) {
  return { teamId: team?.id ?? user.team_id ?? '', userId: user.id };
}
