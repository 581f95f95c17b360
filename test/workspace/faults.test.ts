import { expect, test } from 'vitest';
import { ANA, CHANNEL, openOffice } from './support/office.ts';

const post = { channel: CHANNEL, text: 'once' };

test('an ordered rate limit is met with Retry-After, and then passes', async () => {
  const { workspace, app } = await openOffice();
  workspace.fault.order('chat.postMessage', { kind: 'ratelimited', retryAfterSeconds: 7 });
  await expect(app.client.chat.postMessage(post)).rejects.toMatchObject({ retryAfter: 7 });
  expect((await app.client.chat.postMessage(post)).ok).toBe(true);
  expect(workspace.fault.outstanding()).toBe(0);
});

test('a server error leaves nothing behind', async () => {
  const { workspace, app } = await openOffice();
  workspace.fault.order('chat.postMessage', { kind: 'server_error' }, 2);
  await expect(app.client.chat.postMessage(post)).rejects.toMatchObject({ statusCode: 500 });
  await expect(app.client.chat.postMessage(post)).rejects.toMatchObject({ statusCode: 500 });
  expect(workspace.as(ANA).messages('collections')).toEqual([]);
});

test('an unclear answer leaves the message behind, and the caller without one', async () => {
  const { workspace, app } = await openOffice();
  workspace.fault.order('chat.postMessage', { kind: 'unclear' });
  await expect(app.client.chat.postMessage(post)).rejects.toThrow('A request error occurred');
  expect(workspace.as(ANA).messages('collections')).toMatchObject([{ text: 'once' }]);
});

test('an ordered refusal has the error that was asked for', async () => {
  const { workspace, app } = await openOffice();
  workspace.fault.order('chat.update', { kind: 'refused', error: 'is_archived' });
  await expect(app.client.chat.update({ ...post, ts: '1.000000' })).rejects.toMatchObject({
    data: { error: 'is_archived' },
  });
});
