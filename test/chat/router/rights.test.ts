import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/core/error.ts';
import { refusal, refuse, routerOf, silent, WHERE } from './stage.ts';

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
