import { dateIn } from '../../core/calendar/zone.ts';
import type { Scope } from '../scope.ts';

/** The same transaction at another business time, after its clock was moved. */
export function scopeAt(scope: Scope, clockOffsetMs: number, now: Date): Scope {
  return {
    ...scope,
    workspace: { ...scope.workspace, clockOffsetMs },
    now,
    today: dateIn(scope.workspace.zone, now),
  };
}
