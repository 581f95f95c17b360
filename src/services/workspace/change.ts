import { allCaseIds } from '../../../db/queries/case/ids.ts';
import { dueDaysOfWorkspacePlace, setEffectiveDueDays } from '../../../db/queries/invoice/redate.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { changeWorkspace, type WorkspaceSettings } from '../../../db/queries/workspace/change.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { effectiveDueDate } from '../../core/calendar/business-days.ts';
import { readMailbox } from '../../letters/mailbox.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { planRoutines } from '../routine/plan.ts';
import { calendarOf, type Scope, within, type Workspace } from '../scope.ts';

export type { WorkspaceSettings } from '../../../db/queries/workspace/change.ts';

/** Settings that decide when something is due: after a change every case is looked at afresh. */
const ruling = ['country', 'region', 'zone', 'floor', 'dailyCallCap'] as const;

/**
 * Changes the workspace's settings. Returns the names of those that are new.
 * @throws DomainError `forbidden` for whoever is no admin.
 */
export async function changeSettings(
  office: Office,
  actor: Actor,
  settings: WorkspaceSettings,
): Promise<readonly string[]> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ['admin'], 'change the settings');
    const changed = changesOf(scope.workspace, settings);
    const names = Object.keys(changed);
    if (names.length === 0) return [];
    const caseIds = names.some(isRuling) ? await allCaseIds(scope.tx) : [];
    await lockCases(scope.tx, caseIds);
    await changeWorkspace(scope.tx, scope.workspace.id, settings);
    await follow({ ...scope, workspace: { ...scope.workspace, ...settings } }, names);
    await wakeCases(scope, caseIds);
    await record(scope, [{ what: 'settings changed', memberId: person.id, details: changed }]);
    return names;
  });
}

/** The address that answers to letters go to. @throws DomainError `invalid` for what no mail server would take. */
export function readReplyTo(text: string): string {
  return readMailbox(text).address;
}

const isRuling = (name: string): boolean => ruling.some((one) => one === name);

/** What became of each setting that is another one now. */
function changesOf(before: Workspace, after: WorkspaceSettings): Readonly<Record<string, string>> {
  const shown = (value: unknown): string =>
    typeof value === 'object' ? JSON.stringify(value) : String(value);
  const entries = Object.entries(after).flatMap(([name, value]) => {
    const was = shown(before[name as keyof WorkspaceSettings]);
    return was === shown(value) ? [] : [[name, `${was} → ${shown(value)}`] as const];
  });
  return Object.fromEntries(entries);
}

/** What was reckoned with the old place or hour is reckoned anew. */
async function follow(scope: Scope, names: readonly string[]): Promise<void> {
  const calendar = calendarOf(scope.workspace);
  if (names.includes('country') || names.includes('region')) await redateInvoices(scope, calendar);
  if (names.some((name) => ['country', 'region', 'zone', 'digestAt'].includes(name)))
    await planRoutines({ ...scope, calendar });
}

async function redateInvoices(scope: Scope, calendar: Scope['calendar']): Promise<void> {
  const days = await dueDaysOfWorkspacePlace(scope.tx);
  await setEffectiveDueDays(
    scope.tx,
    days.map((dueOn) => ({ dueOn, effectiveDueOn: effectiveDueDate(calendar, businessDate(dueOn)) })),
  );
}
