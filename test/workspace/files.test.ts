import { expect, test } from 'vitest';
import { refusalOf } from './support/failure.ts';
import { createHearing } from './support/hearing.ts';
import { ANA, BOT_TOKEN, CHANNEL, openOffice } from './support/office.ts';

test('a file the app uploads is shared in its thread, and opens with the token only', async () => {
  const { workspace, app } = await openOffice();
  const { ts = '' } = await app.client.chat.postMessage({ channel: CHANNEL, text: 'case' });
  await app.client.filesUploadV2({
    channel_id: CHANNEL,
    thread_ts: ts,
    filename: 'bad rows.csv',
    file: Buffer.from('a;b\n1;2\n'),
    initial_comment: 'these rows were not read',
  });
  const [, shared] = workspace.as(ANA).messages('collections', { thread: ts });
  expect(shared).toMatchObject({
    text: 'these rows were not read',
    files: [{ name: 'bad rows.csv', size: 8, mimetype: 'text/csv' }],
  });
  const { file } = await app.client.files.info({ file: shared?.files?.[0]?.id ?? '' });
  const url = file?.url_private ?? '';
  const read = await fetch(url, { headers: { authorization: `Bearer ${BOT_TOKEN}` } });
  expect(await read.text()).toBe('a;b\n1;2\n');
  expect((await fetch(url)).status).toBe(403);
  expect((await fetch(url, { headers: { authorization: 'Bearer xoxb-wrong' } })).status).toBe(403);
});

test('a file a person drops into the channel is announced to the app, which can read it', async () => {
  const heard = createHearing<string>();
  const { workspace, app } = await openOffice((app) =>
    app.event('file_shared', ({ event }) => heard.hear(event.file_id)),
  );
  workspace.as(ANA).upload('collections', 'ledger.csv', 'id;amount\n');
  const { file } = await app.client.files.info({ file: await heard.next() });
  expect(file).toMatchObject({ name: 'ledger.csv', user: ANA, filetype: 'csv', size: 10 });
  const read = await fetch(file?.url_private_download ?? '', {
    headers: { authorization: `Bearer ${BOT_TOKEN}` },
  });
  expect(await read.text()).toBe('id;amount\n');
});

test('an upload of another size than announced is refused, and cannot be completed', async () => {
  const { app } = await openOffice();
  const begun = await app.client.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
  const sent = await fetch(begun.upload_url ?? '', { method: 'POST', body: 'four' });
  expect(sent.status).toBe(400);
  const complete = app.client.apiCall('files.completeUploadExternal', { files: [{ id: begun.file_id }] });
  expect(await refusalOf(complete)).toMatchObject({ error: 'file_not_found' });
});

test('a file of a form reaches the app with the submission', async () => {
  const files = createHearing<unknown>();
  const { workspace } = await openOffice((app) => {
    app.command('/overdue', async ({ ack, command, client }) => {
      await ack();
      const element = { type: 'file_input', action_id: 'file', filetypes: ['csv'], max_files: 1 } as const;
      const label = { type: 'plain_text', text: 'Ledger' } as const;
      const title = { type: 'plain_text', text: 'Import' } as const;
      const blocks = [{ type: 'input', block_id: 'ledger', label, element }];
      await client.views.open({
        trigger_id: command.trigger_id,
        view: { type: 'modal', callback_id: 'import', title, submit: title, blocks },
      });
    });
    app.view('import', async ({ ack, view }) => {
      await ack();
      files.note(view.state.values['ledger']?.['file']);
    });
  });
  const ana = workspace.as(ANA);
  const { id } = ana.upload('bot', 'ledger.csv', 'x');
  await ana.slash('collections', '/overdue');
  await workspace.until(() => ana.view());
  ana.fill({ Ledger: id });
  expect(await ana.submit()).toEqual({ closed: true });
  expect(await files.next()).toMatchObject({ type: 'file_input', files: [{ id, name: 'ledger.csv' }] });
});

test('a picture is shown out of a complete picture file, and out of nothing else', async () => {
  const { workspace, app } = await openOffice();
  const show = (id: string) =>
    app.client.chat.postMessage({
      channel: CHANNEL,
      text: 'aging',
      blocks: [{ type: 'image', slack_file: { id }, alt_text: '€3 overdue' }],
    });
  const refusal = {
    error: 'invalid_blocks',
    messages: ['invalid slack file [json-pointer:/blocks/0/slack_file]'],
  };
  expect(await refusalOf(show('F0NONE'))).toMatchObject(refusal);
  const { id: table } = workspace.as(ANA).upload('collections', 'ledger.csv', 'id;amount\n');
  expect(await refusalOf(show(table))).toMatchObject(refusal);
  const { upload_url: url = '', file_id: id = '' } = await app.client.files.getUploadURLExternal({
    filename: 'aging.png',
    length: 3,
  });
  await fetch(url, { method: 'POST', body: 'png' });
  expect(await refusalOf(show(id))).toMatchObject(refusal);
  await app.client.files.completeUploadExternal({ files: [{ id, title: 'aging' }] });
  await show(id);
  expect(workspace.as(ANA).messages('collections').at(-1)).toMatchObject({
    blocks: [{ slack_file: { id } }],
  });
});
