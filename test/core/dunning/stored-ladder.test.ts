import { expect, it } from 'vitest';
import { storedLadder } from '../../../src/core/dunning/stored-ladder.ts';
import { presets, standardLadder } from '../../../src/ladders/presets.ts';

/** As version 1 was written down before offsets could be calendar days, and steps be taken instead of others. */
const stepsOfOne = standardLadder.steps.filter(({ insteadOf }) => insteadOf === undefined);

const older = {
  name: 'standard',
  version: 1,
  minimumGapBusinessDays: 2,
  steps: stepsOfOne.map(({ key, label, kind, anchor, offset, window, sequence }) => ({
    key,
    label,
    kind,
    anchor,
    offsetBusinessDays: 'businessDays' in offset ? offset.businessDays : 0,
    window,
    ...(sequence !== undefined && { sequence }),
  })),
};

it('a running case keeps its ladder when it was written down in an older shape', () => {
  const { about: _, ...rest } = standardLadder;
  expect(storedLadder(older)).toEqual({ ...rest, version: 1, steps: stepsOfOne });
});

it.each([...presets.values()].map((ladder) => [ladder.name, ladder] as const))(
  '%s is read back as it is stored',
  (_, ladder) => {
    expect(storedLadder({ ...ladder })).toEqual(ladder);
  },
);
