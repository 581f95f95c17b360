import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/workspace/store/store.ts';
import { ANA, openOffice, openWorkspace } from './support/office.ts';

let storeFolder = '';
beforeEach(() => void (storeFolder = mkdtempSync(join(tmpdir(), 'workspace-'))));
afterEach(() => rmSync(storeFolder, { recursive: true, force: true }));

const journal = () => join(storeFolder, 'journal.jsonl');
const now = new Date('2026-11-22T10:00:00Z');
const message = (ts: string, text = 'x') => ({ channel: 'C1', ts, user: 'U1', text });

test('messages, threads, edits, files and channels are there after a restart', async () => {
  const { workspace, app } = await openOffice(undefined, { storeFolder });
  const ana = workspace.as(ANA);
  const said = await ana.say('collections', 'first');
  await ana.say('collections', 'reply', said.ts);
  ana.upload('collections', 'a.csv', 'x');
  const { ts = '', channel = '' } = await app.client.chat.postMessage({
    channel: said.channel,
    text: 'card',
  });
  await app.client.chat.update({ channel, ts, text: 'card, changed' });
  const before = ana.messages('collections');
  await app.stop();
  await workspace.close();
  const again = await openWorkspace({ storeFolder });
  expect(again.as(ANA).messages('collections')).toEqual(before);
  expect(before).toMatchObject([
    { replyCount: 1 },
    { files: [{ name: 'a.csv' }] },
    { text: 'card, changed' },
  ]);
});

test('a torn last line is cut off, and what follows is readable', () => {
  const store = openStore(storeFolder);
  store.commit({ type: 'message', message: message('1.000001') });
  store.close();
  appendFileSync(journal(), '{"type":"message","mess');
  const second = openStore(storeFolder);
  expect([...(second.state.messages.get('C1')?.keys() ?? [])]).toEqual(['1.000001']);
  second.commit({ type: 'message', message: message('1.000002') });
  second.close();
  const third = openStore(storeFolder);
  expect([...(third.state.messages.get('C1')?.keys() ?? [])]).toEqual(['1.000001', '1.000002']);
  third.close();
});

test('damage in the middle is not written over', () => {
  writeFileSync(journal(), '{"type":"home"\n{"type":"home","user":"U1","view":{}}\n');
  expect(() => openStore(storeFolder)).toThrow('line 1 is not JSON');
  expect(readFileSync(journal(), 'utf8')).toContain('"U1"');
});

test('a second writer is noticed before it does harm', () => {
  const [first, second] = [openStore(storeFolder), openStore(storeFolder)];
  first.commit({ type: 'message', message: message('1.000001') });
  expect(() => second.commit({ type: 'message', message: message('1.000002') })).toThrow(
    'something else writes',
  );
  first.close();
  second.close();
});

test('timestamps go on rising after a restart, even with an earlier clock', () => {
  const store = openStore(storeFolder);
  const before = store.nextTs(now);
  store.commit({ type: 'message', message: message(before) });
  store.close();
  const again = openStore(storeFolder);
  expect(again.nextTs(new Date(now.getTime() - 60_000)) > before).toBe(true);
  again.close();
});

test('a journal mostly of the past is rewritten at the start and says the same', () => {
  const store = openStore(storeFolder);
  store.commit({ type: 'message', message: message('1.000001') });
  for (let edit = 0; edit < 2_000; edit += 1)
    store.commit({ type: 'edit', message: message('1.000001', `edit ${edit}`) });
  store.close();
  const again = openStore(storeFolder);
  again.commit({ type: 'message', message: message('1.000002') });
  again.close();
  expect(readFileSync(journal(), 'utf8').split('\n')).toHaveLength(3);
  const third = openStore(storeFolder);
  expect([...(third.state.messages.get('C1')?.values() ?? [])].map(({ text }) => text)).toEqual([
    'edit 1999',
    'x',
  ]);
  third.close();
});
