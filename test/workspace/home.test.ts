import { expect, test } from 'vitest';
import type { View } from '../../src/workspace/api.ts';
import { refusalOf } from './support/failure.ts';
import { ANA, BEN, CHANNEL, openOffice } from './support/office.ts';

const view = (label: string) => ({
  type: 'home' as const,
  blocks: [
    {
      type: 'actions' as const,
      elements: [
        {
          type: 'button' as const,
          action_id: 'go',
          value: 'token',
          text: { type: 'plain_text' as const, text: label },
        },
      ],
    },
  ],
});

test('a Home is seen by its person alone, keeps its id and gets a new hash', async () => {
  const { app, workspace } = await openOffice();
  const first = await app.client.views.publish({ user_id: ANA, view: view('One') });
  const second = await app.client.views.publish({ user_id: ANA, view: view('Two') });
  expect(second.view?.id).toBe(first.view?.id);
  expect(second.view?.hash).not.toBe(first.view?.hash);
  expect(JSON.stringify(workspace.as(ANA).home())).toContain('Two');
  expect(workspace.as(BEN).home()).toBeUndefined();
});

test('a Home is not replaced by who saw an older one', async () => {
  const { app } = await openOffice();
  const first = await app.client.views.publish({ user_id: ANA, view: view('One') });
  const hash = first.view?.hash ?? '';
  await app.client.views.publish({ user_id: ANA, view: view('Two'), hash });
  const late = app.client.views.publish({ user_id: ANA, view: view('Three'), hash });
  expect(await refusalOf(late)).toMatchObject({ error: 'hash_conflict' });
});

test('a press on Home tells of the view, and its trigger opens a form', async () => {
  const { app, workspace } = await openOffice();
  const heard: unknown[] = [];
  app.action('go', async ({ ack, body, client }) => {
    await ack();
    heard.push(body);
    const title = { type: 'plain_text' as const, text: 'Over Home' };
    if (!('trigger_id' in body)) return;
    await client.views.open({ trigger_id: body.trigger_id, view: { type: 'modal', title, blocks: [] } });
  });
  await app.client.views.publish({ user_id: ANA, view: view('One') });
  const home = workspace.as(ANA).home() as View;
  await workspace.as(ANA).press(home, 'One');
  const form = await workspace.until(() => workspace.as(ANA).view());
  expect(form.view['title']).toMatchObject({ text: 'Over Home' });
  expect(heard).toMatchObject([
    { container: { type: 'view', view_id: home.id }, view: { type: 'home', id: home.id } },
  ]);
  await expect(workspace.as(BEN).press(home, 'One')).rejects.toThrow('That is gone');
});

test('a shortcut on a message tells the app which, one from anywhere only who', async () => {
  const { app, workspace } = await openOffice();
  workspace.setShortcuts([
    { callbackId: 'log', name: 'Log', on: 'message' },
    { callbackId: 'new', name: 'New', on: 'anywhere' },
  ]);
  const heard: unknown[] = [];
  app.shortcut(/.*/, async ({ ack, body }) => {
    await ack();
    heard.push(body);
  });
  const said = await workspace.as(ANA).say(CHANNEL, 'They pay on Friday');
  await workspace.as(BEN).shortcut('Log', said);
  await workspace.as(BEN).shortcut('New');
  await workspace.until(() => heard.length === 2);
  expect(heard).toMatchObject([
    {
      type: 'message_action',
      callback_id: 'log',
      message_ts: said.ts,
      message: { text: 'They pay on Friday' },
    },
    { type: 'shortcut', callback_id: 'new', user: { id: BEN } },
  ]);
  await expect(workspace.as(BEN).shortcut('New', said)).rejects.toThrow('there is no shortcut "New"');
});
