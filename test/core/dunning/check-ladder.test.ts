import { describe, expect, it } from 'vitest';
import { checkLadder } from '../../../src/core/dunning/check-ladder.ts';
import { ladderSchema } from '../../../src/core/dunning/ladder-schema.ts';
import { readLadder } from '../../../src/core/dunning/read-ladder.ts';
import { standardLadder } from '../../../src/core/dunning/standard.ts';

const call = {
  key: 'call',
  label: 'call',
  kind: 'call',
  anchor: 'due',
  offset: { businessDays: 1 },
  window: { from: '10:00', to: '16:00' },
};

const faultsOf = (...steps: readonly unknown[]): readonly string[] =>
  checkLadder(ladderSchema.parse({ ...standardLadder, steps })).map(({ message }) => message);

describe('checkLadder', () => {
  it('finds nothing in the standard ladder', () => {
    expect(checkLadder(standardLadder)).toEqual([]);
  });

  it('refuses two steps of one name', () => {
    expect(faultsOf(call, call)).toEqual(['Two steps are called "call".']);
  });

  it('refuses a step after one that is not above it', () => {
    expect(faultsOf({ ...call, anchor: { after: 'letter' } })).toEqual([
      '"call" comes after "letter", which is no step above it.',
    ]);
  });

  it('refuses a step before the one it comes after', () => {
    expect(
      faultsOf(call, { ...call, key: 'next', anchor: { after: 'call' }, offset: { businessDays: -1 } }),
    ).toEqual(['"next" cannot come before "call".']);
  });

  it('refuses days that run against the order', () => {
    expect(faultsOf(call, { ...call, key: 'early', offset: { businessDays: 0 } })).toEqual([
      '"early" is due before "call", which stands above it.',
    ]);
  });

  it('refuses a claim that nothing in writing leads to', () => {
    expect(faultsOf(call, { ...call, key: 'claim', kind: 'claim', anchor: { after: 'call' } })).toEqual([
      'The claim "claim" needs a letter among the steps that lead to it.',
    ]);
  });

  it('refuses a hand-over without a claim', () => {
    expect(faultsOf({ ...call, key: 'court', kind: 'handover' })).toEqual([
      'The hand-over "court" must come after a claim.',
    ]);
  });

  it('refuses hours that end before they begin', () => {
    expect(faultsOf({ ...call, window: { from: '16:00', to: '10:00' } })).toEqual([
      'The hours of "call" end before they begin.',
    ]);
  });
});

describe('readLadder', () => {
  it('reads back what was written', () => {
    expect(readLadder(JSON.parse(JSON.stringify(standardLadder)))).toEqual(standardLadder);
  });

  it('names what is wrong with the shape', () => {
    expect(() =>
      readLadder({ ...standardLadder, steps: [{ ...call, window: { from: '9', to: '16:00' } }] }),
    ).toThrow('This ladder has one fault: steps[0].window.from: must be a time such as 09:30');
  });

  it('names what contradicts itself', () => {
    expect(() => readLadder({ ...standardLadder, steps: [call, call] })).toThrow(
      'This ladder has one fault: steps[1].key: Two steps are called "call".',
    );
  });
});
