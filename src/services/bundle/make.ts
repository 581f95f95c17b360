import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { customerOfCase } from '../../../db/queries/case/find.ts';
import { DomainError } from '../../core/error.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { formatMoney } from '../../core/money.ts';
import { bundleZip } from '../../letters/bundle/zip.ts';
import { safeFileName } from '../../letters/file-name.ts';
import type { Role } from '../../../db/schema/index.ts';
import { record } from '../audit/record.ts';
import { overviews } from '../case/overview.ts';
import { actingMember } from '../member/acting.ts';
import { requireRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { keptPapers, lettersToPrint, printLetters } from './files.ts';
import { type CustomerRecords, recordsOf } from './records.ts';
import { sheetsOf } from './sheets.ts';

export const bundleRoles: readonly Role[] = ['legal', 'manager', 'admin'];

export interface MadeBundle {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly comment: string;
}

/**
 * Everything about a customer as one ZIP file, for whoever goes to court with it. That it was made is history; making
 * it changes nothing else.
 * @throws DomainError `forbidden` for whoever is not of legal, a manager or an admin.
 */
export async function makeBundle(office: Office, actor: Actor, caseId: number): Promise<MadeBundle> {
  const gathered = await within(office, actor.workspaceId, async (scope) => {
    const { person, people } = await actingMember(scope, actor);
    requireRole(people, person, bundleRoles, 'take the bundle of a customer');
    const found = await gather(scope, caseId);
    await record(scope, [{ what: 'bundle made', memberId: person.id, caseId }]);
    return found;
  });
  const { records, facts, papers, letters, today } = gathered;
  const files = [...papers, ...(await printLetters(letters))];
  const { name } = records.customer;
  return {
    name: safeFileName(`${name} ${today}`, 'zip'),
    bytes: bundleZip({ title: `${name}: claim file`, facts, files, sheets: sheetsOf(records) }),
    comment: `Bundle of ${name}: begin with index.html`,
  };
}

async function gather(scope: Scope, caseId: number) {
  const customer = await customerOfCase(scope.tx, caseId);
  if (customer === undefined) throw new DomainError('not_found', `There is no case ${caseId} here.`);
  const records = await recordsOf(scope, customer.id);
  return {
    records,
    facts: await factsOf(scope, records, caseId),
    papers: await keptPapers(scope, records),
    letters: lettersToPrint(scope, records),
    today: scope.today,
  };
}

async function factsOf(
  scope: Scope,
  { customer }: CustomerRecords,
  caseId: number,
): Promise<readonly string[]> {
  const { rows } = await overviews(scope, { caseIds: await caseIdsBeside(scope.tx, caseId) });
  const { workspace, today } = scope;
  const covers = workspace.ledgerCovers;
  return [
    `Customer number ${customer.number}`,
    ...rows.map(({ open, overdue }) => `${formatMoney(overdue)} overdue of ${formatMoney(open)} open`),
    ...(customer.stopped === null ? [] : [`Stopped: ${customer.stopped}`]),
    `Creditor: ${workspace.creditor.name ?? workspace.name}`,
    `Drawn up ${formatDate(today)} ${today.slice(0, 4)}${covers === null ? '' : `, with payments through ${covers}`}`,
  ];
}
