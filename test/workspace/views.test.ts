import type { ModalView } from '@slack/types';
import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { refusalOf } from './support/failure.ts';
import { ANA, openOffice } from './support/office.ts';

const form: ModalView = {
  type: 'modal',
  callback_id: 'outcome',
  title: { type: 'plain_text', text: 'Log call' },
  submit: { type: 'plain_text', text: 'Save' },
  notify_on_close: true,
  private_metadata: 'case-1',
  blocks: [
    {
      type: 'input',
      block_id: 'note',
      label: { type: 'plain_text', text: 'Note' },
      element: { type: 'plain_text_input', action_id: 'value', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'result',
      label: { type: 'plain_text', text: 'Result' },
      element: {
        type: 'static_select',
        action_id: 'value',
        initial_option: { text: { type: 'plain_text', text: 'Reached' }, value: 'reached' },
        options: [
          { text: { type: 'plain_text', text: 'Reached' }, value: 'reached' },
          { text: { type: 'plain_text', text: 'No answer' }, value: 'none' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'when',
      optional: true,
      label: { type: 'plain_text', text: 'Call again' },
      element: { type: 'datepicker', action_id: 'value' },
    },
  ],
};

const titled = (text: string): ModalView => ({ ...form, title: { type: 'plain_text', text } });

/** Opens the form by a command, as the app under test would. */
async function openForm(listen: (app: App) => void = () => undefined, options = {}) {
  const office = await openOffice((app) => {
    app.command('/overdue', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: form });
    });
    listen(app);
  }, options);
  const ana = office.workspace.as(ANA);
  await ana.slash('collections', '/overdue');
  await office.workspace.until(() => ana.view());
  return { ...office, ana };
}

test('a submission carries every field, the untouched ones with what they started with', async () => {
  const states: unknown[] = [];
  const { ana } = await openForm((app) =>
    app.view('outcome', async ({ ack, view }) => {
      states.push(view.state.values, view.private_metadata);
      await ack();
    }),
  );
  ana.fill({ Note: 'he pays', 'Call again': '2026-11-27' });
  expect(await ana.submit()).toEqual({ closed: true });
  expect(states).toMatchObject([
    {
      note: { value: { type: 'plain_text_input', value: 'he pays' } },
      result: { value: { type: 'static_select', selected_option: { value: 'reached' } } },
      when: { value: { type: 'datepicker', selected_date: '2026-11-27' } },
    },
    'case-1',
  ]);
});

test('a required field left empty or too long is told beside it, and the app hears nothing', async () => {
  let heard = 0;
  const { ana } = await openForm((app) =>
    app.view('outcome', async ({ ack }) => {
      heard += 1;
      await ack();
    }),
  );
  expect(await ana.submit()).toEqual({ errors: { note: 'Please complete this required field.' } });
  ana.fill({ Note: 'x'.repeat(21) });
  expect(await ana.submit()).toMatchObject({ errors: { note: expect.stringContaining('at most 20') } });
  expect(heard).toBe(0);
});

test('errors in the acknowledgement keep the form open', async () => {
  const { ana } = await openForm((app) =>
    app.view('outcome', async ({ ack }) =>
      ack({ response_action: 'errors', errors: { when: 'That is past.' } }),
    ),
  );
  ana.fill({ Note: 'x' });
  expect(await ana.submit()).toEqual({ errors: { when: 'That is past.' } });
  expect(ana.view()).toBeDefined();
});

test('errors for a block that is no input of the form are refused', async () => {
  const { ana } = await openForm((app) =>
    app.view('outcome', async ({ ack }) => ack({ response_action: 'errors', errors: { nowhere: 'x' } })),
  );
  ana.fill({ Note: 'x' });
  expect(await ana.submit()).toMatchObject({ error: expect.stringContaining('nowhere') });
});

test('an acknowledgement may replace the form, put one on top, or close them all', async () => {
  const answers = [
    { response_action: 'update', view: titled('Second') },
    { response_action: 'push', view: titled('Third') },
    { response_action: 'clear' },
  ] as const;
  let next = 0;
  const { ana, workspace } = await openForm((app) =>
    app.view('outcome', async ({ ack }) => ack(answers[next++] ?? { response_action: 'clear' })),
  );
  const titleOf = () => ana.view()?.view['title'];
  ana.fill({ Note: 'x' });
  expect(await ana.submit()).toEqual({});
  expect(titleOf()).toEqual({ type: 'plain_text', text: 'Second' });
  expect(await ana.submit()).toEqual({});
  expect(titleOf()).toEqual({ type: 'plain_text', text: 'Third' });
  ana.fill({ Note: 'x' });
  expect(await ana.submit()).toEqual({ closed: true });
  expect(workspace.as(ANA).view()).toBeUndefined();
});

test('a trigger works once, and for three seconds', async () => {
  let machine = Date.parse('2026-11-22T10:00:00Z');
  const triggers: string[] = [];
  const { workspace, app } = await openOffice(
    (app) =>
      app.command('/overdue', async ({ ack, command }) => {
        triggers.push(command.trigger_id);
        await ack();
      }),
    { machineNow: () => new Date(machine) },
  );
  const open = (trigger_id = '') => app.client.views.open({ trigger_id, view: form });
  await workspace.as(ANA).slash('collections', '/overdue');
  await open(triggers[0]);
  expect(await refusalOf(open(triggers[0]))).toMatchObject({ error: 'exchanged_trigger_id' });
  await workspace.as(ANA).slash('collections', '/overdue');
  machine += 3_001;
  expect(await refusalOf(open(triggers[1]))).toMatchObject({ error: 'expired_trigger_id' });
  expect(await refusalOf(open('123.456.abc'))).toMatchObject({ error: 'invalid_trigger_id' });
});

test('an invalid form does not use up its trigger', async () => {
  const triggers: string[] = [];
  const { workspace, app } = await openOffice((app) =>
    app.command('/overdue', async ({ ack, command }) => {
      triggers.push(command.trigger_id);
      await ack();
    }),
  );
  await workspace.as(ANA).slash('collections', '/overdue');
  const [trigger_id = ''] = triggers;
  const bad = app.client.views.open({ trigger_id, view: titled('x'.repeat(25)) });
  expect(await refusalOf(bad)).toMatchObject({ error: 'invalid_arguments' });
  expect((await app.client.views.open({ trigger_id, view: form })).ok).toBe(true);
});

test('an update with an old hash or of an unknown view is refused', async () => {
  const { app, ana } = await openForm();
  const { id = '', hash = '' } = ana.view() ?? {};
  await app.client.views.update({ view_id: id, hash, view: titled('New') });
  expect(await refusalOf(app.client.views.update({ view_id: id, hash, view: form }))).toMatchObject({
    error: 'hash_conflict',
  });
  expect(await refusalOf(app.client.views.update({ view_id: 'V0', view: form }))).toMatchObject({
    error: 'not_found',
  });
});

test('three forms are the limit of a stack', async () => {
  const withButton: ModalView = {
    ...form,
    blocks: [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
      },
    ],
  };
  const refusals: string[] = [];
  const { workspace } = await openOffice((app) => {
    app.command('/overdue', async ({ ack, command, client }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: withButton });
    });
    app.action('more', async ({ ack, body, client }) => {
      const trigger_id = 'trigger_id' in body ? body.trigger_id : '';
      await client.views
        .push({ trigger_id, view: withButton })
        .catch((error: unknown) => refusals.push((error as { data: { error: string } }).data.error));
      await ack();
    });
  });
  const ana = workspace.as(ANA);
  await ana.slash('collections', '/overdue');
  for (let depth = 0; depth < 3; depth += 1) await ana.press(await workspace.until(() => ana.view()), 'More');
  expect(refusals).toEqual(['push_limit_reached']);
});

