import { describe, expect, it } from 'vitest';
import { insertApproval } from '../../../db/queries/approval/ask.ts';
import { findCase } from '../../../db/queries/case/find.ts';
import { openTasks } from '../../../db/queries/task/find.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { decideApproval } from '../../../src/services/approval/decide.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { coverDay } from '../../../src/services/import/cover-day.ts';
import { bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const friday = businessDate('2026-11-27');

describe('an approval', () => {
  it('is decided once: of two managers at the same moment one is told that it was decided', async () => {
    const { people, approvalId } = await askedHandover();
    const both = await Promise.allSettled([
      decideApproval(office, people.Max, approvalId, { kind: 'approve' }),
      decideApproval(office, people.Ada, approvalId, { kind: 'refuse', reason: 'no', reviewOn: friday }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(refused).toMatch(/Already (approved by Max|refused by Ada)/);
  });

  it('is not for the owner of the customer', async () => {
    const { people, approvalId } = await askedHandover('Max');
    await expect(decideApproval(office, people.Max, approvalId, { kind: 'approve' })).rejects.toThrow(
      /somebody else decides: Ada/,
    );
  });

  it('lapses when the sum is no longer the one that was asked about', async () => {
    const { people, approvalId } = await askedHandover('Rita', 9_999n);
    expect(await decideApproval(office, people.Max, approvalId, { kind: 'approve' })).toMatchObject({
      status: 'lapsed',
    });
    await expect(decideApproval(office, people.Ada, approvalId, { kind: 'approve' })).rejects.toThrow(
      /Already lapsed, because the sum changed/,
    );
  });
});

describe('an approved hand-over', () => {
  it("ends the calls of all the customer's cases, in whatever currency", async () => {
    const { workspaceId, people, caseIds, approvalId } = await askedHandover();
    const open = () => look(office, workspaceId, ({ tx }) => openTasks(tx, caseIds));
    while (await tick(office, workspaceId));
    expect((await open()).map((task) => task.caseId).toSorted((a, b) => a - b)).toEqual(caseIds);
    await decideApproval(office, people.Max, approvalId, { kind: 'approve' });
    while (await tick(office, workspaceId));
    expect(await open()).toEqual([]);
    const resting = await look(office, workspaceId, ({ tx }) =>
      Promise.all(caseIds.map((id) => findCase(tx, id))),
    );
    expect(resting.map((row) => row?.resting)).toEqual(['stopped', 'stopped']);
  });
});

/** A customer with an overdue invoice in each of two currencies; handing the first case over waits for approval. */
async function askedHandover(owner: 'Rita' | 'Max' = 'Rita', amount = 10_000n) {
  const { workspaceId, people } = await openTeam(office);
  const { caseIds, invoiceIds } = await bookCustomer(office, workspaceId, {
    number: 'C-1',
    name: 'Nord',
    ownerId: people[owner].memberId,
    invoices: [
      { number: 'R-1', amount: 10_000n, dueOn: '2026-11-02' },
      { number: 'R-2', amount: 20_000n, dueOn: '2026-11-02', currency: 'USD' },
    ],
  });
  await look(office, workspaceId, (scope) => coverDay(scope, businessDate('2026-11-22')));
  const [caseId = 0] = caseIds;
  const { 'R-1': invoice = 0 } = invoiceIds;
  const { id: approvalId } = await look(office, workspaceId, ({ tx, now }) =>
    insertApproval(tx, {
      caseId,
      step: 'legal-handover',
      amount,
      invoices: [invoice],
      alsoOpen: [],
      receives: [{ invoice, step: 'legal-handover' }],
      askedAt: now,
    }),
  );
  return { workspaceId, people, caseIds, approvalId };
}
