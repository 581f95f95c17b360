import { expect, test } from 'vitest';
import { refusalOf } from './support/failure.ts';
import { createHearing } from './support/hearing.ts';
import { ANA, BEN, CHANNEL, openOffice } from './support/office.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

test('a posted message comes back with its text, blocks and author', async () => {
  const { workspace, app } = await openOffice();
  const { ts } = await app.client.chat.postMessage({
    channel: CHANNEL,
    text: 'hello',
    blocks: [section('*hi*')],
  });
  const [seen] = workspace.as(ANA).messages('collections');
  expect(seen).toMatchObject({ ts, user: 'U0BOT', text: 'hello', blocks: [{ ...section('*hi*') }] });
  expect(seen?.blocks?.[0]?.block_id).toBeTruthy();
});

test('timestamps are unique and rise even when the clock stands still', async () => {
  const { app } = await openOffice(undefined, { now: () => new Date('2020-04-20T08:00:00Z') });
  const posts = await Promise.all(
    ['a', 'b', 'c'].map((text) => app.client.chat.postMessage({ channel: CHANNEL, text })),
  );
  const stamps = posts.map(({ ts }) => ts ?? '');
  expect(new Set(stamps).size).toBe(3);
  expect(stamps.every((ts) => ts.startsWith('1587369600.'))).toBe(true);
});

test('a clock that is set back changes the time that is shown, but not the order', async () => {
  let now = new Date('2026-11-22T16:00:00Z');
  const { workspace, app } = await openOffice(undefined, { now: () => now });
  const say = (text: string, thread_ts?: string) =>
    app.client.chat.postMessage({ channel: CHANNEL, text, ...(thread_ts && { thread_ts }) });
  await say('before');
  now = new Date('2020-04-20T12:00:00Z');
  const { ts } = await say('after');
  await say('reply', ts);
  const [before, after] = workspace.as(ANA).messages('collections');
  expect(before).not.toHaveProperty('at');
  expect(after).toMatchObject({ text: 'after', at: '2020-04-20T12:00:00.000Z' });
  expect(after).toMatchObject({ replyCount: 1, lastReplyAt: '2020-04-20T12:00:00.000Z' });
  expect(Number(after?.ts)).toBeGreaterThan(Number(before?.ts));
  const { messages = [] } = await app.client.conversations.history({ channel: CHANNEL });
  expect(messages[0]).not.toHaveProperty('at');
});

test('an update with text and no blocks removes the blocks', async () => {
  const { workspace, app } = await openOffice();
  const { ts = '' } = await app.client.chat.postMessage({
    channel: CHANNEL,
    text: 'card',
    blocks: [section('x')],
  });
  await app.client.chat.update({ channel: CHANNEL, ts, text: 'done' });
  const [seen] = workspace.as(ANA).messages('collections');
  expect(seen).toMatchObject({ text: 'done', edited: true });
  expect(seen).not.toHaveProperty('blocks');
});

test('only its own messages can be changed or deleted by the app', async () => {
  const { workspace, app } = await openOffice();
  const { ts } = await workspace.as(ANA).say('collections', 'mine');
  expect(await refusalOf(app.client.chat.update({ channel: CHANNEL, ts, text: 'x' }))).toMatchObject({
    error: 'cant_update_message',
  });
  expect(await refusalOf(app.client.chat.delete({ channel: CHANNEL, ts }))).toMatchObject({
    error: 'cant_delete_message',
  });
});

test('a reply joins the thread of its parent, and the parent counts it', async () => {
  const { workspace, app } = await openOffice();
  const { ts = '' } = await app.client.chat.postMessage({ channel: CHANNEL, text: 'case' });
  const reply = await app.client.chat.postMessage({ channel: CHANNEL, text: 'one', thread_ts: ts });
  await app.client.chat.postMessage({ channel: CHANNEL, text: 'two', thread_ts: reply.ts ?? '' });
  const ana = workspace.as(ANA);
  expect(ana.messages('collections')).toMatchObject([{ ts, replyCount: 2 }]);
  expect(ana.messages('collections', { thread: ts }).map(({ text }) => text)).toEqual(['case', 'one', 'two']);
  const thread = await app.client.conversations.replies({ channel: CHANNEL, ts });
  expect(thread.messages?.map(({ text }) => text)).toEqual(['case', 'one', 'two']);
});

test('an ephemeral message is seen by one person, and by no method', async () => {
  const { workspace, app } = await openOffice();
  const { message_ts: ts = '' } = await app.client.chat.postEphemeral({
    channel: CHANNEL,
    user: ANA,
    text: 'psst',
  });
  expect(workspace.as(ANA).messages('collections')).toMatchObject([{ text: 'psst', onlyFor: ANA }]);
  expect(workspace.as(BEN).messages('collections')).toEqual([]);
  expect((await app.client.conversations.history({ channel: CHANNEL })).messages).toEqual([]);
  expect(await refusalOf(app.client.chat.update({ channel: CHANNEL, ts, text: 'x' }))).toMatchObject({
    error: 'message_not_found',
  });
});

test('a message is found by its metadata, which only those who ask for it get', async () => {
  const { app } = await openOffice();
  const metadata = { event_type: 'dunwell', event_payload: { nonce: 'n-1' } };
  const { ts } = await app.client.chat.postMessage({ channel: CHANNEL, text: 'case', metadata });
  const asked = await app.client.conversations.history({ channel: CHANNEL, include_all_metadata: true });
  expect(asked.messages?.find(({ metadata: kept }) => kept?.event_type === 'dunwell')?.ts).toBe(ts);
  const plain = await app.client.conversations.history({ channel: CHANNEL });
  expect(plain.messages?.[0]).not.toHaveProperty('metadata');
});

