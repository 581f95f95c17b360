import { describe, expect, it } from 'vitest';
import { createRouter } from '../../src/chat/router.ts';
import type { Action } from '../../src/chat/types.ts';
import { card, cardReply, command, parts, refusal, refuse, routerOf, silent, WHERE } from './router/stage.ts';

describe('a command', () => {
  it('runs with the text it was given and answers privately unless it says otherwise', async () => {
    const router = routerOf({ run: (_, text) => cardReply(`heard ${text}`) });
    expect(await router.command(WHERE, 'promise', '  Lagerhaus\0 Nord ').run()).toMatchObject({
      kind: 'card',
      visibility: 'private',
      card: { card: { summary: 'heard Lagerhaus Nord' } },
    });
  });

  it('says before it runs whether it answers or opens a form', () => {
    const router = routerOf({
      plan: (text) =>
        text === '' ? { kind: 'form', title: 'Promise' } : { kind: 'reply', visibility: 'channel' },
    });
    expect(router.command(WHERE, 'promise', '').plan).toEqual({ kind: 'form', title: 'Promise' });
    expect(router.command(WHERE, 'promise', 'x').plan).toEqual({ kind: 'reply', visibility: 'channel' });
  });

  it('is refused by name when there is none of that name', async () => {
    const { run } = routerOf({}).command(WHERE, 'pay', '');
    expect(await run()).toEqual({ kind: 'refusal', text: 'There is no /pay. See /help for the commands.' });
  });

  it('takes 3,000 characters and refuses one more, saying how many there were', async () => {
    const router = routerOf({});
    expect((await router.command(WHERE, 'promise', 'a'.repeat(3_000)).run()).kind).toBe('card');
    expect(refusal(await router.command(WHERE, 'promise', 'a'.repeat(3_001)).run())).toContain(
      '3001 characters',
    );
  });

  it('gives every button of its answer an id, once per action', async () => {
    const action: Action = { command: 'promise', action: 'cancel', args: {} };
    const buttons = [
      { label: 'Cancel', action },
      { label: 'Cancel again', action },
    ];
    const router = routerOf({
      run: () =>
        Promise.resolve({
          kind: 'card',
          card: {
            summary: 's',
            parts: [{ kind: 'buttons', buttons, more: [{ label: 'Third', action: { ...action } }] }],
          },
        }),
    });
    const answer = await router.command(WHERE, 'promise', '').run();
    expect(answer.kind === 'card' && [...answer.card.tokens.values()]).toEqual(['token-0', 'token-1']);
  });
});

describe('a press', () => {
  it('runs its action with the arguments that were kept', async () => {
    const router = routerOf(
      {
        presses: {
          cancel: { run: (_, args) => Promise.resolve({ kind: 'replace', card: card(String(args['id'])) }) },
        },
      },
      { actionOf: () => Promise.resolve({ command: 'promise', action: 'cancel', args: { id: 7 } }) },
    );
    const prepared = await router.press(WHERE, 'any');
    expect(prepared.plan).toEqual({ kind: 'reply', visibility: 'private' });
    expect(await prepared.run()).toMatchObject({ kind: 'replace', card: { card: { summary: '7' } } });
  });

  it('that opens a form says so beforehand', async () => {
    const router = routerOf({
      presses: { edit: { opensForm: 'Edit', run: () => silent } },
    });
    expect((await router.press(WHERE, 'edit')).plan).toEqual({ kind: 'form', title: 'Edit' });
  });

  it.each([
    ['an id nobody knows', undefined, '/overdue'],
    ['a command that is gone', { command: 'old', action: 'x', args: {} }, '/overdue'],
    ['an action that is gone', { command: 'promise', action: 'x', args: {} }, '/promise'],
  ])('of %s asks for a fresh card', async (_, action, way) => {
    const { run } = await routerOf({}, { actionOf: () => Promise.resolve(action) }).press(WHERE, 'token');
    expect(refusal(await run())).toBe(
      `This button is from an older version; ask for the card again with ${way}.`,
    );
  });
});

describe('a submission', () => {
  it('hands over its values without NUL', async () => {
    const router = routerOf({
      submissions: {
        save: { run: (_, __, values) => cardReply(String(values['note'])) },
      },
    });
    expect(await router.submit(WHERE, 'save', { note: 'a\0b', who: ['U1'] })).toMatchObject({
      card: { card: { summary: 'ab' } },
    });
  });

  it('with an oversized value is answered beside its field and runs nothing', async () => {
    const router = routerOf({ submissions: { save: { run: refuse(new Error('ran')) } } });
    expect(await router.submit(WHERE, 'save', { note: 'x'.repeat(3_001) })).toEqual({
      kind: 'fieldErrors',
      errors: { note: 'This text has 3001 characters; at most 3000 are taken. Shorten it.' },
    });
  });
});

it('two commands of one name are refused when the router is made', () => {
  expect(() => createRouter({ ...parts(), commands: [command({}), command({})] })).toThrow('/promise');
});
