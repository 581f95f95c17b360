import { describe, expect, it } from 'vitest';
import { ChatError } from '../../../src/chat/port.ts';
import { minted } from '../minted.ts';
import { type Open, plain, worded } from './desk.ts';

/** What is said of a message that may or may not have been sent. */
export function saysOfFailures(name: string, open: Open): void {
  describe(`${name} says of a failure`, () => {
    it('that it may have happened, and finds the message then by its nonce, once', async () => {
      const { port, channel, ana, order } = await plain(open);
      order('unclear');
      const message = { channelId: channel, card: await minted(worded('Once')), nonce: 'n-1' };
      await expect(port.post(message)).rejects.toMatchObject({ failure: { kind: 'unclear' } });
      const found = await port.find(channel, undefined, 'n-1');
      expect(ana.read(channel).map(({ id }) => id)).toEqual([found?.id]);
    });

    it('that it may have happened when the platform broke, and finds nothing then', async () => {
      const { port, channel, order } = await plain(open);
      order('failed');
      const message = { channelId: channel, card: await minted(worded('Lost')), nonce: 'n-1' };
      await expect(port.post(message)).rejects.toMatchObject({ failure: { kind: 'unclear' } });
      expect(await port.find(channel, undefined, 'n-1')).toBeUndefined();
    });

    it('when to try again, and has sent nothing', async () => {
      const { port, channel, ana, order } = await plain(open);
      order('limited');
      const message = { channelId: channel, card: await minted(worded('Later')), nonce: 'n-1' };
      await expect(port.post(message)).rejects.toMatchObject({ failure: { kind: 'later', afterSeconds: 7 } });
      expect(ana.read(channel)).toEqual([]);
    });

    it('that it is for good where there is no such place', async () => {
      const { port } = await plain(open);
      const message = { channelId: 'C0NOWHERE', card: await minted(worded('x')), nonce: 'n' };
      const failure = await port.post(message).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ChatError);
      expect(failure).toMatchObject({ failure: { kind: 'refused' } });
    });

    it('by nonce in a thread as well, and never takes one message for another', async () => {
      const { port, channel } = await plain(open);
      const parent = await port.post({ channelId: channel, card: await minted(worded('p')), nonce: 'a' });
      const card = await minted(worded('r'));
      const reply = await port.post({ channelId: channel, threadId: parent.id, card, nonce: 'b' });
      expect(await port.find(channel, parent.id, 'b')).toEqual(reply);
      expect(await port.find(channel, undefined, 'b')).toBeUndefined();
      expect(await port.find(channel, undefined, 'a')).toEqual(parent);
      expect(await port.find(channel, parent.id, 'c')).toBeUndefined();
    });
  });
}