test('the app hears of a closed form if it asked to', async () => {
  const heard: unknown[] = [];
  const { ana } = await openForm((app) =>
    app.view({ callback_id: 'outcome', type: 'view_closed' }, async ({ ack, body }) => {
      heard.push(body);
      await ack();
    }),
  );
  expect(await ana.close()).toEqual({ closed: true });
  expect(heard).toMatchObject([{ type: 'view_closed', is_cleared: false }]);
});

test('a press inside a form tells what is filled in so far', async () => {
  const heard: unknown[] = [];
  const { workspace } = await openOffice((app) => {
    app.command('/overdue', async ({ ack, command, client }) => {
      await ack();
      const button = {
        type: 'button',
        action_id: 'check',
        text: { type: 'plain_text', text: 'Check' },
      } as const;
      const blocks = [...form.blocks, { type: 'actions', elements: [button] }];
      await client.views.open({ trigger_id: command.trigger_id, view: { ...form, blocks } });
    });
    app.action('check', async ({ ack, body }) => {
      heard.push(body);
      await ack();
    });
  });
  const ana = workspace.as(ANA);
  await ana.slash('collections', '/overdue');
  const view = await workspace.until(() => ana.view());
  ana.fill({ Note: 'so far' });
  await ana.press(view, 'Check');
  expect(heard).toMatchObject([
    {
      container: { type: 'view', view_id: view.id },
      view: { state: { values: { note: { value: { value: 'so far' } } } } },
    },
  ]);
});

test('a published home tab is kept', async () => {
  const { app } = await openOffice();
  const published = await app.client.views.publish({
    user_id: ANA,
    view: { type: 'home', blocks: [{ type: 'divider' }] },
  });
  expect(published.view?.type).toBe('home');
  const unknown = app.client.views.publish({ user_id: 'U0NOBODY', view: { type: 'home', blocks: [] } });
  expect(await refusalOf(unknown)).toMatchObject({ error: 'user_not_found' });
});
