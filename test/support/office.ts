import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { connect } from '../../db/client.ts';
import { type Newcomer, enrol } from '../../src/services/member/enrol.ts';
import { roster } from '../../src/services/member/roster.ts';
import type { Actor, Office, WakeKind } from '../../src/services/ports.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import { type NewWorkspace, openWorkspace } from '../../src/services/workspace/open.ts';

/** An office on a real database, with clocks that stand still until a test moves them. */
export interface TestOffice extends Office {
  /** Both clocks; assign to move them. */
  now: Date;
  /** What was asked to be woken, in order. */
  readonly woken: { readonly kind: WakeKind; readonly workspaceId: number }[];
}

/** Monday noon in Berlin. */
const someMonday = new Date('2026-11-23T11:00:00Z');

/** Call it at the top of a test file, with the address that `freshDatabase()` gave. */
export function makeOffice(appUrl: string, changes: Partial<Office> = {}): TestOffice {
  const db = connect(appUrl, { max: 4 });
  afterAll(() => db.$client.end());
  const office: TestOffice = {
    db,
    now: someMonday,
    woken: [],
    machineNow: () => office.now,
    baseNow: () => office.now,
    wake: (kind, workspaceId) => office.woken.push({ kind, workspaceId }),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    token: () => randomUUID(),
    movableClock: true,
    ...changes,
  };
  return office;
}

export interface TestTeam<Name extends string = string> {
  readonly workspaceId: number;
  /** Who acts, by first name. */
  readonly people: Readonly<Record<Name, Actor>>;
}

/** One person of each role. */
export const usualPeople = {
  Rita: ['rep'],
  Lena: ['lead'],
  Max: ['manager'],
  Fiona: ['finance'],
  Ada: ['admin'],
} as const satisfies Record<string, Newcomer['roles']>;

/** A new workspace of its own, in Germany unless said otherwise, with the usual people. */
export async function openTeam(
  office: Office,
  place: Partial<NewWorkspace> = {},
): Promise<TestTeam<keyof typeof usualPeople>> {
  const workspaceId = await openWorkspace(office.db, {
    platform: 'slack',
    teamId: randomUUID(),
    name: 'Test team',
    country: 'DE',
    zone: 'Europe/Berlin',
    dateOrder: 'DMY',
    ...place,
  });
  const newcomers = Object.entries(usualPeople).map(([name, roles]) => ({
    userId: `U-${name}`,
    name,
    roles,
  }));
  await enrol(office, workspaceId, newcomers);
  const members = await within(office, workspaceId, roster);
  const people = [...members.values()].map(({ id, name }) => [name, { workspaceId, memberId: id }]);
  return { workspaceId, people: Object.fromEntries(people) as TestTeam<keyof typeof usualPeople>['people'] };
}

/** Looks into a workspace as the application sees it. */
export function look<T>(office: Office, workspaceId: number, at: (scope: Scope) => Promise<T>): Promise<T> {
  return within(office, workspaceId, at);
}
