import { expect, test } from 'vitest';
import { createHearing } from './support/hearing.ts';
import { ANA, BEN, CHANNEL, openOffice, openWorkspace } from './support/office.ts';

const button = { type: 'button', action_id: 'next', text: { type: 'plain_text', text: 'Next' } } as const;
const card = [{ type: 'actions', elements: [button] }];

async function send(url: string, body: object): Promise<{ status: number; error?: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const said = await answer.text();
  return { status: answer.status, ...(said.startsWith('{') ? (JSON.parse(said) as { error: string }) : {}) };
}

/** The response_url of a press on a card that Ana alone sees, or everybody. */
async function pressedCard(ephemeral: boolean, options = {}) {
  const urls = createHearing<string>();
  const office = await openOffice(
    (app) =>
      app.action('next', async ({ ack, body }) => {
        await ack();
        urls.note('response_url' in body ? (body.response_url ?? '') : '');
      }),
    options,
  );
  const message = { channel: CHANNEL, text: 'page 1', blocks: card };
  await (ephemeral
    ? office.app.client.chat.postEphemeral({ ...message, user: ANA })
    : office.app.client.chat.postMessage(message));
  const ana = office.workspace.as(ANA);
  const [shown] = ana.messages('collections');
  if (!shown) throw new Error('nothing was posted');
  await ana.press(shown, 'Next');
  return { ...office, ana, url: await urls.next() };
}

test('an answer is a new message for the person who pressed, unless it is for the channel', async () => {
  const { workspace, ana, url } = await pressedCard(false);
  await send(url, { text: 'for you' });
  await send(url, { text: 'for all', response_type: 'in_channel' });
  expect(ana.messages('collections').map(({ text }) => text)).toEqual(['page 1', 'for you', 'for all']);
  expect(
    workspace
      .as(BEN)
      .messages('collections')
      .map(({ text }) => text),
  ).toEqual(['page 1', 'for all']);
});

test('an ephemeral list turns its pages in place, and goes', async () => {
  const { ana, url } = await pressedCard(true);
  await send(url, { text: 'page 2', replace_original: true, blocks: card });
  expect(ana.messages('collections')).toMatchObject([{ text: 'page 2', onlyFor: ANA }]);
  await send(url, { delete_original: true });
  expect(ana.messages('collections')).toEqual([]);
});

test('the sixth use is refused', async () => {
  const { ana, url } = await pressedCard(false);
  for (let use = 1; use <= 5; use += 1)
    expect(await send(url, { text: `answer ${use}` })).toEqual({ status: 200 });
  expect(await send(url, { text: 'one too many' })).toMatchObject({ status: 404, error: 'used_url' });
  expect(ana.messages('collections')).toHaveLength(6);
});

test('after half an hour it is refused', async () => {
  let machine = Date.parse('2026-11-22T10:00:00Z');
  const { url } = await pressedCard(false, { machineNow: () => new Date(machine) });
  machine += 30 * 60_000;
  expect(await send(url, { text: 'in time' })).toEqual({ status: 200 });
  machine += 1;
  expect(await send(url, { text: 'late' })).toMatchObject({ status: 404, error: 'expired_url' });
});

test('an answer with invalid blocks is refused and shown to nobody', async () => {
  const { ana, url } = await pressedCard(false);
  expect(await send(url, { text: 'x', blocks: [{ type: 'boxes' }] })).toMatchObject({
    status: 400,
    error: 'invalid_blocks',
  });
  expect(ana.messages('collections')).toHaveLength(1);
});

test('an invented response_url is refused', async () => {
  const workspace = await openWorkspace();
  expect(await send(`${workspace.url}/response/invented`, { text: 'x' })).toMatchObject({ status: 404 });
});
