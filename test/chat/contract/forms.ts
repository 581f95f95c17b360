import { describe, expect, it } from 'vitest';
import type { Command, Form } from '../../../src/chat/types.ts';
import { cardOf, press } from '../minted.ts';
import { gated, type Stage } from '../stage.ts';
import { among, type Open, said, seenBy, worded } from './desk.ts';

/** How a form is opened, checked, refused and followed by another. */
export function asksWithForms(name: string, open: Open): void {
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
      const stage = await among(open, {
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
      const stage = await among(open, {
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
      const stage = await among(open, { ...asking, submissions: {} });
      await opened(stage);
      stage.ana.fill(filled);
      const { errors } = await stage.ana.submit();
      expect(Object.values(errors ?? {})).toEqual([expect.stringContaining('nothing was saved')]);
      expect(stage.ana.form()?.title).toBe('Outcome');
    });

    it('and runs it once, however often Submit is pressed', async () => {
      let runs = 0;
      const gate = gated();
      const stage = await among(open, {
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
        open,
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
      const stage = await among(open, { plan: asking.plan!, run: () => said('all paid', 'channel') });
      await stage.ana.type(stage.channel, '/desk');
      await seenBy(stage.ben, stage.channel, 'all paid', stage.until);
      expect(stage.ana.form()?.words).toBe('Done.');
    });

    it('and with a second one after the first', async () => {
      const second: Form = { ...form, title: 'And next', action: press('finish').action };
      const stage = await among(open, {
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
      const stage = await among(open, {
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
      const stage = await among(open, {
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