test('history comes in pages, newest first', async () => {
  const { app } = await openOffice();
  for (const text of ['1', '2', '3']) await app.client.chat.postMessage({ channel: CHANNEL, text });
  const first = await app.client.conversations.history({ channel: CHANNEL, limit: 2 });
  expect(first.messages?.map(({ text }) => text)).toEqual(['3', '2']);
  const cursor = first.response_metadata?.next_cursor ?? '';
  const second = await app.client.conversations.history({ channel: CHANNEL, limit: 2, cursor });
  expect(second.messages?.map(({ text }) => text)).toEqual(['1']);
});

test.each([
  ['channel_not_found', { channel: 'C0NOWHERE', text: 'x' }],
  ['thread_not_found', { channel: CHANNEL, text: 'x', thread_ts: '1.000000' }],
  ['no_text', { channel: CHANNEL, text: ' ' }],
  ['msg_too_long', { channel: CHANNEL, text: 'x'.repeat(40_001) }],
  [
    'msg_blocks_too_long',
    { channel: CHANNEL, blocks: Array.from({ length: 5 }, () => section('x'.repeat(2_900))) },
  ],
  [
    'invalid_metadata_format',
    { channel: CHANNEL, text: 'x', metadata: { event_type: '', event_payload: {} } },
  ],
])('chat.postMessage refuses with %s', async (error, message) => {
  const { app } = await openOffice();
  expect(await refusalOf(app.client.apiCall('chat.postMessage', message))).toMatchObject({ error });
});

test('refused blocks are named by place', async () => {
  const { app } = await openOffice();
  const blocks = [section('fine'), { type: 'section' }, { type: 'carousel' }];
  expect(
    await refusalOf(app.client.apiCall('chat.postMessage', { channel: CHANNEL, text: 'x', blocks })),
  ).toEqual({
    error: 'invalid_blocks',
    messages: [
      'missing required field: text [json-pointer:/blocks/1]',
      'unsupported type: carousel [json-pointer:/blocks/2/type]',
    ],
  });
});

test('a bot outside a channel must join before it writes', async () => {
  const joined = createHearing<string>();
  const { app } = await openOffice(
    (app) => app.event('member_joined_channel', ({ event }) => joined.hear(event.channel)),
    { channels: [{ id: 'C0OTHER', name: 'other', withoutBot: true }] },
  );
  const post = () => app.client.chat.postMessage({ channel: 'C0OTHER', text: 'x' });
  expect(await refusalOf(post())).toMatchObject({ error: 'not_in_channel' });
  await app.client.conversations.join({ channel: 'C0OTHER' });
  expect((await post()).ok).toBe(true);
  expect(await joined.next()).toBe('C0OTHER');
});

test('what people type is text; what an app sends may mention, and it shows', async () => {
  const { workspace, app } = await openOffice();
  await workspace.as(BEN).say('collections', '<!channel> a & b, ask @Ana');
  await app.client.chat.postMessage({
    channel: CHANNEL,
    text: `R & D <${'!here'}> <@${BEN}> 1 < 2 &amp; <script>`,
  });
  const texts = workspace
    .as(ANA)
    .messages('collections')
    .map(({ text }) => text);
  expect(texts).toEqual([
    `&lt;!channel&gt; a &amp; b, ask <@${ANA}>`,
    `R &amp; D <!here> <@${BEN}> 1 &lt; 2 &amp; &lt;script&gt;`,
  ]);
  expect(workspace.mentions().map(({ who }) => who)).toEqual([ANA, 'here', BEN]);
});

test('a message to a person goes to the conversation with the app', async () => {
  const { workspace, app } = await openOffice();
  const opened = await app.client.conversations.open({ users: ANA });
  const { channel } = await app.client.chat.postMessage({ channel: ANA, text: 'good morning' });
  expect(channel).toBe(opened.channel?.id);
  expect(workspace.as(ANA).messages('bot')).toMatchObject([{ text: 'good morning' }]);
  expect(() => workspace.as(BEN).messages(channel ?? '')).toThrow('is not in');
});

test('people are listed in pages', async () => {
  const { app } = await openOffice();
  const first = await app.client.users.list({ limit: 2 });
  const second = await app.client.users.list({
    limit: 2,
    cursor: first.response_metadata?.next_cursor ?? '',
  });
  const names = [first, second].flatMap(({ members = [] }) => members.map((member) => member.real_name));
  expect(names).toEqual(['Ana', 'Ben Lead', 'Dunwell']);
  expect(await refusalOf(app.client.users.info({ user: 'U0NOBODY' }))).toMatchObject({
    error: 'user_not_found',
  });
});

test('a message of a person reaches the app as an event', async () => {
  const heard = createHearing<unknown>();
  const { workspace } = await openOffice((app) => app.message('pay', ({ message }) => heard.hear(message)));
  const said = await workspace.as(ANA).say('collections', 'they pay tomorrow');
  expect(await heard.next()).toMatchObject({
    type: 'message',
    user: ANA,
    channel: CHANNEL,
    ts: said.ts,
    channel_type: 'channel',
  });
});
