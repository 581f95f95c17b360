import { eq } from 'drizzle-orm';
import { type approval, customer, letter, task } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { nextDeadline } from '../../core/task/deadline.ts';
import type { CaseFile } from '../case/file.ts';
import { occur } from '../engine/occur.ts';
import { addressesOf } from '../letter/address.ts';
import { freezeInvoices, freezeLetter } from '../letter/frozen.ts';
import { escalateFrom, holderOf } from '../member/holder.ts';
import { roster } from '../member/roster.ts';
import { calendarOf, type Scope } from '../scope.ts';

type Approval = typeof approval.$inferSelect;

/** Business days the customer has from the delivery of a claim until the case goes to court. */
const claimBusinessDays = 10;

/** Does what was approved: writes the claim and has it posted, or hands the case over. */
export async function carryOut(scope: Scope, row: Approval, file: CaseFile): Promise<void> {
  const step = file.ladder.steps.find((one) => one.key === row.step);
  const on = dateIn(file.facts.calendar.zone, scope.now);
  const [occurrenceId] = await occur(scope, [
    {
      file,
      step: row.step,
      invoices: row.invoices,
      receives: row.receives,
      on,
      how: step?.kind === 'claim' ? 'under way' : 'done',
      reason: 'ladder',
    },
  ]);
  if (step?.kind === 'claim') await writeClaim(scope, row, file, on, occurrenceId!);
  else await stop(scope, file);
}

async function writeClaim(
  scope: Scope,
  row: Approval,
  file: CaseFile,
  on: BusinessDate,
  occurrenceId: number,
): Promise<void> {
  const address = (await addressesOf(scope, [file.customerId])).get(file.customerId);
  const frozen = {
    ...freezeLetter(scope, file, address, on, row.invoices),
    claim: {
      demandedOn: demandedOn(file, row.invoices) ?? on,
      deadline: addBusinessDays(file.facts.calendar, on, claimBusinessDays),
      alsoOpen: freezeInvoices(file, on, row.alsoOpen),
    },
  };
  await scope.tx.insert(letter).values({
    workspaceId: scope.workspace.id,
    caseId: row.caseId,
    occurrenceId,
    kind: 'formal claim',
    toAddress: address?.email ?? null,
    facts: frozen,
    // It goes by a channel that proves delivery: a person posts it and records the day.
    status: 'queued',
  });
  await haveItPosted(scope, row.caseId, file, occurrenceId);
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

async function haveItPosted(
  scope: Scope,
  caseId: number,
  file: CaseFile,
  occurrenceId: number,
): Promise<void> {
  const people = await roster(scope);
  const owner = holderOf(people, file.ownerId, scope.now);
  const lead = escalateFrom(people, owner.id, 'lead', scope.now);
  await scope.tx.insert(task).values({
    workspaceId: scope.workspace.id,
    caseId,
    occurrenceId,
    kind: 'claim delivery',
    step: 'formal-claim',
    what: 'post the claim so that delivery is proven, and record the day',
    level: 'lead',
    holderId: lead.id,
    firstHolderId: lead.id,
    dueAt: scope.now,
    deadlineAt: nextDeadline('lead', calendarOf(lead), scope.now),
    openedAt: scope.now,
  });
}

/** Handed over is a full stop: from here legal acts, and the ladder is silent. */
async function stop(scope: Scope, file: CaseFile): Promise<void> {
  await scope.tx
    .update(customer)
    .set({ stopped: 'handed over to legal' })
    .where(eq(customer.id, file.customerId));
}
