import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, benchOf, type Question } from '../../../src/core/approval/bench.ts';

const asked = new Date('2026-11-09T09:00:00Z');
const soon = new Date('2026-11-09T15:00:00Z');
const nextDay = new Date('2026-11-10T09:00:00Z');

const person = (id: number, role: string, away = false): Candidate => ({ id, roles: [role], away });
const max = person(1, 'manager');
const mona = person(2, 'manager');
const ada = person(3, 'admin');
const rita = person(4, 'rep');

const question = (of: Partial<Question> = {}): Question => ({
  levels: ['manager', 'admin'],
  barred: [],
  needs: 1,
  agreed: [],
  askedAt: asked,
  higher: false,
  ...of,
});

describe('who is asked', () => {
  it('is the first level with anybody in it, and after a reminder the next one too', () => {
    expect(benchOf(question(), [rita, max, mona, ada], soon).asked).toEqual([1, 2]);
    expect(benchOf(question({ higher: true }), [rita, max, mona, ada], soon).asked).toEqual([1, 2, 3]);
    expect(benchOf(question(), [rita, ada], soon).asked).toEqual([3]);
  });

  it('is never whoever owns the case or asked, while there is another', () => {
    expect(benchOf(question({ barred: [1, 2] }), [max, mona, ada], soon)).toMatchObject({
      asked: [3],
      may: [3],
      alone: false,
    });
  });

  it('is somebody away only when nobody else is left', () => {
    const away = { ...max, away: true };
    expect(benchOf(question(), [away, mona], soon).asked).toEqual([2]);
    expect(benchOf(question({ barred: [2] }), [away, mona], soon).asked).toEqual([1]);
  });

  it('reaches up as far as two people need it, and leaves out who agreed', () => {
    expect(benchOf(question({ needs: 2, barred: [1] }), [max, mona, ada], soon).asked).toEqual([2, 3]);
    expect(benchOf(question({ needs: 2, agreed: [2] }), [max, mona, ada], soon)).toMatchObject({
      asked: [1],
      missing: 1,
    });
  });
});

describe('a firm with too few people', () => {
  it('decides after a day by whoever there is, and not before', () => {
    const alone = question({ barred: [3] });
    expect(benchOf(alone, [ada], soon)).toMatchObject({ asked: [3], may: [], alone: false });
    expect(benchOf(alone, [ada], nextDay)).toMatchObject({ asked: [3], may: [3], missing: 1, alone: true });
  });

  it('of two people, one of whom asked, needs both for what two must agree to', () => {
    const two = question({ needs: 2, barred: [1] });
    expect(benchOf(two, [max, ada], soon)).toMatchObject({ asked: [1, 3], may: [3], missing: 2 });
    expect(benchOf({ ...two, agreed: [3] }, [max, ada], nextDay)).toMatchObject({ may: [1, 3], missing: 1 });
  });

  it('does with one what two should agree to, when the other has no say', () => {
    expect(benchOf(question({ needs: 2, barred: [4], agreed: [3] }), [rita, ada], nextDay)).toMatchObject({
      missing: 0,
      alone: true,
    });
  });
});

describe('whatever the team', () => {
  const candidates = fc
    .uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1 })
    .chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            roles: fc.subarray(['rep', 'lead', 'manager', 'admin'], { minLength: 1 }),
            away: fc.boolean(),
          }),
        ),
      ),
    )
    .filter((team) => team.some(({ roles }) => roles.includes('admin')));
  const questions = fc.record({
    levels: fc.constantFrom(['manager', 'admin'], ['lead', 'manager', 'admin']),
    barred: fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 2 }),
    needs: fc.integer({ min: 1, max: 2 }),
    agreed: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 1 }),
    askedAt: fc.constant(asked),
    higher: fc.boolean(),
  });

  it('somebody is asked who can end the waiting, or it has been agreed to', () => {
    fc.assert(
      fc.property(questions, candidates, (of, team) => {
        const bench = benchOf(of, team, nextDay);
        const able = bench.asked.filter((id) => bench.may.includes(id));
        expect(able.length >= bench.missing).toBe(true);
      }),
    );
  });

  it('nobody judges their own matter before a day has passed', () => {
    fc.assert(
      fc.property(questions, candidates, (of, team) => {
        expect(benchOf(of, team, soon).may.filter((id) => of.barred.includes(id))).toEqual([]);
      }),
    );
  });
});
