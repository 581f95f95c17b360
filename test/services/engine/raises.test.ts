import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { insertOccurrences, nameInvoices } from '../../../db/queries/case/occurrences.ts';
import { cases, task, workspace as workspaces } from '../../../db/schema/index.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { raiseCase } from '../../../src/services/case/raise.ts';
import { wakeCases } from '../../../src/services/case/wake.ts';
import { pauseCase } from '../../../src/services/pause/start.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** A case of Rita's whose only invoice is due on this day, in a workspace whose ledger covers that one. */
async function caseDue(dueOn: string, ledgerCovers: string) {
  office.now = new Date('2026-11-23T08:00:00Z');
  const { workspaceId, people } = await openTeam(office);
  await within(office, workspaceId, ({ tx }) => tx.update(workspaces).set({ ledgerCovers }));
  const invoices = [{ number: 'R-1', amount: 900_000n, dueOn }];
  const { caseIds, invoiceIds } = await bookCustomer(office, workspaceId, {
    number: '1',
    name: 'Nord',
    ownerId: people.Rita.memberId,
    invoices,
  });
  const caseId = caseIds[0]!;
  const look = async () => {
    while (await tick(office, workspaceId));
    return within(office, workspaceId, async ({ tx }) => {
      const [row] = await tx.select().from(cases).where(eq(cases.id, caseId));
      const calls = await tx.select().from(task).where(eq(task.caseId, caseId));
      return { raisedTo: row?.raisedTo, calls: calls.map(({ step }) => step) };
    });
  };
  const change = (settings: { shadow?: boolean; ledgerCovers?: string }) =>
    within(office, workspaceId, async (scope) => {
      await scope.tx.update(workspaces).set(settings);
      await wakeCases(scope, [caseId]);
    });
  /** A demand that names the invoice arrived on this day. */
  const demanded = (onDay: string) =>
    within(office, workspaceId, async ({ tx }) => {
      const at = new Date(`${onDay}T10:00:00Z`);
      const step = 'payment-demand';
      const done = { caseId, step, onDay, at, how: 'delivered', reason: 'ladder' } as const;
      const [occurrenceId = 0] = await insertOccurrences(tx, [done]);
      await nameInvoices(tx, [{ occurrenceId, invoiceId: invoiceIds['R-1']!, step }]);
    });
  return {
    look,
    change,
    demanded,
    pause: (untilDay: string) =>
      pauseCase(office, people.Lena, { caseId, untilDay: businessDate(untilDay), reason: 'asked to' }),
    raise: (step: string) => raiseCase(office, people.Max, caseId, step, 'he asked for it'),
  };
}

it('a raised call is raised once', async () => {
  const { look, raise } = await caseDue('2026-11-20', '2026-11-20');
  await look();
  await raise('official-letter-call');
  expect(await look()).toMatchObject({
    raisedTo: null,
    calls: expect.arrayContaining(['official-letter-call']),
  });
});

it('a raised call that a pause took off the list is raised again when the pause is over', async () => {
  const { look, raise, pause } = await caseDue('2026-11-20', '2026-11-20');
  await look();
  await raise('official-letter-call');
  await look();
  await pause('2026-11-24');
  expect(await look()).toMatchObject({ raisedTo: 'official-letter-call' });
  office.now = new Date('2026-11-24T08:00:00Z');
  const { calls, raisedTo } = await look();
  expect(raisedTo).toBeNull();
  expect(calls.filter((step) => step === 'official-letter-call')).toHaveLength(2);
});

it('a raised letter is raised once, even if it cannot be sent', async () => {
  const { look, raise } = await caseDue('2026-11-20', '2026-11-20');
  await raise('payment-demand');
  expect(await look()).toMatchObject({ raisedTo: null });
});

it('a raised claim that waits for fresh data outlives a call of the ladder, until its approval is asked', async () => {
  const { look, raise, change, demanded } = await caseDue('2026-11-10', '2026-11-10');
  await change({ shadow: false });
  await demanded('2026-11-20');
  await raise('formal-claim');
  office.now = new Date('2026-11-23T11:00:00Z');
  expect(await look()).toEqual({ raisedTo: 'formal-claim', calls: ['pay-or-date-call'] });
  await change({ ledgerCovers: '2026-11-20' });
  expect(await look()).toMatchObject({ raisedTo: null });
});
