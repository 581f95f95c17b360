import { describe, expect, it } from 'vitest';
import { createRouter, type Answer, type RouterParts } from '../../src/chat/router.ts';
import { mintCard, mintForm } from '../../src/chat/mint.ts';
import type { Action, Command, Reply, Where } from '../../src/chat/types.ts';
import { DomainError } from '../../src/core/error.ts';

interface Person {
  readonly roles: readonly string[];
}

const WHERE: Where = { platform: 'slack', teamId: 'T1', userId: 'U1', channelId: 'C1' };

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

describe('rights', () => {
  it('stop whoever lacks them before anything runs, and name who has them', async () => {
    let ran = false;
    const router = routerOf(
      {
        may: ['manager', 'lead'],
        run: () => {
          ran = true;
          return silent;
        },
      },
      { rolesOf: () => ['rep'], whoMay: () => Promise.resolve(['Anna Berg', 'Tom Weiß']) },
    );
    expect(refusal(await router.command(WHERE, 'promise', '').run())).toBe(
      'This takes the role manager or lead. Ask Anna Berg, Tom Weiß.',
    );
    expect(ran).toBe(false);
  });

  it('are a press’s own, else the command’s', async () => {
    const router = routerOf(
      {
        may: ['manager'],
        presses: {
          own: { may: ['rep'], run: () => silent },
          inherited: { run: () => silent },
        },
        submissions: { inherited: { run: () => silent } },
      },
      { rolesOf: () => ['rep'] },
    );
    expect(await (await router.press(WHERE, 'own')).run()).toEqual({ kind: 'silent' });
    expect(refusal(await (await router.press(WHERE, 'inherited')).run())).toContain('role manager');
    expect(refusal(await router.submit(WHERE, 'inherited', {}))).toContain('role manager');
  });

  it('nobody holds yet are said to come from an admin', async () => {
    const router = routerOf({ may: ['legal'] }, { rolesOf: () => [], whoMay: () => Promise.resolve([]) });
    expect(refusal(await router.command(WHERE, 'promise', '').run())).toContain('an admin gives it');
  });

  it('end at the door for somebody the workspace does not know', async () => {
    const router = routerOf(
      {},
      {
        contextOf: refuse(new DomainError('forbidden', 'You are not a member here.')),
        onFile: refuse(new Error('ran')),
      },
    );
    expect(refusal(await router.command(WHERE, 'promise', '').run())).toBe('You are not a member here.');
    expect(refusal(await router.file(WHERE, { id: 'F1', name: 'a.csv' }))).toBe('You are not a member here.');
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

describe('an error', () => {
  it('that was expected is shown in its own words and not logged', async () => {
    const logged: unknown[] = [];
    const router = routerOf(
      { run: refuse(new DomainError('conflict', 'Already decided by Anna.')) },
      { log: logTo(logged) },
    );
    expect(refusal(await router.command(WHERE, 'promise', '').run())).toBe('Already decided by Anna.');
    expect(logged).toEqual([]);
  });

  it('that was not expected shows an id and nothing else, and is logged under that id', async () => {
    const logged: { fields: { errorId?: string; err?: Error } }[] = [];
    const router = routerOf({ run: refuse(new Error('password=hunter2')) }, { log: logTo(logged) });
    const text = refusal(await router.command(WHERE, 'promise', '').run());
    expect(text).toMatch(
      /^Something went wrong on our side \(error id [0-9a-f]{8}\); nothing was changed\.$/,
    );
    expect(text).toContain(String(logged[0]?.fields.errorId));
    expect(logged[0]?.fields.err?.message).toBe('password=hunter2');
  });

  it('in looking up who acts, what a button means or in keeping an answer’s buttons is contained too', async () => {
    const broken = refuse(new Error('database is down'));
    const router = (parts: Partial<RouterParts<Person>>) => routerOf({}, { ...parts, log: logTo([]) });
    expect(refusal(await router({ contextOf: broken }).command(WHERE, 'promise', '').run())).toContain(
      'error id',
    );
    expect(refusal(await (await router({ actionOf: broken }).press(WHERE, 't')).run())).toContain('error id');
    expect(refusal(await router({ actionOf: broken }).submit(WHERE, 't', {}))).toContain('error id');
    expect(refusal(await router({ mint: broken }).command(WHERE, 'promise', '').run())).toContain('error id');
  });

  it('in a command’s plan becomes an answer, as nothing was acknowledged yet', async () => {
    const router = routerOf({
      plan: () => {
        throw new DomainError('invalid', 'No such customer.');
      },
    });
    const { plan, run } = router.command(WHERE, 'promise', '');
    expect(plan).toEqual({ kind: 'reply', visibility: 'private' });
    expect(refusal(await run())).toBe('No such customer.');
  });
});

it('two commands of one name are refused when the router is made', () => {
  expect(() => createRouter({ ...parts(), commands: [command({}), command({})] })).toThrow('/promise');
});

const silent: Promise<Reply> = Promise.resolve({ kind: 'silent' });

function cardReply(summary: string): Promise<Reply> {
  return Promise.resolve({ kind: 'card', card: card(summary) });
}

function routerOf(overrides: Partial<Command<Person>>, others: Partial<RouterParts<Person>> = {}) {
  return createRouter({ ...parts(), commands: [command(overrides)], ...others });
}

function command(overrides: Partial<Command<Person>>): Command<Person> {
  return {
    name: 'promise',
    summary: 'Record a promise',
    options: [],
    plan: () => ({ kind: 'reply', visibility: 'private' }),
    run: () => cardReply('done'),
    presses: {},
    submissions: {},
    ...overrides,
  };
}

/** Tokens name the action of /promise that they stand for. */
function parts(): RouterParts<Person> {
  return {
    commands: [],
    contextOf: () => Promise.resolve({ roles: [] }),
    rolesOf: (person) => person.roles,
    whoMay: () => Promise.resolve(['Anna Berg']),
    mint: (_, value) =>
      mintCard(value, (actions) => Promise.resolve(actions.map((__, index) => `token-${index}`))),
    mintForm: (_, form) => mintForm(form, () => Promise.resolve(['token'])),
    actionOf: (_, token) => Promise.resolve({ command: 'promise', action: token, args: {} }),
    log: { info: () => undefined, warn: () => undefined, error: () => expect.unreachable('logged') },
  };
}

function card(summary: string) {
  return { summary, parts: [] };
}

function refuse(error: Error): () => Promise<never> {
  return () => Promise.reject(error);
}

function refusal(answer: Answer): string {
  return answer.kind === 'refusal' ? answer.text : `answered with a ${answer.kind}`;
}

function logTo(list: unknown[]) {
  const write = (fields: object, message: string) => void list.push({ fields, message });
  return { info: write, warn: write, error: write };
}
