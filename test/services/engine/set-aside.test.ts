import { eq, sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { audit, cases, task, workspace as workspaces } from '../../../db/schema/index.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

it('a case that cannot be judged is set aside for an hour, and all others are called about', async () => {
  office.now = new Date('2026-11-23T11:00:00Z');
  const { workspaceId, people } = await openTeam(office);
  await within(office, workspaceId, ({ tx }) => tx.update(workspaces).set({ ledgerCovers: '2026-11-20' }));
  const book = async (number: string, amount: bigint): Promise<number> => {
    const invoices = [{ number: `R-${number}`, amount, dueOn: '2026-11-17' }];
    const ownerId = people.Rita.memberId;
    const { caseIds } = await bookCustomer(office, workspaceId, { number, name: number, ownerId, invoices });
    return caseIds[0]!;
  };
  const [bad, ...good] = [await book('1', 900_000n), await book('2', 500_000n), await book('3', 400_000n)];
  await within(office, workspaceId, ({ tx }) =>
    tx.execute(sql`
      with odd as (insert into ladder (workspace_id, name, version, definition)
        values (${workspaceId}, 'odd', 1, '{"name": "odd"}') returning id)
      update "case" set ladder_id = odd.id from odd where "case".id = ${bad}`),
  );
  while (await tick(office, workspaceId));
  await within(office, workspaceId, async ({ tx }) => {
    const called = await tx.select({ caseId: task.caseId }).from(task);
    expect(called.map(({ caseId }) => caseId).toSorted((a, b) => a - b)).toEqual(good);
    const [aside] = await tx.select({ wakeAt: cases.wakeAt }).from(cases).where(eq(cases.id, bad));
    expect(aside?.wakeAt).toEqual(new Date('2026-11-23T12:00:00Z'));
    const said = await tx.select({ what: audit.what }).from(audit).where(eq(audit.caseId, bad));
    expect(said.map(({ what }) => what)).toContain('case set aside: it could not be judged');
  });
});
