import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../../src/core/error.ts';
import { holderOn, type Worker } from '../../../src/core/task/holder.ts';

const rep: Worker = { id: 1, roles: ['rep'], deputyId: 2, leadId: 4, managerId: 5, working: true };
const deputy: Worker = { id: 2, roles: ['rep'], working: true };
const otherLead: Worker = { id: 3, roles: ['lead'], working: true };
const lead: Worker = { id: 4, roles: ['lead'], working: true };
const manager: Worker = { id: 5, roles: ['manager'], working: true };
const admin: Worker = { id: 6, roles: ['admin'], working: true };
const team = [rep, deputy, otherLead, lead, manager, admin];

const without = (...away: readonly Worker[]): readonly Worker[] =>
  team.map((one) => ({ ...one, working: !away.includes(one) }));

describe('holderOn', () => {
  it('is the owner while they work', () => {
    expect(holderOn(team, 1, 'owner').id).toBe(1);
  });

  it('passes over who does not work: deputy, own lead, other leads, manager, admin', () => {
    expect(holderOn(without(rep), 1, 'owner').id).toBe(2);
    expect(holderOn(without(rep, deputy), 1, 'owner').id).toBe(4);
    expect(holderOn(without(rep, deputy, lead), 1, 'owner').id).toBe(3);
    expect(holderOn(without(rep, deputy, lead, otherLead), 1, 'owner').id).toBe(5);
    expect(holderOn(without(rep, deputy, lead, otherLead, manager), 1, 'owner').id).toBe(6);
  });

  it('goes to the lead and the manager when it was missed', () => {
    expect(holderOn(team, 1, 'lead').id).toBe(4);
    expect(holderOn(team, 1, 'manager').id).toBe(5);
  });

  it('lets no lead take over from themselves', () => {
    expect(holderOn(team, 4, 'lead').id).toBe(3);
    expect(holderOn([lead, manager], 4, 'lead').id).toBe(5);
  });

  it('gives what nobody owns to a lead', () => {
    expect(holderOn(team, undefined, 'owner').id).toBe(3);
  });

  it('asks for members when there are none', () => {
    expect(() => holderOn([], 1, 'owner')).toThrow(DomainError);
  });

  it('follows the deputies of deputies, and no circle for ever', () => {
    const third: Worker = { id: 7, roles: ['rep'], working: true };
    const chain = [{ ...rep, working: false }, { ...deputy, deputyId: 7, working: false }, third, lead];
    expect(holderOn(chain, 1, 'owner').id).toBe(7);
    const circle = [{ ...rep, working: false }, { ...deputy, deputyId: 1, working: false }, lead];
    expect(holderOn(circle, 1, 'owner').id).toBe(4);
  });

  it('asks those above only when no deputy down the line works, whatever the deputies are', () => {
    const people = fc.array(
      fc.record({ deputyId: fc.option(fc.nat(7), { nil: undefined }), working: fc.boolean() }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(people, (rows) => {
        const reps = rows.map(({ deputyId, working }, id): Worker => {
          return { id, roles: ['rep'], working, ...(deputyId === undefined ? {} : { deputyId }) };
        });
        const boss: Worker = { id: 99, roles: ['lead'], working: true };
        const line = new Set<number>();
        for (let id: number | undefined = 0; id !== undefined && !line.has(id) && id < reps.length;)
          id = (line.add(id), reps[id]?.deputyId);
        const inLine = [...line].find((id) => reps[id]?.working);
        expect(holderOn([...reps, boss], 0, 'owner').id).toBe(inLine ?? 99);
      }),
    );
  });

  it('is never nobody, and never somebody away while anybody in line works', () => {
    const people = fc
      .array(fc.record({ role: fc.constantFrom('rep', 'lead', 'manager', 'admin'), working: fc.boolean() }), {
        minLength: 1,
        maxLength: 8,
      })
      .map((rows) => rows.map(({ role, working }, id): Worker => ({ id, roles: [role], working })));
    const levels = fc.constantFrom('owner' as const, 'lead' as const, 'manager' as const);
    fc.assert(
      fc.property(people, levels, (all, level) => {
        const holder = holderOn(all, 0, level);
        const bosses = all.filter(
          ({ id, roles, working }) => id !== 0 && working && (roles[0] === 'manager' || roles[0] === 'admin'),
        );
        fc.pre(bosses.length > 0);
        expect(holder.working).toBe(true);
        expect(holder.id === 0 && level !== 'owner').toBe(false);
      }),
    );
  });
});
