import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabases } from '../../src/compose/database.ts';
import { startLocal } from '../../src/compose/local.ts';
import { readConfig } from '../../src/config.ts';
import type { Log } from '../../src/services/ports.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const { ownerUrl } = await freshDatabase();
const folder = mkdtempSync(join(tmpdir(), 'dunwell-refusals-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = (): Date => new Date('2026-11-03T07:00:00Z');

/** A port that somebody listens on until the file is done. */
async function takenPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => server.close());
  return (server.address() as AddressInfo).port;
}

const open = (url: URL) => openDatabases(readConfig({ DATABASE_URL: url.href }), quiet);

test('a port that is taken is named, with the setting to change', async () => {
  const port = await takenPort();
  const start = startLocal({ port, folder, zone: 'Europe/Berlin', now, machineNow: now, log: quiet });
  await expect(start).rejects.toThrow(
    `Port ${port} is taken: stop what listens there, or set PORT to another one.`,
  );
});

test('a database that does not answer is named without its password', async () => {
  const url = Object.assign(new URL(ownerUrl), { port: '1' });
  await expect(open(url)).rejects.toThrow(
    `No database answers at 127.0.0.1:1 (ECONNREFUSED): start it, or correct DATABASE_URL.`,
  );
});

test('a wrong password, or a database that is not there, is said as such', async () => {
  const stranger = Object.assign(new URL(ownerUrl), { password: 'wrong' });
  await expect(open(stranger)).rejects.toThrow('refuses "dunwell_owner": correct the login in DATABASE_URL.');
  const nowhere = Object.assign(new URL(ownerUrl), { pathname: '/nowhere' });
  await expect(open(nowhere)).rejects.toThrow('There is no database "nowhere" at');
});

test('a port that is no port is told in words', () => {
  expect(() => readConfig({ PORT: 'abc' })).toThrow('PORT: must be a port, a whole number from 0 to 65535');
});

test('a country or a time zone that nobody knows is refused before a workspace could keep it', () => {
  expect(() => readConfig({ DUNWELL_COUNTRY: 'XX', DUNWELL_ZONE: 'Berlin' })).toThrow(
    'DUNWELL_COUNTRY: No holidays are known for country "XX". Write its ISO 3166-1 code, for example DE.\n' +
      'DUNWELL_ZONE: "Berlin" is not a time zone. Write its IANA name, for example Europe/Berlin.',
  );
});

test('a setting that means nothing alone is refused, instead of starting the local workspace', () => {
  expect(() => readConfig({ SLACK_APP_TOKEN: 'xapp-1' })).toThrow(
    "SLACK_APP_TOKEN is set, but not SLACK_BOT_TOKEN: the bot's token.",
  );
  expect(() => readConfig({ DATABASE_APP_URL: 'postgres://app@host/db' })).toThrow('but not DATABASE_URL');
  expect(() => readConfig({ MAIL_FROM: 'a@b.test' })).toThrow('but not SMTP_URL');
});

test('a token is told by how it starts, and never shown', () => {
  expect(() => readConfig({ SLACK_BOT_TOKEN: 'secret' })).toThrow(
    /^SLACK_BOT_TOKEN: must be the token that starts with xoxb-$/,
  );
});
