import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/chat/types.ts';
import { cardOf, minted, press } from '../minted.ts';
import { gated, routerOver } from '../stage.ts';
import { among, desk, type Open, plain, said, seenBy, worded } from './desk.ts';

/** How commands, presses and files are answered. */
export function answers(name: string, open: Open): void {
  describe(`${name} answers`, () => {
    it('a command to whoever typed it, or to the channel', async () => {
      const { channel, ana, ben, until } = await among(open, {
        plan: (text) => ({ kind: 'reply', visibility: text === 'all' ? 'channel' : 'private' }),
        run: (_, text) => said(`heard ${text}`, text === 'all' ? 'channel' : 'private'),
      });
      await ana.type(channel, '/desk A & B <x>');
      await until(() => ana.read(channel)[0]);
      await ana.type(channel, '/desk all');
      await until(() => ben.read(channel)[0]);
      expect(ana.read(channel).map(({ words }) => words)).toEqual(['heard A & B <x>', 'heard all']);
      expect(ben.read(channel).map(({ words }) => words)).toEqual(['heard all']);
    });

    it('with the reason when it is refused, to whoever typed it', async () => {
      const { channel, ana, ben, until } = await open({
        router: routerOver([desk({ may: ['manager'] })], { whoMay: () => Promise.resolve(['Ben']) }),
      });
      await ana.type(channel, '/desk');
      const refusal = await until(() => ana.read(channel)[0]);
      expect(refusal).toMatchObject({ words: 'This takes the role manager. Ask Ben.', private: true });
      expect(ben.read(channel)).toEqual([]);
    });

    it('with the reason when its card does not fit the platform', async () => {
      const { channel, ana, until } = await among(open, {
        run: () => Promise.resolve({ kind: 'card', card: worded('x'.repeat(20_000)) }),
      });
      await ana.type(channel, '/desk');
      expect((await until(() => ana.read(channel)[0])).words).toMatch(/has 20000 characters/);
    });

    it('a press by replacing the message, by saying something, or in both ways of showing a control', async () => {
      const row = { kind: 'row', text: 'Acme', buttons: [press('Take'), press('Leave')] } as const;
      const buttons = {
        kind: 'buttons',
        buttons: [press('Next')],
        more: [press('Tell all', 'tell')],
      } as const;
      const { channel, ana, ben, until } = await among(open, {
        run: () => Promise.resolve({ kind: 'card', card: cardOf(row, buttons) }),
        presses: {
          next: { run: () => Promise.resolve({ kind: 'replace', card: worded('Page 2') }) },
          take: { run: () => said('taken') },
          tell: { run: () => said('told', 'channel') },
        },
      });
      await ana.type(channel, '/desk');
      const list = await until(() => ana.read(channel)[0]);
      expect(list.controls).toEqual(['Take', 'Leave', 'Next', 'Tell all']);
      await ana.press(channel, list, 'Take');
      expect(await seenBy(ana, channel, 'taken', until)).toMatchObject({ private: true });
      await ana.press(channel, list, 'Next');
      expect(await seenBy(ana, channel, 'Page 2', until)).toMatchObject({ id: list.id, controls: [] });
      expect(ben.read(channel)).toEqual([]);
      await ana.type(channel, '/desk');
      const fresh = await until(() => ana.read(channel).find(({ controls }) => controls.length > 0));
      await ana.press(channel, fresh, 'Tell all');
      expect(await seenBy(ben, channel, 'told', until)).toMatchObject({ private: false });
    });

    it('only after having said that it heard, however long it takes', async () => {
      const gate = gated();
      const slow = { run: () => gate.opened.then(() => said('pressed')) };
      const { channel, ana, until } = await among(open, {
        run: () =>
          Promise.resolve({ kind: 'card', card: cardOf({ kind: 'buttons', buttons: [press('Slow')] }) }),
        presses: { slow },
      });
      await ana.type(channel, '/desk');
      const list = await until(() => ana.read(channel)[0]);
      await ana.press(channel, list, 'Slow');
      expect(ana.read(channel)).toHaveLength(1);
      gate.open();
      await seenBy(ana, channel, 'pressed', until);
    });

    it('a press on a channel’s card to the channel in that card’s thread, in private beside it', async () => {
      const { channel, ana, ben, until } = await open({ router: withButtons(['Open', 'Quiet']) });
      await ana.type(channel, '/desk');
      const card = await until(() => ben.read(channel)[0]);
      await ben.press(channel, card, 'Open');
      await until(() => ana.read(channel, card.id)[1]);
      expect(ana.read(channel, card.id)[1]?.words).toBe('Open by somebody');
      await ben.press(channel, card, 'Quiet');
      expect(await seenBy(ben, channel, 'Quiet by somebody', until)).toMatchObject({ private: true });
      expect(ana.read(channel)).toHaveLength(1);
    });

    it('a press on a card that is older than us with the way to a new one', async () => {
      const { port, channel, ana, until } = await plain(open);
      const old = cardOf({ kind: 'buttons', buttons: [press('Approve')] });
      await port.post({ channelId: channel, card: await minted(old), nonce: 'n' });
      const [card] = ana.read(channel);
      await ana.press(channel, card!, 'Approve');
      const way = await seenBy(ana, channel, 'This button is from an older version', until);
      expect(way.words).toContain('with /overdue');
    });

    it('a file that was put into a conversation, once', async () => {
      let runs = 0;
      const onFile = (_: null, { name: file }: { name: string }): Promise<Reply> => {
        runs += 1;
        return said(`read ${file}`);
      };
      const { channel, ana, ben, until } = await open({ router: routerOver([], { onFile }) });
      await ana.drop(channel, 'items.csv', 'a;b');
      await seenBy(ana, channel, 'read items.csv', until);
      await ben.drop(channel, 'more.csv', 'a;b');
      await seenBy(ben, channel, 'read more.csv', until);
      expect(runs).toBe(2);
    });
  });
}

/** A desk whose command puts a card with these buttons into the channel. */
function withButtons(labels: readonly string[]) {
  const buttons = labels.map((label) => press(label));
  return routerOver([
    desk({
      plan: () => ({ kind: 'reply', visibility: 'channel' }),
      run: () =>
        Promise.resolve({ kind: 'card', card: cardOf({ kind: 'buttons', buttons }), visibility: 'channel' }),
      presses: {
        open: { run: () => said('Open by somebody', 'channel') },
        quiet: { run: () => said('Quiet by somebody') },
      },
    }),
  ]);
}
