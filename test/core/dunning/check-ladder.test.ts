import { describe, expect, it } from 'vitest';
import { checkLadder } from '../../../src/core/dunning/check/ladder.ts';
import { ladderSchema } from '../../../src/core/dunning/ladder-schema.ts';
import { readLadder } from '../../../src/core/dunning/read-ladder.ts';
import { presets, standardLadder } from '../../../src/ladders/presets.ts';

const call = {
  key: 'call',
  label: 'call',
  kind: 'call',
  anchor: 'due',
  offset: '1 day',
  window: '10:00-16:00',
};
const after = (key: string, offset = '3 business days') => ({ anchor: { after: key }, offset });
const letter = { ...call, key: 'letter', kind: 'letter', letter: 'payment demand' };
const notice = { ...letter, key: 'notice', letter: 'final notice', ...after('letter') };
const claim = { ...call, key: 'claim', kind: 'claim', ...after('letter') };
const court = { ...call, key: 'court', kind: 'handover', ...after('claim') };
const hold = { ...call, key: 'lock', kind: 'hold', hold: 'service', ...after('notice') };
const last = { ...call, key: 'last', anchor: 'due', offset: '90 days' };

const faultsOf = (...steps: readonly object[]): readonly string[] =>
  checkLadder(ladderSchema.parse({ name: 'x', version: 1, minimumGapBusinessDays: 0, steps })).map(
    ({ path, message }) => `${path.slice(1).join('.')}: ${message}`,
  );

const shortOf = (...steps: readonly object[]): string => faultsOf(...steps).join('\n');

describe('a ladder that makes sense', () => {
  it.each([...presets.values()].map((ladder) => [ladder.name, ladder] as const))('%s', (_, ladder) => {
    expect(checkLadder(ladder)).toEqual([]);
  });

  it('may be one call', () => expect(faultsOf(call)).toEqual([]));

  it('may hold what two letters warned of', () => {
    const warnsOf = 'lock';
    expect(faultsOf({ ...letter, warnsOf }, { ...notice, warnsOf }, hold, last)).toEqual([]);
  });
});

describe('a ladder is refused', () => {
  it.each<[string, readonly object[], string]>([
    ['with two steps of one name', [call, call], '1.key: another step is called "call" already'],
    ['with a step after none', [{ ...call, ...after('leter') }], '0.anchor: there is no step "leter"'],
    [
      'with a step after one below it',
      [{ ...call, ...after('letter') }, letter, last],
      '0.anchor: "letter" stands below it',
    ],
    [
      'that loops',
      [
        { ...call, ...after('b') },
        { ...letter, key: 'b', ...after('call') },
      ],
      '0.anchor: it counts from itself (call after b after call)',
    ],
    [
      'that steps back',
      [letter, { ...call, ...after('letter', '-1 day') }],
      '1.offset: it would come before',
    ],
    [
      'whose days run against the order',
      [call, { ...last, offset: '0 days' }],
      '1.offset: it comes before "call", which stands above it',
    ],
    [
      'with hours that end before they begin',
      [{ ...call, window: '16:00-10:00' }],
      '0.window: the hours from',
    ],
    [
      'that sues without a letter',
      [call, { ...claim, ...after('call') }, court],
      '1.kind: nobody is sued without',
    ],
    [
      'that sues after a friendly reminder',
      [{ ...letter, letter: 'reminder' }, claim, court],
      '1.kind: nobody is sued without a letter',
    ],
    [
      'that hands over without a claim',
      [letter, { ...court, ...after('letter') }],
      '1.kind: it must come after a',
    ],
    [
      'without an end after a letter',
      [call, { ...letter, offset: '2 days' }],
      '1.kind: it has no end: nobody is',
    ],
    ['without an end after a claim', [letter, claim], '1.kind: it has no end: the claim sets a deadline'],
    ['that holds without a warning', [letter, notice, hold, last], '2.kind: it is warned of by no letter'],
    [
      'that holds after one warning',
      [{ ...letter, warnsOf: 'lock' }, notice, hold, last],
      '2.kind: it is warned of once',
    ],
    [
      'that warns of nothing',
      [{ ...letter, warnsOf: 'lok' }, last],
      '0.warnsOf: there is no hold "lok" below it',
    ],
    [
      'whose hold ends the way of the exempt with a letter',
      [{ ...letter, warnsOf: 'lock' }, { ...notice, warnsOf: 'lock' }, hold],
      '1.kind: for customers tagged exempt: it has no end',
    ],
    [
      'whose conditions leave somebody without any step',
      [{ ...call, when: { payerType: 'public body' } }],
      'for customers large company: no step is left at all',
    ],
    [
      'whose conditions leave somebody sued without a letter',
      [call, { ...letter, when: { country: 'DE' }, offset: '2 days' }, claim, court],
      '2.kind: for customers in other countries: nobody is sued without a letter',
    ],
    [
      'with a step that never is taken',
      [call, { ...letter, insteadOf: 'call' }],
      '1.insteadOf: "call" would never be taken: say when this one is',
    ],
    [
      'that presses before anything is owed',
      [{ ...letter, anchor: 'issue' }, last],
      '0.anchor: a letter presses for what is owed: let it count from due',
    ],
    [
      'with a gap longer than the way to its step',
      [letter, { ...call, ...after('letter', '2 business days'), gapBusinessDays: 5 }],
      '1.gapBusinessDays: a gap of 5 business days is longer than the 2 after which it comes',
    ],
  ])('%s', (_, steps, says) => expect(shortOf(...steps)).toContain(says));

  it('whose gap is longer than its steps', () => {
    const written = { ...standardLadder, minimumGapBusinessDays: 12 };
    expect(() => readLadder(written)).toThrow(
      'minimumGapBusinessDays: 12 business days are longer than the longest way between two steps (10)',
    );
  });

  it.each([
    ['claim', { ...claim, who: 'bot' }, '"bot" skips the approval, and nobody is sued without approval'],
    ['hold', { ...hold, who: 'owner' }, '"owner" skips the approval, and a hold is never put on without'],
  ])('whose %s skips its approval', (_, step, says) => {
    expect(() => readLadder({ ...standardLadder, steps: [letter, notice, step] })).toThrow(says);
  });

  it('for an audience that nobody knows', () => {
    const steps = [{ ...call, audience: { to: ['boss'] } }];
    expect(() => readLadder({ ...standardLadder, steps })).toThrow(
      'step 1, audience, to 1: "boss" is none: write one of accounts payable, purchasing, decider',
    );
  });
});

describe('readLadder', () => {
  it.each([...presets.keys()])('reads back %s', (name) => {
    const ladder = presets.get(name);
    expect(readLadder(JSON.parse(JSON.stringify(ladder)))).toEqual(ladder);
  });

  it('names every fault of the shape', () => {
    const steps = [{ ...call, window: { from: '9', to: '16:00' }, offset: 'later' }];
    expect(() => readLadder({ ...standardLadder, steps })).toThrow(
      /^This ladder has 2 faults:\nstep 1, offset: "later" is none.*\nstep 1, window, from: must be a time/,
    );
  });
});
