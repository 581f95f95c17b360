import { describe, expect, it, vi } from 'vitest';
import { ChatError } from '../../src/chat/port.ts';
import type { Card, Command, Form, Reply } from '../../src/chat/types.ts';
import { cardOf, minted, press } from './minted.ts';
import { gated, routerOver, type Seen, type Stage, type StageOptions, type Visitor } from './stage.ts';

/** What every adapter does alike. `open` starts a platform of its own, closed after the test. */
export function chatContract(name: string, open: (options: StageOptions) => Promise<Stage>): void {
  const plain = (): Promise<Stage> => open({ router: routerOver([]) });
  const among = (command: Partial<Command<null>>, options: Partial<StageOptions> = {}): Promise<Stage> =>
    open({ router: routerOver([desk(command)]), ...options });

  describe(`${name} sends`, () => {
    it('a card that everybody in the channel sees, and replies to it in its thread', async () => {
      const { port, channel, ben } = await plain();
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
      const { port, channel, ana } = await plain();
      const before = cardOf({ kind: 'buttons', buttons: [press('Approve')] });
      const ref = await port.post({ channelId: channel, card: await minted(before), nonce: 'n' });
      await port.update(ref, await minted(worded('Approved by Ben')));
      expect(ana.read(channel)).toMatchObject([{ id: ref.id, words: 'Approved by Ben', controls: [] }]);
    });

    it('a whisper that one person sees', async () => {
      const { port, channel, ana, ben } = await plain();
      await port.whisper(channel, ana.id, await minted(worded('Psst')));
      expect(ana.read(channel)).toMatchObject([{ words: 'Psst', private: true }]);
      expect(ben.read(channel)).toEqual([]);
    });

    it('direct messages into the same conversation each time', async () => {
      const { port, ana } = await plain();
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
      const { port, ana } = await plain();
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
      const { port, channel } = await plain();
      const ref = await port.post({ channelId: channel, card: await minted(worded('x')), nonce: 'n' });
      expect(await port.permalink(ref)).toContain(ref.id.replace(/\D/g, ''));
    });

    it('names that call for everybody without calling anybody but who was meant', async () => {
      const { port, channel, ana, called } = await plain();
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

  describe(`${name} says of a failure`, () => {
    it('that it may have happened, and finds the message then by its nonce, once', async () => {
      const { port, channel, ana, order } = await plain();
      order('unclear');
      const message = { channelId: channel, card: await minted(worded('Once')), nonce: 'n-1' };
      await expect(port.post(message)).rejects.toMatchObject({ failure: { kind: 'unclear' } });
      const found = await port.find(channel, undefined, 'n-1');
      expect(ana.read(channel).map(({ id }) => id)).toEqual([found?.id]);
    });

    it('that it may have happened when the platform broke, and finds nothing then', async () => {
      const { port, channel, order } = await plain();
      order('failed');
      const message = { channelId: channel, card: await minted(worded('Lost')), nonce: 'n-1' };
      await expect(port.post(message)).rejects.toMatchObject({ failure: { kind: 'unclear' } });
      expect(await port.find(channel, undefined, 'n-1')).toBeUndefined();
    });

    it('when to try again, and has sent nothing', async () => {
      const { port, channel, ana, order } = await plain();
      order('limited');
      const message = { channelId: channel, card: await minted(worded('Later')), nonce: 'n-1' };
      await expect(port.post(message)).rejects.toMatchObject({ failure: { kind: 'later', afterSeconds: 7 } });
      expect(ana.read(channel)).toEqual([]);
    });

    it('that it is for good where there is no such place', async () => {
      const { port } = await plain();
      const message = { channelId: 'C0NOWHERE', card: await minted(worded('x')), nonce: 'n' };
      const failure = await port.post(message).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ChatError);
      expect(failure).toMatchObject({ failure: { kind: 'refused' } });
    });

    it('by nonce in a thread as well, and never takes one message for another', async () => {
      const { port, channel } = await plain();
      const parent = await port.post({ channelId: channel, card: await minted(worded('p')), nonce: 'a' });
      const card = await minted(worded('r'));
      const reply = await port.post({ channelId: channel, threadId: parent.id, card, nonce: 'b' });
      expect(await port.find(channel, parent.id, 'b')).toEqual(reply);
      expect(await port.find(channel, undefined, 'b')).toBeUndefined();
      expect(await port.find(channel, undefined, 'a')).toEqual(parent);
      expect(await port.find(channel, parent.id, 'c')).toBeUndefined();
    });
  });

  describe(`${name} answers`, () => {
    it('a command to whoever typed it, or to the channel', async () => {
      const { channel, ana, ben, until } = await among({
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
      const { channel, ana, until } = await among({
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
      const { channel, ana, ben, until } = await among({
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
      const { channel, ana, until } = await among({
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
      const { port, channel, ana, until } = await plain();
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

  describe(`${name} asks with a form`, () => {
    const fields: Form['fields'] = [
      { kind: 'text', name: 'note', label: 'Note' },
      { kind: 'choice', name: 'outcome', label: 'Outcome', options: [{ value: 'r', label: 'Reached' }] },
      {
        kind: 'choices',
        name: 'said',
        label: 'Said',
        options: [{ value: 'f', label: 'Fear' }],
        optional: true,
      },
      { kind: 'person', name: 'who', label: 'Who', optional: true },
      { kind: 'date', name: 'next', label: 'Next', optional: true },
    ];
    const form: Form = { title: 'Outcome', submit: 'Save', fields, action: press('save').action };
    const asking: Partial<Command<null>> = {
      plan: () => ({ kind: 'form', title: 'Outcome' }),
      run: () => Promise.resolve({ kind: 'form', form }),
    };
    const filled = { Note: 'Paid & "done" <b>', Outcome: 'Reached' };
    const opened = async ({ ana, channel, until }: Stage): Promise<void> => {
      await ana.type(channel, '/desk');
      await until(() => ana.form()?.words.includes('Note'));
    };

    it('and hears what was filled in; what was left empty is absent', async () => {
      const heard: unknown[] = [];
      const stage = await among({
        ...asking,
        submissions: { save: { run: (_, __, values) => (heard.push(values), said('saved')) } },
      });
      const { ana, ben, channel, until } = stage;
      await opened(stage);
      ana.fill({ ...filled, Said: ['Fear'], Who: ben.id, Next: '2026-11-27' });
      expect(await ana.submit()).toEqual({});
      await seenBy(ana, channel, 'saved', until);
      expect(ana.form()).toBeUndefined();
      await opened(stage);
      ana.fill(filled);
      await ana.submit();
      await until(() => heard[1]);
      const required = { note: 'Paid & "done" <b>', outcome: 'r' };
      expect(heard).toEqual([{ ...required, said: ['f'], who: ben.id, next: '2026-11-27' }, required]);
    });

    it('and says beside the fields what is wrong, keeping what was typed', async () => {
      let runs = 0;
      const stage = await among({
        ...asking,
        submissions: {
          save: {
            run: () => {
              runs += 1;
              return runs > 1
                ? said('saved')
                : Promise.resolve({ kind: 'fieldErrors', errors: { note: 'Say more.' } });
            },
          },
        },
      });
      await opened(stage);
      stage.ana.fill(filled);
      expect(await stage.ana.submit()).toEqual({ errors: { note: 'Say more.' } });
      expect(await stage.ana.submit()).toEqual({});
      await seenBy(stage.ana, stage.channel, 'saved', stage.until);
    });

    it('and loses nothing of it when it is refused', async () => {
      const stage = await among({ ...asking, submissions: {} });
      await opened(stage);
      stage.ana.fill(filled);
      const { errors } = await stage.ana.submit();
      expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('nothing was saved')]);
      expect(stage.ana.form()?.title).toBe('Outcome');
    });

    it('and runs it once, however often Submit is pressed', async () => {
      let runs = 0;
      const gate = gated();
      const stage = await among({
        ...asking,
        submissions: {
          save: {
            run: async () => {
              runs += 1;
              await gate.opened;
              return said('saved');
            },
          },
        },
      });
      await opened(stage);
      stage.ana.fill(filled);
      const both = [stage.ana.submit(), stage.ana.submit()];
      gate.open();
      expect(await Promise.all(both)).toContainEqual({});
      await stage.stop();
      expect(runs).toBe(1);
      expect(stage.ana.read(stage.channel)).toHaveLength(1);
    });

    it('and tells the person to wait when it takes long, then what came of it', async () => {
      const gate = gated();
      const stage = await among(
        { ...asking, submissions: { save: { run: () => gate.opened.then(() => said('saved at last')) } } },
        { patienceMs: 5 },
      );
      await opened(stage);
      stage.ana.fill(filled);
      expect(await stage.ana.submit()).toEqual({});
      expect(stage.ana.form()?.words).toContain('Working on it');
      gate.open();
      await seenBy(stage.ana, stage.channel, 'saved at last', stage.until);
      await stage.until(() => stage.ana.form()?.words.includes('Finished'));
    });

    it('and says so in its place when there is nothing to ask but something for everybody', async () => {
      const stage = await among({ plan: asking.plan!, run: () => said('all paid', 'channel') });
      await stage.ana.type(stage.channel, '/desk');
      await seenBy(stage.ben, stage.channel, 'all paid', stage.until);
      expect(stage.ana.form()?.words).toBe('Done.');
    });

    it('and with a second one after the first', async () => {
      const second: Form = { ...form, title: 'And next', action: press('finish').action };
      const stage = await among({
        ...asking,
        submissions: {
          save: { run: () => Promise.resolve({ kind: 'form', form: second }) },
          finish: { run: () => said('both saved') },
        },
      });
      await opened(stage);
      stage.ana.fill(filled);
      await stage.ana.submit();
      expect(stage.ana.form()?.title).toBe('And next');
      stage.ana.fill(filled);
      await stage.ana.submit();
      await seenBy(stage.ana, stage.channel, 'both saved', stage.until);
    });

    it('from a press, and answers into the message that was pressed', async () => {
      const stage = await among({
        run: () =>
          Promise.resolve({
            kind: 'card',
            card: cardOf({ kind: 'buttons', buttons: [press('Log call', 'log')] }),
          }),
        presses: { log: { opensForm: 'Outcome', run: () => Promise.resolve({ kind: 'form', form }) } },
        submissions: { save: { run: () => Promise.resolve({ kind: 'replace', card: worded('Logged') }) } },
      });
      const { ana, channel, until } = stage;
      await ana.type(channel, '/desk');
      const list = await until(() => ana.read(channel)[0]);
      await ana.press(channel, list, 'Log call');
      await until(() => ana.form()?.words.includes('Note'));
      ana.fill(filled);
      await ana.submit();
      expect(await seenBy(ana, channel, 'Logged', until)).toMatchObject({ id: list.id });
    });

    it('or, where there is something to choose first, in the same window', async () => {
      const choose = cardOf({ kind: 'row', text: 'Acme GmbH', buttons: [press('Take')] });
      const stage = await among({
        plan: asking.plan!,
        run: () => Promise.resolve({ kind: 'card', card: choose }),
        presses: { take: { opensForm: 'Outcome', run: () => Promise.resolve({ kind: 'form', form }) } },
        submissions: { save: { run: () => said('saved') } },
      });
      const { ana, channel, until } = stage;
      await ana.type(channel, '/desk');
      await until(() => ana.form()?.words.includes('Acme'));
      await ana.pressInForm('Take');
      await until(() => ana.form()?.words.includes('Note'));
      ana.fill(filled);
      await ana.submit();
      expect(await seenBy(ana, channel, 'saved', until)).toMatchObject({ private: true });
    });
  });
}

function desk(command: Partial<Command<null>>): Command<null> {
  return {
    name: 'desk',
    summary: 'Test the desk',
    options: [],
    plan: () => ({ kind: 'reply', visibility: 'private' }),
    run: () => said('done'),
    presses: {},
    submissions: {},
    ...command,
  };
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

function said(text: string, visibility: 'private' | 'channel' = 'private'): Promise<Reply> {
  return Promise.resolve({ kind: 'card', card: worded(text), visibility });
}

function worded(text: string): Card {
  return { summary: text.slice(0, 100), parts: [{ kind: 'text', text }] };
}

function seenBy(visitor: Visitor, channel: string, words: string, until: Stage['until']): Promise<Seen> {
  return until(() => visitor.read(channel).find((message) => message.words.includes(words)));
}
