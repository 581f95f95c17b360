import { inWorkspace, type Transaction } from '../../db/client.ts';
import { findWorkspace } from '../../db/queries/workspace/find.ts';
import type { WorkspaceRow } from '../../db/schema/index.ts';
import type { BusinessDate } from '../core/calendar/business-date.ts';
import type { Calendar } from '../core/calendar/business-days.ts';
import { dateIn, instantAt } from '../core/calendar/zone.ts';
import { DomainError } from '../core/error.ts';
import type { Office, WakeKind } from './ports.ts';

export type Workspace = WorkspaceRow;

/** One transaction of one workspace: what is true in it, and what to wake once it is committed. */
export interface Scope {
  readonly office: Office;
  readonly tx: Transaction;
  readonly workspace: Workspace;
  /** Business time, fixed for the whole transaction. */
  readonly now: Date;
  /** The workspace's own day. */
  readonly today: BusinessDate;
  readonly calendar: Calendar;
  readonly wake: (kind: WakeKind) => void;
}

/**
 * Runs a use case: one transaction that holds the change, its audit entries and its outbox rows. What it wants woken
 * is woken after the commit, so that nobody looks before there is anything to see.
 */
export async function within<T>(
  office: Office,
  workspaceId: number,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  const wanted = new Set<WakeKind>();
  const result = await inWorkspace(office.db, workspaceId, async (tx) => {
    const row = await findWorkspace(tx);
    if (row === undefined) throw new DomainError('not_found', `Workspace ${workspaceId} does not exist.`);
    return work(openScope(office, tx, row, wanted));
  });
  for (const kind of wanted) office.wake(kind, workspaceId);
  return result;
}

function openScope(office: Office, tx: Transaction, row: Workspace, wanted: Set<WakeKind>): Scope {
  const now = new Date(office.baseNow().getTime() + row.clockOffsetMs);
  return {
    office,
    tx,
    workspace: row,
    now,
    today: dateIn(row.zone, now),
    calendar: calendarOf(row),
    wake: (kind) => wanted.add(kind),
  };
}

/**
 * The same transaction with the workspace's settings as they are by now. Whoever waited for a lock may have been
 * overtaken: an import says how far the ledger reaches and has every case looked at, and a look that was waiting since
 * before would judge all of them by what was known before, and let them rest.
 */
export async function refreshed(scope: Scope): Promise<Scope> {
  const row = await findWorkspace(scope.tx);
  if (row === undefined) return scope;
  return { ...scope, workspace: row, today: dateIn(row.zone, scope.now), calendar: calendarOf(row) };
}

/** The first moment of the workspace's own day. */
export function startOfToday({ workspace, today }: Scope): Date {
  return instantAt(workspace.zone, today, '00:00');
}

/** The calendar of a row that may leave the place to the workspace. */
export function calendarOf(
  place: { readonly country: string | null; readonly region: string | null; readonly zone: string | null },
  fallback?: Workspace,
): Calendar {
  const at = place.country === null && fallback !== undefined ? fallback : place;
  const zone = place.zone ?? fallback?.zone;
  if (at.country === null || zone === undefined || zone === null)
    throw new DomainError('invalid', 'A place without country or time zone has no calendar.');
  return { country: at.country, zone, ...(at.region === null ? {} : { region: at.region }) };
}
