import { describe, expect, test } from 'vitest';
import { lateLaw } from '../../../src/core/interest/law.ts';
import { money } from '../../../src/core/money.ts';
import { costs, invoice, statute } from './fixture.ts';

describe('whose law', () => {
  test.each([
    ['DE', 'DE'],
    ['FR', 'FR'],
    ['GB', 'GB'],
    ['IT', 'EU'],
    ['LV', 'EU'],
    ['AT', 'EU'],
  ])('a customer in %s: %s', (country, name) => {
    expect(lateLaw(null, {}, country)).toEqual(statute(name as 'EU'));
  });

  test('nothing is guessed where no statute is on file, such as Sweden with a rate of its own, or the United States', () => {
    for (const country of ['SE', 'US', 'CH'])
      expect(lateLaw(null, {}, country)).toEqual({ kind: 'none', why: 'no statute known' });
  });

  test('the customer’s terms come before the workspace’s, and bring all that belongs to them', () => {
    const house = {
      regime: 'contract',
      rate: { millionths: 120_000, per: 'year' },
      fixedSum: { amount: '2500', currency: 'EUR' },
    } as const;
    const own = { regime: 'contract', rate: { millionths: 15_000, per: 'month' } } as const;
    expect(lateLaw(own, house, 'DE')).toEqual({
      kind: 'contract',
      yearly: 180_000,
      fixedSum: undefined,
      graceDays: 0,
    });
    expect(lateLaw(null, house, 'DE')).toMatchObject({ yearly: 120_000, fixedSum: money(2_500n, 'EUR') });
    expect(lateLaw({ regime: 'none' }, house, 'DE')).toEqual({ kind: 'none', why: 'agreed' });
    expect(lateLaw({ regime: 'law', agreedDueDate: false }, house, 'DE')).toEqual(statute('DE', false));
  });

  test('statutes are for businesses; a contract holds for everybody', () => {
    expect(lateLaw({ business: false }, {}, 'DE')).toEqual({ kind: 'none', why: 'no business' });
    expect(lateLaw({ business: false }, { regime: 'contract' }, 'DE').kind).toBe('contract');
  });

  test('no right, no costs', () => {
    expect(
      costs(lateLaw({ regime: 'none' }, {}, 'DE'), invoice(100_000n, '2020-01-01'), '2025-01-01'),
    ).toBeUndefined();
  });
});
