import { allCaseIds } from '../../../db/queries/case/ids.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { changeWorkspace, type WorkspaceSettings } from '../../../db/queries/workspace/change.ts';
import { readMailbox } from '../../letters/mailbox.ts';
import { record } from '../audit/record.ts';
import { redateInvoices } from '../calendar/redate.ts';
import { wakeCases } from '../case/wake.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { planRoutines } from '../routine/plan.ts';
import { calendarOf, type Scope, within, type Workspace } from '../scope.ts';

export type { WorkspaceSettings } from '../../../db/queries/workspace/change.ts';

const settingNames = [
  'country',
  'region',
  'zone',
  'dateOrder',
  'teamChannel',
  'digestAt',
  'dailyCallCap',
  'dailyCardCap',
  'floor',
  'twoPersonsFrom',
  'noticeMinutes',
  'thanks',
  'creditor',
] as const satisfies readonly (keyof WorkspaceSettings)[];

export type SettingName = (typeof settingNames)[number];

/** Settings that decide when something is due: after a change every case is looked at afresh. */
const ruling: readonly SettingName[] = [
  'country',
  'region',
  'zone',
  'floor',
  'dailyCallCap',
  'noticeMinutes',
];
const planning: readonly SettingName[] = ['country', 'region', 'zone', 'digestAt'];

/**
 * Changes the workspace's settings. Returns the names of those that are new.
 * @throws DomainError `forbidden` for whoever is no admin.
 */
export async function changeSettings(
  office: Office,
  actor: Actor,
  settings: WorkspaceSettings,
): Promise<readonly SettingName[]> {
  return within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, ['admin'], 'change the settings');
    const changed = changesOf(scope.workspace, settings);
    const names = settingNames.filter((name) => name in changed);
    if (names.length === 0) return [];
    const caseIds = names.some((name) => ruling.includes(name)) ? await allCaseIds(scope.tx) : [];
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

/** What became of each setting that is another one now; the creditor's parts are too long for a line of history. */
function changesOf(before: Workspace, after: WorkspaceSettings): Readonly<Record<string, string>> {
  const entries = settingNames.flatMap((name) => {
    const [was, is] = [shown(before[name]), shown(after[name])];
    return was === is ? [] : [[name, name === 'creditor' ? 'changed' : `${was} → ${is}`] as const];
  });
  return Object.fromEntries(entries);
}

/** Postgres gives the keys of an object back in an order of its own. */
function shown(value: WorkspaceSettings[SettingName]): string {
  if (typeof value !== 'object' || value === null) return String(value ?? 'none');
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What was reckoned with the old place or hour is reckoned anew. */
async function follow(scope: Scope, names: readonly SettingName[]): Promise<void> {
  const calendar = calendarOf(scope.workspace);
  if (names.includes('country') || names.includes('region')) await redateInvoices(scope);
  if (names.some((name) => planning.includes(name))) await planRoutines({ ...scope, calendar });
}
