import { expect, test } from 'vitest';
import { ladderDifferences } from '../../../src/core/dunning/ladder-difference.ts';
import { readLadderYaml } from '../../../src/core/dunning/read-ladder-yaml.ts';
import { writeLadderYaml } from '../../../src/core/dunning/write-ladder-yaml.ts';
import { presets, standardLadder } from '../../../src/ladders/presets.ts';

test.each([...presets.values()])('$name is written and read back as it was', (ladder) => {
  expect(readLadderYaml(writeLadderYaml(ladder))).toEqual(ladder);
});

test('what is usual is left out', () => {
  const written = writeLadderYaml(standardLadder);
  expect(written).toContain('offset: -3 business days');
  expect(written).not.toContain('accounts payable');
});

test('conditions, audiences, gaps and deadlines survive', () => {
  const steps = standardLadder.steps.map((step, index) =>
    index === 0
      ? {
          ...step,
          audience: { to: ['decider' as const], copy: ['executive' as const] },
          when: [{ payerType: ['small business' as const], country: ['DE', 'AT'] }],
          unless: [{ tag: ['vip'] }],
          gapBusinessDays: 4,
          floor: 100,
        }
      : step,
  );
  const ladder = { ...standardLadder, about: 'For small firms: slowly.', steps };
  expect(readLadderYaml(writeLadderYaml(ladder))).toEqual(ladder);
});

test('a ladder differs from the one before by fields, steps and their order', () => {
  const [first, mail, second, ...rest] = standardLadder.steps;
  expect(ladderDifferences(standardLadder, standardLadder)).toEqual([]);
  const shorter = { ...standardLadder, minimumGapBusinessDays: 3, steps: [second!, ...rest] };
  expect(ladderDifferences(standardLadder, shorter)).toMatchObject([
    { kind: 'changed', step: undefined, field: 'minimumGapBusinessDays', before: 2, after: 3 },
    { kind: 'step removed', step: { key: 'friendly-call' } },
    { kind: 'step removed', step: { key: 'friendly-mail' } },
  ]);
  const turned = {
    ...standardLadder,
    steps: [{ ...second!, label: 'noon call' }, first!, mail!, ...rest],
  };
  expect(ladderDifferences(standardLadder, turned)).toMatchObject([
    { kind: 'changed', step: { key: 'due-day-call' }, field: 'label' },
    { kind: 'steps in another order' },
  ]);
});
