import { describe, expect, it } from 'vitest';
import { isName, missingRoles, type Reachable, recipientsOf } from '../../../src/core/letter/recipients.ts';

const person = (email: string, role: Reachable['role']): Reachable => ({
  email,
  role,
  name: email.split('@')[0] ?? '',
  language: 'en',
});
const ap = person('ap@a.test', 'accounts payable');
const second = person('ap2@a.test', 'accounts payable');
const user = person('user@a.test', 'service user');
const boss = person('boss@a.test', 'executive');
const both = { to: ['accounts payable', 'service user'], copy: ['executive'] } as const;

const shown = (recipients: ReturnType<typeof recipientsOf>): readonly string[] =>
  recipients.map(({ how, email }) => `${how} ${email}`);

describe('who gets a letter', () => {
  it('is everybody of the roles it is for, those it is addressed to first', () => {
    expect(shown(recipientsOf(both, [boss, user, ap, second]))).toEqual([
      'to ap@a.test',
      'to ap2@a.test',
      'to user@a.test',
      'copy boss@a.test',
    ]);
  });

  it('is whoever is known when nobody it is for can be reached', () => {
    expect(shown(recipientsOf({ to: ['accounts payable'], copy: [] }, [user, boss]))).toEqual([
      'to user@a.test',
    ]);
  });

  it('is nobody, not even in copy, when nobody is known', () => {
    expect(recipientsOf(both, [])).toEqual([]);
  });

  it('is nobody twice, however an address is written', () => {
    const alias = person('AP@A.test', 'executive');
    expect(shown(recipientsOf(both, [ap, alias]))).toEqual(['to ap@a.test']);
  });
});

describe('who is missing', () => {
  it('is said for each role of which nobody gets it', () => {
    expect(missingRoles(both, recipientsOf(both, [ap]))).toEqual(['service user', 'executive']);
    expect(missingRoles(both, recipientsOf(both, [ap, user, boss]))).toEqual([]);
  });
});

describe('a name', () => {
  it.each([
    ['Anna Krause', true],
    ['ap@lagerhaus.example', false],
    ['+49 30 1234', false],
  ])('%s: %s', (text, is) => {
    expect(isName(text)).toBe(is);
  });
});
