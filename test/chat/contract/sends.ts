import { describe, expect, it, vi } from 'vitest';
import type { Card, Reply } from '../../../src/chat/types.ts';
import { cardOf, minted, press } from '../minted.ts';
import { routerOver } from '../stage.ts';
import { type Open, plain, worded } from './desk.ts';

/** What is sent, changed, whispered and fetched. */
export function sends(name: string, open: Open): void {
  describe(`${name} sends`, () => {
    it('a card that everybody in the channel sees, and replies to it in its thread', async () => {
      const { port, channel, ben } = await plain(open);
      const parent = await port.post({
        channelId: channel,
        card: await minted(worded('Lagerhaus')),
        nonce: 'n1',
      });
      await port.post({
        channelId: channel,
        threadId: parent.id,
        card: await minted(worded('Paid')),
        nonce: 'n2',
      });
      expect(ben.read(channel).map(({ words }) => words)).toEqual(['Lagerhaus']);
      expect(ben.read(channel, parent.id).map(({ words }) => words)).toEqual(['Lagerhaus', 'Paid']);
    });

    it('a change of a card in its place', async () => {
      const { port, channel, ana } = await plain(open);
      const before = cardOf({ kind: 'buttons', buttons: [press('Approve')] });
      const ref = await port.post({ channelId: channel, card: await minted(before), nonce: 'n' });
      await port.update(ref, await minted(worded('Approved by Ben')));
      expect(ana.read(channel)).toMatchObject([{ id: ref.id, words: 'Approved by Ben', controls: [] }]);
    });

    it('a whisper that one person sees', async () => {
      const { port, channel, ana, ben } = await plain(open);
      await port.whisper(channel, ana.id, await minted(worded('Psst')));
      expect(ana.read(channel)).toMatchObject([{ words: 'Psst', private: true }]);
      expect(ben.read(channel)).toEqual([]);
    });

    it('direct messages into the same conversation each time', async () => {
      const { port, ana } = await plain(open);
      const direct = await port.openDirectMessage(ana.id);
      expect(await port.openDirectMessage(ana.id)).toBe(direct);
      await port.post({ channelId: direct, card: await minted(worded('Good morning')), nonce: 'n' });
      expect(ana.read(direct)).toMatchObject([{ words: 'Good morning' }]);
    });

    it('a file, and fetches it back to the byte', async () => {
      const files: { id: string; name: string }[] = [];
      const onFile = (_: null, file: { id: string; name: string }): Promise<Reply> => {
        files.push(file);
        return Promise.resolve({ kind: 'silent' });
      };
      const { port, channel, ana } = await open({ router: routerOver([], { onFile }) });
      const bytes = new Uint8Array([0, 255, 10, 13, 1]);
      await port.upload({
        channelId: channel,
        name: 'bad rows.csv',
        bytes,
        comment: 'See *row* 14 <!channel>',
      });
      expect(ana.read(channel)[0]?.words).toContain('14');
      await ana.drop(channel, 'items.csv', 'Kunde;Betrag\nMüller;1,00');
      const file = await vi.waitFor(() => files[0] ?? Promise.reject(new Error('no file yet')));
      expect(file.name).toBe('items.csv');
      expect(files).toHaveLength(1);
      const fetched = await port.download(file.id);
      expect(fetched.name).toBe('items.csv');
      expect(new TextDecoder().decode(fetched.bytes)).toBe('Kunde;Betrag\nMüller;1,00');
    });

    it('who is here, with time zones, and who is a bot', async () => {
      const { port, ana } = await plain(open);
      const users = await port.users();
      expect(users.find(({ id }) => id === ana.id)).toMatchObject({
        name: 'Ana',
        isBot: false,
        deleted: false,
      });
      expect(users.filter(({ isBot }) => isBot)).toHaveLength(1);
      expect(users.find(({ id }) => id === ana.id)?.timeZone).toBe('Europe/Riga');
    });

    it('an address for a message', async () => {
      const { port, channel } = await plain(open);
      const ref = await port.post({ channelId: channel, card: await minted(worded('x')), nonce: 'n' });
      expect(await port.permalink(ref)).toContain(ref.id.replace(/\D/g, ''));
    });

    it('names that call for everybody without calling anybody but who was meant', async () => {
      const { port, channel, ana, called } = await plain(open);
      const hostile = '<!channel> @here <@U0BEN> @everyone';
      const text = [hostile, { bold: hostile }, { mention: ana.id }];
      const card: Card = {
        summary: hostile,
        parts: [
          { kind: 'text', text },
          { kind: 'small', text: [hostile, { bold: hostile }] },
          { kind: 'row', text: [{ bold: hostile }, hostile], buttons: [] },
          { kind: 'fields', fields: [{ label: hostile, value: hostile }] },
          { kind: 'table', columns: [{ title: hostile }], rows: [[hostile]] },
        ],
      };
      await port.post({ channelId: channel, card: await minted(card), nonce: 'n' });
      await port.upload({ channelId: channel, name: hostile, bytes: new Uint8Array([1]), comment: hostile });
      expect(called()).toEqual([ana.id]);
    });
  });
}
