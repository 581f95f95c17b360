import { describe, expect, it, vi } from 'vitest';
import { createSlackClient, createSlackPort } from '../../../src/chat/slack/send.ts';
import { DomainError } from '../../../src/core/error.ts';
import type { Workspace, WorkspaceOptions } from '../../../src/workspace/server.ts';
import { cardOf, minted } from '../minted.ts';
import { silentLog } from '../stage.ts';
import { ANA, BEN, BOT_TOKEN, CHANNEL, openWorkspace } from './stage.ts';

const UNCLEAR = { kind: 'unclear' } as const;

describe('a message', () => {
  it('carries its nonce and nothing else about us, links no names and unfolds no links', async () => {
    const { workspace, client, port } = await open();
    const sent = vi.spyOn(client.chat, 'postMessage');
    await port.post({ channelId: CHANNEL, card: await minted(cardOf()), nonce: 'n-1' });
    const silent = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false };
    expect(sent).toHaveBeenCalledWith(expect.objectContaining(silent));
    const { messages } = await client.conversations.history({ channel: CHANNEL, include_all_metadata: true });
    expect(messages?.[0]?.metadata).toEqual({
      event_type: 'dunwell_message',
      event_payload: { nonce: 'n-1' },
    });
    expect(workspace.as(ANA).messages(CHANNEL)).toHaveLength(1);
  });

  it('that does not fit is refused before anything is sent', async () => {
    const { workspace, port } = await open();
    const card = await minted(cardOf({ kind: 'text', text: 'x'.repeat(12_001) }));
    await expect(port.post({ channelId: CHANNEL, card, nonce: 'n' })).rejects.toThrow(DomainError);
    expect(workspace.as(ANA).messages(CHANNEL)).toEqual([]);
  });

  it('keeps its nonce when it is changed, and its words stay words', async () => {
    const { client, port } = await open();
    const sent = vi.spyOn(client.chat, 'update');
    const ref = await port.post({ channelId: CHANNEL, card: await minted(cardOf()), nonce: 'n-1' });
    await port.update(ref, await minted({ summary: 'Changed', parts: [] }));
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ parse: 'none', link_names: false }));
    expect(await port.find(CHANNEL, undefined, 'n-1')).toEqual(ref);
  });

  it('whose change got no answer can simply be changed again', async () => {
    const { workspace, port } = await open();
    const ref = await port.post({ channelId: CHANNEL, card: await minted(cardOf()), nonce: 'n' });
    workspace.fault.order('chat.update', UNCLEAR);
    await expect(port.update(ref, await minted(cardOf()))).rejects.toMatchObject({
      failure: { kind: 'later' },
    });
  });

  it('of somebody else with our nonce in it is not ours', async () => {
    const { workspace } = await open();
    const stranger = createSlackPort({ ...connected(workspace), botUserId: 'U0OTHER' });
    await stranger.post({ channelId: CHANNEL, card: await minted(cardOf()), nonce: 'n-1' });
    expect(await stranger.find(CHANNEL, undefined, 'n-1')).toBeUndefined();
  });

  it('that is looked for among too many is not said to be missing', async () => {
    const { port, workspace } = await open();
    const ana = workspace.as(ANA);
    for (let count = 0; count <= 1_000; count += 1) await ana.say(CHANNEL, '.');
    await expect(port.find(CHANNEL, undefined, 'n')).rejects.toMatchObject({
      failure: { kind: 'refused' },
      code: 'too_many_messages_to_search',
    });
  });
});

describe('a direct message', () => {
  it('that could not be opened is tried again', async () => {
    const { workspace, port } = await open();
    workspace.fault.order('conversations.open', { kind: 'server_error' });
    await expect(port.openDirectMessage(ANA)).rejects.toMatchObject({ failure: { kind: 'later' } });
    expect(await port.openDirectMessage(ANA)).toBe('D0ANA');
  });

  it('is asked for once', async () => {
    const { workspace, port } = await open();
    await port.openDirectMessage(ANA);
    workspace.fault.order('conversations.open', { kind: 'server_error' });
    expect(await port.openDirectMessage(ANA)).toBe('D0ANA');
    expect(workspace.fault.outstanding()).toBe(1);
  });
});

describe('a file', () => {
  const file = { channelId: CHANNEL, name: 'rows.csv', bytes: new Uint8Array([1, 2]) };

  it('whose upload failed before it was shown can be sent again', async () => {
    const { workspace, port } = await open();
    workspace.fault.order('files.getUploadURLExternal', UNCLEAR);
    await expect(port.upload(file)).rejects.toMatchObject({ failure: { kind: 'later' } });
    await port.upload(file);
    expect(workspace.as(ANA).messages(CHANNEL)).toHaveLength(1);
  });

  it('that may be shown already is not sent again by itself', async () => {
    const { workspace, port } = await open();
    workspace.fault.order('files.completeUploadExternal', UNCLEAR);
    await expect(port.upload(file)).rejects.toMatchObject({ failure: UNCLEAR });
    expect(workspace.as(ANA).messages(CHANNEL)).toHaveLength(1);
  });

  it('goes into the thread it is meant for', async () => {
    const { workspace, port } = await open();
    const { id } = await port.post({ channelId: CHANNEL, card: await minted(cardOf()), nonce: 'n' });
    await port.upload({ ...file, threadId: id, comment: 'Rows *not* read' });
    const [, reply] = workspace.as(BEN).messages(CHANNEL, { thread: id });
    expect(reply).toMatchObject({ text: 'Rows ∗not∗ read', files: [{ name: 'rows.csv', size: 2 }] });
  });

  it('that is not there is refused', async () => {
    const { port } = await open();
    await expect(port.download('F0NONE')).rejects.toMatchObject({
      failure: { kind: 'refused' },
      code: 'file_not_found',
    });
  });

  it('that lies on a foreign server is not fetched, so that our token stays with Slack', async () => {
    const { workspace } = await open();
    const uploaded = await Promise.resolve(workspace.as(ANA).upload(CHANNEL, 'a.csv', 'a'));
    const elsewhere = createSlackPort({ ...connected(workspace), apiUrl: 'https://slack.example/api/' });
    await expect(elsewhere.download(uploaded.id)).rejects.toMatchObject({ code: 'file_is_elsewhere' });
  });
});

it('everybody is listed, over all pages', async () => {
  const users = Array.from({ length: 450 }, (_, index) => ({
    id: `U0${index}`,
    name: `Person ${index}`,
    title: 'rep',
    timeZone: 'UTC',
    isAdmin: false,
  }));
  const { port } = await open({ users });
  expect(new Set((await port.users()).map(({ id }) => id)).size).toBe(451);
});

async function open(options: Partial<WorkspaceOptions> = {}) {
  const workspace = await openWorkspace(options);
  const parts = connected(workspace);
  return { workspace, client: parts.client, port: createSlackPort(parts) };
}

function connected({ apiUrl }: Workspace) {
  return {
    client: createSlackClient(BOT_TOKEN, apiUrl, silentLog),
    botToken: BOT_TOKEN,
    botUserId: 'U0BOT',
    apiUrl,
  };
}
