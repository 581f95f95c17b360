import { expect, test } from 'vitest';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { plainLedger } from './ledger/ledgers.ts';
import { ofSome } from './options.ts';
import { countOf } from './oracle/counts.ts';
import { zerosOf } from './oracle/report.ts';
import { replay } from './replay.ts';

/** Three weeks of a few customers of an invented ledger; CI replays two years, and `npm run replay` any ledger. */
const plain = plainLedger();
const ledger = { ...plain, history: ofSome(plain.history, '6') };
const span = { ledger, from: '2012-03-05', to: '2012-03-23', seed: 7 };
const databases = [
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
  await freshDatabase(),
] as const;

/** Each waits for its own Postgres most of the time. */
const together = { concurrent: true, timeout: 300_000 };

const nothing = {
  'contacts after payment': [],
  'contacts under promise': [],
  'contacts under dispute': [],
  'contacts under pause': [],
  'contacts on a kept plan': [],
  'contacts while money comes': [],
  'contacts on closed days': [],
  'contacts in quiet hours': [],
  'contacts inside the gap': [],
  'contacts of the wrong kind': [],
  duplicates: [],
  'steps lost': [],
};

test('people who forget nothing do every call themselves, late or not', together, async () => {
  const findings = await replay(databases[0], { ...span, forget: 0, enforced: true });
  expect(zerosOf(findings)).toEqual(nothing);
  const { letters, fates, rests } = countOf(findings);
  expect(letters).toBeGreaterThan(0);
  expect(rests.promise).toBeGreaterThan(0);
  expect(fates['on time']).toBeGreaterThan(0);
  expect(fates['missed by all']).toBe(0);
});

test('of people who forget half, others take over, and no step is lost', together, async () => {
  const findings = await replay(databases[1], { ...span, forget: 0.5, enforced: true });
  expect(zerosOf(findings)).toEqual(nothing);
  const { fates, missedBy } = countOf(findings);
  expect(fates['taken over']).toBeGreaterThan(0);
  expect(Object.keys(missedBy).length).toBeGreaterThan(1);
});

test('where everybody forgets everything, the ladder goes on to the claim', together, async () => {
  const findings = await replay(databases[2], { ...span, forget: 1, enforced: true });
  expect(zerosOf(findings)).toEqual(nothing);
  const { outcomes, letters, approvals, fates } = countOf(findings);
  expect(outcomes).toBe(0);
  expect(letters).toBeGreaterThan(0);
  expect(approvals).toBeGreaterThan(0);
  expect(fates['missed by all']).toBeGreaterThan(0);
});

test('without enforcement the same people lose steps', together, async () => {
  const findings = await replay(databases[3], { ...span, forget: 0.5, enforced: false });
  const lost = zerosOf(findings)['steps lost'];
  expect(lost?.length).toBeGreaterThan(0);
  expect(countOf(findings).missedBy).toEqual({});
});

test(
  'the same seed gives the same messages to the last letter, another seed gives others',
  together,
  async () => {
    const week = { ...span, to: '2012-03-09', forget: 0.5, enforced: true };
    const [once, again, other] = [
      await replay(databases[4], week),
      await replay(databases[5], week),
      await replay(databases[6], { ...week, seed: 8 }),
    ].map(({ log }) => log.fingerprint);
    expect(again).toBe(once);
    expect(other).not.toBe(once);
  },
);
