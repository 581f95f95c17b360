import { describe, expect, it } from 'vitest';
import type { RouterParts } from '../../../src/chat/router.ts';
import { DomainError } from '../../../src/core/error.ts';
import { logTo, type Person, refusal, refuse, routerOf, WHERE } from './stage.ts';

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
