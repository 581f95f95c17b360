import { describe, expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { promiseBudget, type PromiseProposal } from '../../../src/core/promise/budget.ts';

const proposal: PromiseProposal = {
  role: 'rep',
  today: businessDate('2026-11-03'),
  dueOn: businessDate('2026-11-17'),
  renewals: 0,
  brokenCount: 0,
  calendar: { country: 'DE', zone: 'Europe/Berlin' },
};

function budget(changes: Partial<PromiseProposal>) {
  return promiseBudget({ ...proposal, ...changes });
}

describe('promiseBudget', () => {
  it('lets a rep accept ten business days, and not eleven', () => {
    expect(budget({})).toEqual({ allowed: true, rests: true });
    expect(budget({ dueOn: businessDate('2026-11-18') })).toEqual({
      allowed: false,
      because: 'Wed 18 Nov is more than 10 business days ahead: choose Tue 17 Nov or earlier.',
    });
  });

  it('lets a rep renew once', () => {
    expect(budget({ renewals: 1 })).toMatchObject({ allowed: true });
    expect(budget({ renewals: 2 })).toEqual({
      allowed: false,
      because: 'This promise was renewed once already.',
    });
  });

  it('leaves the rest to a lead', () => {
    expect(budget({ role: 'lead', dueOn: businessDate('2027-02-01'), renewals: 5 })).toEqual({
      allowed: true,
      rests: true,
    });
  });

  it('rests nothing after two broken promises, whoever accepts the third', () => {
    expect(budget({ brokenCount: 1 })).toEqual({ allowed: true, rests: true });
    expect(budget({ brokenCount: 2 })).toEqual({ allowed: true, rests: false });
    expect(budget({ role: 'lead', brokenCount: 2 })).toEqual({ allowed: true, rests: false });
  });

  it('accepts today and refuses yesterday, from everybody', () => {
    expect(budget({ dueOn: businessDate('2026-11-03') })).toMatchObject({ allowed: true });
    expect(budget({ role: 'lead', dueOn: businessDate('2026-11-02') })).toEqual({
      allowed: false,
      because: 'Promise date 2026-11-02 is past: choose today or later.',
    });
  });
});
