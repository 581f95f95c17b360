import type { HeldTask } from '../../../db/queries/task/holders.ts';
import type { Role } from '../../../db/schema/index.ts';
import { heirOf } from './heir.ts';
import { isWorking } from './presence.ts';
import { type Member, withRole } from './roster.ts';

/** Who may do a task, by its kind or by the level that it rose to; whoever is above may too. */
export function rolesFor({ kind, level }: Pick<HeldTask, 'kind' | 'level'>): readonly Role[] {
  if (isForFinance(kind)) return ['finance'];
  switch (level) {
    case 'owner':
      return ['rep', 'lead', 'manager', 'admin'];
    case 'lead':
      return ['lead', 'manager', 'admin'];
    case 'manager':
      return ['manager', 'admin'];
  }
}

/**
 * Who has a task instead of somebody who has no right to it any more: another in the role, else the next above, so
 * that it is never nobody's.
 */
export function nextInRole(
  team: ReadonlyMap<number, Member>,
  before: Member,
  { kind, level }: HeldTask,
  at: Date,
): Member {
  const inRole = isForFinance(kind) ? withRole(team, 'finance') : [];
  const other = inRole.find((person) => isWorking(person, at)) ?? inRole[0];
  return other ?? heirOf(team, { ...before, deputyId: null }, level, at);
}

function isForFinance(kind: HeldTask['kind']): boolean {
  return kind === 'allocation' || kind === 'credit note';
}
