import { beginStop, endStop } from '../../../db/queries/stop/write.ts';
import { liveStop } from '../../../db/queries/stop/live.ts';
import { insertLetters } from '../../../db/queries/letter/write.ts';
import { insertTasks } from '../../../db/queries/task/open.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { dayAt } from '../../core/dunning/offset.ts';
import { accountsPayable } from '../../core/letter/recipients.ts';
import type { CaseFile } from '../case/file.ts';
import { occur } from '../engine/occur.ts';
import { addressBook } from '../letter/address.ts';
import { freezer } from '../letter/freezer.ts';
import { putOnByLadder } from '../hold/by-ladder.ts';
import { escalateFrom, holderOf } from '../member/holder.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { stopWords } from '../stop/kinds.ts';
import { deadlineOf } from '../task/deadline-of.ts';

/** The day on which the time is over that a claim gives the customer, from its delivery, until the case goes to court. */
export function claimDeadline({ facts, ladder }: CaseFile, delivered: BusinessDate): BusinessDate {
  const claim = ladder.steps.find((step) => step.kind === 'claim');
  return dayAt(facts.calendar, delivered, claim?.deadline ?? { businessDays: 10 });
}

/** Does what was approved: writes the claim and has it posted, puts the hold on, or hands the case over. */
export async function carryOut(
  scope: Scope,
  row: ApprovalRow,
  file: CaseFile,
  memberId: number,
): Promise<void> {
  const step = file.ladder.steps.find((one) => one.key === row.step);
  const isClaim = step?.kind === 'claim';
  const happened = await occur(scope, [
    {
      file,
      step: row.step,
      invoices: row.invoices,
      receives: row.receives,
      on: dateIn(file.facts.calendar.zone, scope.now),
      how: isClaim ? 'under way' : 'done',
      reason: 'ladder',
    },
  ]);
  if (step?.kind === 'hold') return putOnByLadder(scope, file, step, memberId);
  if (!isClaim) return handOver(scope, file, memberId);
  for (const { occurrenceId, on } of happened) {
    await writeClaim(scope, row, file, on, occurrenceId);
    await haveItPosted(scope, file, occurrenceId);
  }
}

async function writeClaim(
  scope: Scope,
  row: ApprovalRow,
  file: CaseFile,
  on: BusinessDate,
  occurrenceId: number,
): Promise<void> {
  const to = (await addressBook(scope, [file.customerId]))(file.customerId, accountsPayable);
  const freeze = await freezer(scope, [row.caseId], [...row.invoices, ...row.alsoOpen]);
  const facts = {
    ...freeze.letter(file, { to, on, named: row.invoices }),
    claim: {
      demandedOn: demandedOn(file, row.invoices) ?? on,
      deadline: claimDeadline(file, on),
      alsoOpen: freeze.invoices(file, on, row.alsoOpen),
    },
  };
  await insertLetters(scope.tx, [
    {
      caseId: row.caseId,
      occurrenceId,
      kind: 'formal claim',
      toAddress: to[0]?.email ?? null,
      recipients: to,
      facts,
      // It goes by a channel that proves delivery: a person posts it and records the day.
      status: 'queued',
    },
  ]);
}

/** The earliest day on which any of these was demanded in writing. */
function demandedOn(file: CaseFile, named: readonly number[]): BusinessDate | undefined {
  const letters = new Set(file.ladder.steps.filter((step) => step.kind === 'letter').map((step) => step.key));
  return file.facts.invoices
    .filter((invoice) => named.includes(invoice.id))
    .flatMap((invoice) => invoice.received)
    .filter((received) => letters.has(received.step) && received.how === 'delivered')
    .map((received) => received.on)
    .sort()[0];
}

async function haveItPosted(scope: Scope, file: CaseFile, occurrenceId: number): Promise<void> {
  const people = await roster(scope);
  const owner = holderOf(people, file.ownerId, scope.now);
  const lead = escalateFrom(people, owner.id, 'lead', scope.now);
  await insertTasks(scope.tx, [
    {
      caseId: file.facts.caseId,
      occurrenceId,
      kind: 'claim delivery',
      what: 'post the claim so that delivery is proven, and record the day',
      level: 'lead',
      holderId: lead.id,
      firstHolderId: lead.id,
      dueAt: scope.now,
      deadlineAt: deadlineOf(lead, 'lead', scope.now),
      openedAt: scope.now,
    },
  ]);
}

/** Handed over is a full stop: from here legal acts, and the ladder is silent until they report back. */
async function handOver({ tx, now }: Scope, { customerId }: CaseFile, memberId: number): Promise<void> {
  const live = await liveStop(tx, customerId);
  const end = { endedAt: now, endedBy: memberId, endedBecause: stopWords['handed over'] };
  if (live !== undefined) await endStop(tx, live, end);
  await beginStop(
    tx,
    {
      customerId,
      kind: 'handed over',
      said: 'approved, with the bundle',
      since: now,
      setBy: memberId,
      confirmedBy: memberId,
      confirmedAt: now,
    },
    stopWords['handed over'],
  );
}
