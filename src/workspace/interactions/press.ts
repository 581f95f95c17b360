import type { Press, User } from '../api.ts';
import { findElement, type Placed } from '../blocks/inspect.ts';
import { findUser } from '../people.ts';
import { slackMessage } from '../show.ts';
import type { Site } from '../site.ts';
import type { MessageRecord } from '../store/records.ts';
import { messagesOf } from '../store/state.ts';
import { homeCalled } from './home.ts';
import { failureOf, type Outcome } from './outcome.ts';
import { channelName, fileOf, frame, responseUrl, slackView } from './payloads.ts';
import { readValue, stateValues, type ElementValue, type Values } from './values.ts';

/** A person presses a button or chooses in a menu; the app is asked and has three seconds to say it heard. */
export async function press(site: Site, pressed: Press): Promise<Outcome> {
  const user = findUser(site, pressed.user);
  const origin = user && findOrigin(site, pressed);
  if (!user || !origin) return { error: 'That is gone: it was changed or closed in the meantime.' };
  const placed = findElement(origin.blocks, pressed.action['block_id'], pressed.action['action_id']);
  const value = placed && readValue(placed.element, pressed.action, fileOf(site));
  if (!placed || !value) return { error: 'That control is no longer offered: the message has changed.' };
  const said = { ...pressed.values, ...stateOf(placed, value, pressed.values) };
  const payload = {
    type: 'block_actions',
    ...frame(site, user),
    ...origin.payload(user, said),
    actions: [actionOf(site, placed, value)],
  };
  const answer = await site.connections.ask({ type: 'interactive', payload });
  const failure = failureOf('That', answer);
  return failure === undefined ? {} : { error: failure };
}

interface Origin {
  readonly blocks: readonly NonNullable<MessageRecord['blocks']>[number][];
  readonly payload: (user: User, said: Values) => Record<string, unknown>;
}

function findOrigin(site: Site, pressed: Press): Origin | undefined {
  if ('view' in pressed.from) {
    const open = site.views.find(pressed.from.view);
    const view = open ?? homeCalled(site, pressed.from.view);
    if (view?.userId !== pressed.user) return undefined;
    return {
      blocks: view.definition.blocks,
      payload: (user, said) => ({
        container: { type: 'view', view_id: view.id },
        trigger_id: site.triggers.mint(user.id, open?.id),
        view: slackView(site, view, said),
      }),
    };
  }
  const message = messagesOf(site.store.state, pressed.from.channel).get(pressed.from.ts);
  if (!message || (message.onlyFor !== undefined && message.onlyFor !== pressed.user)) return undefined;
  const blocks = message.blocks ?? [];
  return { blocks, payload: (user, said) => messagePayload(site, user, message, said) };
}

/** Of a message that one person alone sees, Slack tells its place but not its content. */
function messagePayload(
  site: Site,
  user: User,
  message: MessageRecord,
  said: Values,
): Record<string, unknown> {
  const isEphemeral = message.onlyFor !== undefined;
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  const secret = site.responseUrls.mint({
    userId: user.id,
    channel: message.channel,
    messageTs: message.ts,
    ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
  });
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: isEphemeral,
      ...thread,
    },
    trigger_id: site.triggers.mint(user.id),
    channel: { id: message.channel, name: channelName(site, message.channel) },
    ...(isEphemeral ? {} : { message: slackMessage(site, message) }),
    state: { values: stateValues(message.blocks ?? [], said, fileOf(site)) },
    response_url: responseUrl(site, secret),
  };
}

function actionOf(site: Site, { block, element }: Placed, value: ElementValue): Record<string, unknown> {
  return {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    ...value,
    action_ts: (site.machineNow().getTime() / 1_000).toFixed(6),
  };
}

function stateOf({ block, element }: Placed, value: ElementValue, said: Values = {}): Values {
  const blockId = String(block.block_id);
  return { [blockId]: { ...said[blockId], [element.action_id]: value } };
}
