import { expect, test } from 'vitest';
import { APP_TOKEN, BOT_TOKEN, CHANNEL, openWorkspace } from './support/office.ts';

async function call(
  apiUrl: string,
  method: string,
  init: RequestInit = {},
): Promise<Record<string, unknown>> {
  const answer = await fetch(apiUrl + method, { method: 'POST', ...init });
  return { status: answer.status, ...((await answer.json()) as object) };
}

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test.each([
  ['no token', 'auth.test', {}, 'not_authed'],
  ['a wrong token', 'auth.test', bearer('xoxb-wrong'), 'invalid_auth'],
  ['the app token where the bot’s is due', 'auth.test', bearer(APP_TOKEN), 'not_allowed_token_type'],
  [
    'the bot token where the app’s is due',
    'apps.connections.open',
    bearer(BOT_TOKEN),
    'not_allowed_token_type',
  ],
  ['an unknown method', 'chat.shout', bearer(BOT_TOKEN), 'unknown_method'],
  ['a missing argument', 'chat.postMessage', bearer(BOT_TOKEN), 'invalid_arguments'],
])('%s is refused in Slack’s words, with status 200', async (_what, method, init, error) => {
  const { apiUrl } = await openWorkspace();
  expect(await call(apiUrl, method, init)).toMatchObject({ status: 200, ok: false, error });
});

test('arguments come as a form or as JSON', async () => {
  const { apiUrl } = await openWorkspace();
  const form = await call(apiUrl, 'chat.postMessage', {
    ...bearer(BOT_TOKEN),
    body: new URLSearchParams({ channel: CHANNEL, text: 'form', blocks: '[{"type":"divider"}]' }),
  });
  const json = await call(apiUrl, 'chat.postMessage', {
    headers: { ...bearer(BOT_TOKEN).headers, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: CHANNEL, text: 'json', blocks: [{ type: 'divider' }] }),
  });
  expect([form['ok'], json['ok']]).toEqual([true, true]);
});

test.each([
  ['application/json', '{', 'invalid_json'],
  ['application/json', '[]', 'json_not_object'],
  ['text/plain', 'text=x', 'invalid_post_type'],
])('a body of %s that says %s is refused with %s', async (type, body, error) => {
  const { apiUrl } = await openWorkspace();
  const headers = { ...bearer(BOT_TOKEN).headers, 'content-type': type };
  expect(await call(apiUrl, 'chat.postMessage', { headers, body })).toMatchObject({ ok: false, error });
});

test('a body of more than two mebibytes is refused', async () => {
  const { apiUrl } = await openWorkspace();
  const body = new URLSearchParams({ text: 'x'.repeat(2 * 1_024 * 1_024) });
  const answer = await fetch(`${apiUrl}chat.postMessage`, { method: 'POST', ...bearer(BOT_TOKEN), body });
  expect(answer.status).toBe(413);
});
