import { describe, expect, it } from 'vitest';
import type { Picture, Reply } from '../../../src/chat/types.ts';
import { createSlackClient, createSlackPort } from '../../../src/chat/slack/send.ts';
import { cardOf, minted } from '../minted.ts';
import { routerOver, silentLog } from '../stage.ts';
import { ANA, BOT_TOKEN, CHANNEL, connect, openWorkspace } from './stage.ts';

const NOT_NOW = { kind: 'server_error' } as const;

describe('a picture', () => {
  it('is shown out of a file that is shared nowhere else, described in words', async () => {
    const { ana, post } = await open();
    const { picture, timesDrawn } = drawn('a');
    await post(picture);
    expect(shown(ana())).toMatchObject([
      {
        type: 'image',
        alt_text: '€3 overdue',
        title: { text: 'Aging' },
        slack_file: { id: expect.stringMatching(/^F/) },
      },
    ]);
    expect(ana()[0]?.files).toBeUndefined();
    expect(timesDrawn()).toBe(1);
  });

  it('is drawn and uploaded once, however often it is shown', async () => {
    const { ana, post, port } = await open();
    const { picture, timesDrawn } = drawn('a');
    const ref = await post(picture);
    await port.update(ref, await cardWith(picture));
    await post(drawn('a').picture);
    expect(timesDrawn()).toBe(1);
    expect(new Set(ana().map((message) => fileIn(message.blocks))).size).toBe(1);
  });

  it('that changed is another file', async () => {
    const { ana, post } = await open();
    await post(drawn('a').picture);
    await post(drawn('b').picture);
    expect(new Set(ana().map((message) => fileIn(message.blocks))).size).toBe(2);
  });

  it('that cannot be uploaded now has its message sent later, and nothing is posted', async () => {
    const { workspace, ana, post } = await open();
    workspace.fault.order('files.getUploadURLExternal', NOT_NOW);
    await expect(post(drawn('a').picture)).rejects.toMatchObject({ failure: { kind: 'later' } });
    expect(ana()).toEqual([]);
  });

  it('that cannot be uploaded time and again holds up nothing: it is told in words', async () => {
    const { workspace, ana, post } = await open();
    workspace.fault.order('files.getUploadURLExternal', NOT_NOW, 5);
    for (const _ of Array(4)) await expect(post(drawn('a').picture)).rejects.toThrow('later');
    await post(drawn('a').picture);
    expect(ana()[0]?.blocks).toMatchObject([{ type: 'context' }]);
    expect(workspace.fault.outstanding()).toBe(1);
  });

  it('is told in words where the app may upload none', async () => {
    const { workspace, ana, post } = await open();
    workspace.fault.order('files.getUploadURLExternal', { kind: 'refused', error: 'missing_scope' });
    await post(drawn('a').picture);
    expect(ana()[0]?.blocks).toMatchObject([{ type: 'context', elements: [{ text: '€3 overdue' }] }]);
  });
});

describe('a picture that Slack has not processed yet', () => {
  it('has its message sent a little later', async () => {
    const { workspace, ana, post } = await open();
    const { picture, timesDrawn } = drawn('a');
    workspace.fault.order('slack_file', NOT_NOW);
    await expect(post(picture)).rejects.toMatchObject({
      failure: { kind: 'later' },
      code: 'picture_not_ready',
    });
    await post(picture);
    expect(shown(ana())).toHaveLength(1);
    expect(timesDrawn()).toBe(1);
  });

  it('is uploaded anew, and told in words after four refusals: a message does not wait for its picture', async () => {
    const { workspace, ana, post } = await open();
    const { picture, timesDrawn } = drawn('a');
    workspace.fault.order('slack_file', NOT_NOW, 4);
    for (const _ of Array(4))
      await expect(post(picture)).rejects.toMatchObject({ code: 'picture_not_ready' });
    await post(picture);
    expect(ana()).toHaveLength(1);
    expect(shown(ana())).toEqual([]);
    expect(timesDrawn()).toBe(2);
  });

  it('is looked after until it has a type', async () => {
    const { workspace, ana, post } = await open();
    workspace.fault.order('files.info', { kind: 'refused', error: 'file_not_found' }, 2);
    await post(drawn('a').picture);
    expect(shown(ana())).toHaveLength(1);
    expect(workspace.fault.outstanding()).toBe(0);
  });

  it('is told in words where an answer is given now or never', async () => {
    const { workspace, ana, port } = await open();
    workspace.fault.order('slack_file', NOT_NOW);
    await port.whisper(CHANNEL, ANA, await cardWith(drawn('a').picture));
    expect(ana()).toMatchObject([{ onlyFor: ANA, blocks: [{ type: 'context' }] }]);
  });
});

describe('an answer with a picture', () => {
  it.each(['private', 'channel'] as const)(
    '(%s) is given by our own token, as response addresses refuse',
    async (visibility) => {
      const workspace = await openWorkspace();
      const card = cardOf({
        kind: 'picture',
        picture: drawn('a').picture,
        alt: '€3 overdue',
        title: 'Aging',
      });
      await connect(workspace, { router: deskAnswering({ kind: 'card', card, visibility }) });
      workspace.fault.order('response_url', { kind: 'refused', error: 'invalid_blocks' });
      await workspace.as(ANA).slash(CHANNEL, '/desk');
      const answer = await workspace.until(() => workspace.as(ANA).messages(CHANNEL)[0]);
      expect(answer.onlyFor).toBe(visibility === 'private' ? ANA : undefined);
      expect(shown([answer])).toHaveLength(1);
      expect(workspace.fault.outstanding()).toBe(1);
    },
  );
});

const deskAnswering = (reply: Reply) =>
  routerOver([
    {
      name: 'desk',
      summary: 'Test the desk',
      options: [],
      plan: () => ({ kind: 'reply', visibility: 'private' }),
      run: () => Promise.resolve(reply),
      presses: {},
      submissions: {},
    },
  ]);

async function open() {
  const workspace = await openWorkspace();
  const port = createSlackPort({
    client: createSlackClient(BOT_TOKEN, workspace.apiUrl, silentLog),
    botToken: BOT_TOKEN,
    botUserId: 'U0BOT',
    apiUrl: workspace.apiUrl,
  });
  return {
    workspace,
    port,
    ana: () => workspace.as(ANA).messages(CHANNEL),
    post: async (picture: Picture) =>
      port.post({ channelId: CHANNEL, card: await cardWith(picture), nonce: 'n' }),
  };
}

const cardWith = (picture: Picture) =>
  minted(cardOf({ kind: 'picture', picture, alt: '€3 overdue', title: 'Aging' }));

function drawn(key: string) {
  let times = 0;
  const draw = (): Promise<Uint8Array> => {
    times += 1;
    return Promise.resolve(new TextEncoder().encode(key));
  };
  return { picture: { key, draw }, timesDrawn: () => times };
}

type Messages = ReturnType<Awaited<ReturnType<typeof open>>['ana']>;

const shown = (messages: Messages) =>
  messages.flatMap(({ blocks }) => (blocks ?? []).filter(({ type }) => type === 'image'));

const fileIn = (blocks: Messages[number]['blocks']): unknown => JSON.stringify(blocks?.[0]?.['slack_file']);
