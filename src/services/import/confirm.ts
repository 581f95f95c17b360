import { isPristine } from '../../../db/queries/clock/move.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { instantAt } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { record } from '../audit/record.ts';
import { setBack } from '../clock/set-back.ts';
import { morningHour } from '../clock/step-target.ts';
import { roster } from '../member/roster.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { changeImport, holdImport, type ImportAnswers, type ImportRow } from './row.ts';
import { stewardOf } from './steward.ts';

/**
 * Confirms a previewed import, or tries a failed one again; it is carried out by whoever is woken. If that was
 * answered, the business clock goes to the morning of the export's day first.
 * @throws DomainError `conflict` when it was confirmed, cancelled or finished before, or has no preview yet.
 */
export async function confirmImport(office: Office, actor: Actor, importId: number): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'import open items');
    const row = await holdImport(scope, importId);
    await refuseDecided(scope, row);
    const { recognised, layout, preview, side } = row.findings;
    if (row.answers === undefined || (preview ?? side) === undefined)
      throw new DomainError(
        'conflict',
        `${row.fileName} has no preview yet: press "Set up and preview" first.`,
      );
    const now = await atAnsweredTime(scope, actor, row.answers);
    await changeImport(now, importId, {
      status: 'running',
      decidedBy: actor.memberId,
      progressPercent: 0,
      findings: { recognised, ...(layout && { layout }), ...(preview && { preview }), ...(side && { side }) },
    });
    await refreshCards(now, 'import', [String(importId)]);
    await record(now, [
      {
        what: 'import confirmed',
        memberId: actor.memberId,
        details: { import: importId, file: row.fileName },
      },
    ]);
    now.wake('import');
  });
}

/**
 * Puts a file away; nothing of it was or will be booked.
 * @throws DomainError `conflict` when it is being imported, or was.
 */
export async function cancelImport(office: Office, actor: Actor, importId: number): Promise<void> {
  await within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'cancel an import');
    const row = await holdImport(scope, importId);
    await refuseDecided(scope, row);
    await changeImport(scope, importId, { status: 'cancelled', decidedBy: actor.memberId });
    await refreshCards(scope, 'import', [String(importId)]);
    await record(scope, [
      {
        what: 'import cancelled',
        memberId: actor.memberId,
        details: { import: importId, file: row.fileName },
      },
    ]);
  });
}

/** Says who was first. */
async function refuseDecided(scope: Scope, { status, decidedBy, fileName }: ImportRow): Promise<void> {
  if (status === 'received' || status === 'failed') return;
  const people = await roster(scope);
  const who = decidedBy === null ? 'Somebody' : (people.get(decidedBy)?.name ?? 'Somebody');
  const what = { running: 'confirmed it; it is running', done: 'imported it', cancelled: 'cancelled it' }[
    status
  ];
  throw new DomainError('conflict', `${fileName} is decided already: ${who} ${what}.`);
}

async function atAnsweredTime(scope: Scope, actor: Actor, answers: ImportAnswers): Promise<Scope> {
  const { asOf, movesClock } = answers;
  if (!movesClock || !(await mayMoveClock(scope)) || !isLongAgo(scope, asOf)) return scope;
  return setBack(scope, instantAt(scope.workspace.zone, asOf, morningHour), actor.memberId);
}

/** Whether a file may take the business clock back to its own day: only to begin with. */
export async function mayMoveClock(scope: Scope): Promise<boolean> {
  return scope.office.movableClock && (await isPristine(scope.tx));
}

/** More than a business day before today: a ledger of that day would be stale at once. */
export function isLongAgo({ calendar, today }: Scope, asOf: ImportAnswers['asOf']): boolean {
  return asOf < addBusinessDays(calendar, today, -1);
}
