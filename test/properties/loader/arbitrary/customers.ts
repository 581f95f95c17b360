import fc from 'fast-check';
import { addHours, type Customer, type Desk, now, type Stopped } from '../described.ts';
import { day, few, instant, seldom } from './basics.ts';
import { oneCase, onceEach } from './valid.ts';

const place = fc.constantFrom(
  { country: null, region: null },
  { country: 'US', region: null },
  { country: 'US', region: 'CA' },
  { country: 'AU', region: 'NSW' },
  { country: 'GB', region: 'SCT' },
  { country: 'LV', region: null },
  { country: 'IT', region: null },
  { country: 'SA', region: null },
  { country: 'DE', region: null },
);

const stop: fc.Arbitrary<Stopped> = fc
  .record({ since: instant(-600, -1), hours: fc.integer({ min: 0, max: 240 }), live: seldom })
  .map(({ since, hours, live }) => {
    const end = addHours(since, hours);
    return { since, endedAt: live || end > now ? null : end };
  });

const customer: fc.Arbitrary<Customer> = fc
  .record({
    place,
    zone: fc.constantFrom(null, 'America/Los_Angeles', 'Australia/Sydney', 'Europe/Riga', 'Asia/Riyadh'),
    stops: few(stop).map((all) => onceEach(all, ({ endedAt }) => (endedAt === null ? 'live' : {}))),
    payerType: fc.constantFrom(null, 'large company', 'public body'),
    tags: fc.uniqueArray(fc.constantFrom('vip', 'exempt', 'no accountant'), { maxLength: 2 }),
    contacts: few(
      fc.record({
        role: fc.constantFrom('accounts payable', 'decider', 'executive'),
        mail: fc.constantFrom('none', 'good', 'good', 'refused'),
      }),
    ),
    cases: fc
      .array(oneCase, { minLength: 1, maxLength: 3 })
      .map((all) => onceEach(all, ({ ownLadder }) => (ownLadder === '' ? {} : ownLadder))),
  })
  .map(({ place: { country, region }, ...rest }) => ({ ...rest, country, region }));

export const desks: fc.Arbitrary<Desk> = fc.record({
  shadow: fc.boolean(),
  floor: fc.constantFrom(0n, 2_500n, 100_000n),
  covers: fc.option(day(-4, 0)),
  noticeMinutes: fc.constantFrom(0, 60),
});

/** Many at once, because they are written and loaded at once; fewer in shrinking, until one is left. */
export const customers = (most: number): fc.Arbitrary<readonly Customer[]> =>
  fc.array(customer, { minLength: 1, maxLength: most, size: 'max' });
