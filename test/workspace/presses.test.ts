import type { BlockAction } from '@slack/bolt';
import { expect, test } from 'vitest';
import { createHearing } from './support/hearing.ts';
import { ANA, BEN, CHANNEL, openOffice } from './support/office.ts';

const text = (words: string) => ({ type: 'plain_text', text: words }) as const;
const option = (label: string) => ({ text: text(label), value: label.toLowerCase() });
const row = (name: string) => ({
  type: 'section',
  text: { type: 'mrkdwn', text: name } as const,
  accessory: { type: 'button', action_id: `log-${name}`, text: text('Log call'), value: name } as const,
});
const controls = {
  type: 'actions',
  block_id: 'controls',
  elements: [
    { type: 'button', action_id: 'promise', text: text('Promise'), value: 'case-1', style: 'primary' },
    { type: 'overflow', action_id: 'more', options: [option('Pause'), option('Dispute')] },
    {
      type: 'static_select',
      action_id: 'who',
      placeholder: text('Owner'),
      options: [option('Ana'), option('Ben')],
    },
    { type: 'users_select', action_id: 'person', placeholder: text('Person') },
    { type: 'datepicker', action_id: 'day', placeholder: text('Day') },
  ],
} as const;

async function openCard() {
  const heard = createHearing<BlockAction>();
  const office = await openOffice((app) =>
    app.action(/.*/, async ({ ack, body }) => {
      await ack();
      heard.note(body as BlockAction);
    }),
  );
  const blocks = [row('Nord'), row('Süd'), { ...controls, elements: [...controls.elements] }];
  const { ts } = await office.app.client.chat.postMessage({ channel: CHANNEL, text: 'card', blocks });
  const [message] = office.workspace.as(ANA).messages('collections');
  if (!message) throw new Error('the card was not posted');
  return { ...office, heard, message, ts };
}

test('a press tells who, where, on what and with which trigger', async () => {
  const { workspace, heard, message, ts } = await openCard();
  await workspace.as(BEN).press(message, 'Promise');
  expect(await heard.next()).toMatchObject({
    type: 'block_actions',
    user: { id: BEN },
    team: { id: 'T0TEAM' },
    channel: { id: CHANNEL, name: 'collections' },
    container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: false },
    message: { ts, text: 'card', bot_id: 'B0BOT' },
    trigger_id: expect.any(String),
    response_url: expect.stringContaining(workspace.url),
    actions: [{ type: 'button', action_id: 'promise', block_id: 'controls', value: 'case-1' }],
  });
});

test('each control tells what was chosen in Slack’s words', async () => {
  const { workspace, heard, message } = await openCard();
  const ana = workspace.as(ANA);
  const actionOf = async () => (await heard.next()).actions[0];
  await ana.press(message, 'more', 'Dispute');
  expect(await actionOf()).toMatchObject({ type: 'overflow', selected_option: { value: 'dispute' } });
  await ana.press(message, 'Owner', 'Ben');
  expect(await actionOf()).toMatchObject({ type: 'static_select', selected_option: { text: text('Ben') } });
  await ana.press(message, 'Person', 'Ben Lead');
  expect(await actionOf()).toMatchObject({ type: 'users_select', selected_user: BEN });
  await ana.press(message, 'Day', '2026-11-27');
  expect(await actionOf()).toMatchObject({ type: 'datepicker', selected_date: '2026-11-27' });
});

test('the chosen value is in the state of the message', async () => {
  const { workspace, heard, message } = await openCard();
  await workspace.as(ANA).press(message, 'Owner', 'Ben');
  expect((await heard.next()).state?.values['controls']).toMatchObject({
    who: { type: 'static_select', selected_option: { value: 'ben' } },
    day: { type: 'datepicker', selected_date: null },
  });
});

test('a control that several rows have is named with its row', async () => {
  const { workspace, heard, message } = await openCard();
  const ana = workspace.as(ANA);
  await expect(ana.press(message, 'Log call')).rejects.toThrow('2 controls are called "Log call"');
  await ana.press(message, { label: 'Log call', row: 'Süd' });
  expect((await heard.next()).actions).toMatchObject([{ value: 'Süd' }]);
});

test('a press on a control that is no longer there is told so, and the app hears nothing', async () => {
  const { workspace, app, message, ts = '' } = await openCard();
  await app.client.chat.update({ channel: CHANNEL, ts, text: 'decided' });
  await expect(workspace.as(ANA).press(message, 'Promise')).rejects.toThrow('no longer offered');
  await app.client.chat.delete({ channel: CHANNEL, ts });
  await expect(workspace.as(ANA).press(message, 'Promise')).rejects.toThrow('That is gone');
});

test('of an ephemeral message the app is told the place and not the content', async () => {
  const { workspace, app, heard } = await openCard();
  await app.client.chat.postEphemeral({ channel: CHANNEL, user: BEN, text: 'list', blocks: [row('West')] });
  const ben = workspace.as(BEN);
  const list = ben.messages('collections').find(({ onlyFor }) => onlyFor === BEN);
  if (!list) throw new Error('the list is missing');
  await expect(workspace.as(ANA).press(list, 'Log call')).rejects.toThrow('That is gone');
  await ben.press(list, 'Log call');
  const body = await heard.next();
  expect(body.container).toMatchObject({ is_ephemeral: true, message_ts: list.ts });
  expect(body).not.toHaveProperty('message');
});
