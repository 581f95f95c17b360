import type { BlockAction } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { talkOf } from '../../../src/chat/slack/receive/press.ts';
import { originOf, talkFrom } from '../../../src/chat/slack/receive/talk.ts';

describe('the conversation of a press', () => {
  it.each([
    [
      'on a card with replies is beside the card, for everybody below it',
      { thread_ts: '1.1' },
      undefined,
      '1.1',
    ],
    ['on a reply is in its thread', { thread_ts: '0.9' }, '0.9', '0.9'],
    ['on what one person alone sees has nothing below it', { is_ephemeral: true }, undefined, undefined],
    [
      'on what one person sees in a thread is in that thread',
      { is_ephemeral: true, thread_ts: '0.9' },
      '0.9',
      '0.9',
    ],
  ])('%s', (_, container, threadId, forAll) => {
    const talk = talkOf(pressedOn(container));
    expect(talk.where.message).toEqual({ channelId: 'C1', id: '1.1', ...(threadId && { threadId }) });
    expect(talk.threadId).toBe(forAll);
  });

  it('is the same after a form', () => {
    const talk = talkOf(pressedOn({ thread_ts: '0.9' }));
    expect(talkFrom(originOf(talk), { teamId: 'T1', userId: 'U1' })).toEqual(talk);
  });
});

it('a form from nowhere leads nowhere', () => {
  const where = { platform: 'slack', teamId: 'T1', userId: 'U1' };
  expect(talkFrom('', { teamId: 'T1', userId: 'U1' })).toEqual({ where });
});

function pressedOn(container: object): BlockAction {
  const pressed: Partial<BlockAction> = {
    team: { id: 'T1', domain: 'd' },
    user: { id: 'U1', username: 'u' },
    container: { type: 'message', message_ts: '1.1', channel_id: 'C1', ...container },
    response_url: 'https://hooks.slack.com/actions/x',
  };
  return pressed as BlockAction;
}
