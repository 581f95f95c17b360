import type { ModalView } from '@slack/types';
import { expect, test } from 'vitest';
import { ANA, CHANNEL, openOffice } from './support/office.ts';

const card = [
  {
    type: 'section',
    text: { type: 'mrkdwn', text: '*Lagerhaus Nord*' },
    accessory: {
      type: 'button',
      action_id: 'log',
      text: { type: 'plain_text', text: 'Log call' },
      value: 'case-1',
    },
  },
];

const form: ModalView = {
  type: 'modal',
  callback_id: 'outcome',
  title: { type: 'plain_text', text: 'Log call' },
  submit: { type: 'plain_text', text: 'Save' },
  blocks: [
    {
      type: 'input',
      block_id: 'note',
      label: { type: 'plain_text', text: 'What was said' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
};

test('a command, a card, a press, a form and its submission reach the app and come back', async () => {
  const { workspace, app } = await openOffice((app) => {
    app.command('/overdue', async ({ ack, command, client }) => {
      await ack();
      await client.chat.postMessage({
        channel: command.channel_id,
        text: `for ${command.text}`,
        blocks: card,
      });
    });
    app.action('log', async ({ ack, body, client }) => {
      await ack();
      if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view: form });
    });
    app.view('outcome', async ({ ack, view, client }) => {
      await ack();
      await client.chat.postMessage({
        channel: CHANNEL,
        text: `said: ${view.state.values['note']?.['text']?.value ?? ''}`,
      });
    });
  });
  const ana = workspace.as(ANA);
  await ana.slash('collections', '/overdue Lagerhaus');
  const message = await workspace.until(() => ana.messages('collections').find(({ blocks }) => blocks));
  expect(message.text).toBe('for Lagerhaus');
  await ana.press(message, 'Log call');
  await workspace.until(() => ana.view());
  ana.fill({ 'What was said': 'tomorrow' });
  expect(await ana.submit()).toEqual({ closed: true });
  await workspace.until(() => ana.messages('collections').find(({ text }) => text === 'said: tomorrow'));
  expect((await app.client.auth.test()).user_id).toBe('U0BOT');
});
