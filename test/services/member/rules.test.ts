import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Member } from '../../../src/services/member/roster.ts';
import { checkTeam } from '../../../src/services/member/rules.ts';

const person = (id: number, changes: Partial<Member> = {}): Member => ({
  workspaceId: 1,
  id,
  userId: `U${id}`,
  name: `Member ${id}`,
  roles: ['rep'],
  leadId: null,
  managerId: null,
  deputyId: null,
  country: 'DE',
  region: null,
  zone: 'Europe/Berlin',
  worksFrom: '09:00',
  worksTo: '17:00',
  active: true,
  absences: [],
  ...changes,
});
const admin = person(99, { roles: ['admin'], name: 'Ada' });

const check = (changed: Member, ...others: readonly Member[]): void =>
  checkTeam(new Map([admin, ...others, changed].map((one) => [one.id, one])), changed);

describe('a team', () => {
  it('keeps its last active admin', () => {
    expect(() => check({ ...admin, roles: ['rep'] })).toThrow('Ada is the last active admin');
    expect(() => check({ ...admin, active: false })).toThrow('Ada is the last active admin');
    expect(() => check({ ...admin, active: false }, person(1, { roles: ['admin'] }))).not.toThrow();
    expect(() => check({ ...admin, active: false }, person(1, { roles: ['admin'], active: false }))).toThrow(
      'Ada is the last active admin',
    );
  });

  it.each(['lead', 'manager', 'deputy'] as const)('has nobody as their own %s', (above) => {
    expect(() => check(person(1, { [`${above}Id`]: 1 }))).toThrow(`Member 1 cannot be their own ${above}`);
  });

  it('has nobody active under somebody who is gone', () => {
    const gone = person(2, { active: false });
    expect(() => check(person(1, { deputyId: 2 }), gone)).toThrow('Member 2 is not active here');
    expect(() => check(person(1, { deputyId: 2, active: false }), gone)).not.toThrow();
  });

  it('has nobody without a role or a name', () => {
    expect(() => check(person(1, { roles: [] }))).toThrow('needs at least one role');
    expect(() => check(person(1, { name: ' ' }))).toThrow('needs a name');
  });

  it('has no deputies in a circle, and names the circle', () => {
    const two = person(2, { deputyId: 3 });
    const three = person(3, { deputyId: 1 });
    expect(() => check(person(1, { deputyId: 2 }), two, three)).toThrow(
      'in a circle (Member 1 → Member 2 → Member 3 → Member 1)',
    );
    expect(() => check(person(1, { deputyId: 2 }), two, person(3))).not.toThrow();
  });

  it('is checked in the end even if others stand in a circle already', () => {
    expect(() =>
      check(person(1, { deputyId: 2 }), person(2, { deputyId: 3 }), person(3, { deputyId: 2 })),
    ).not.toThrow();
  });

  it('that was built one accepted change at a time has no circle', () => {
    const links = fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(links, (changes) => {
        const team = new Map(
          [admin, ...[1, 2, 3, 4, 5, 6].map((id) => person(id))].map((one) => [one.id, one]),
        );
        for (const [id, deputyId] of changes) {
          const changed = { ...team.get(id)!, deputyId };
          try {
            checkTeam(new Map(team).set(id, changed), changed);
            team.set(id, changed);
          } catch {
            // Refused: the team stays as it is.
          }
        }
        for (const start of team.values()) {
          const seen = new Set<number>();
          for (let at: Member | undefined = start; at !== undefined; at = team.get(at.deputyId ?? 0)) {
            expect(seen.has(at.id)).toBe(false);
            seen.add(at.id);
          }
        }
      }),
    );
  });
});
