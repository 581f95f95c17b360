import { expect, it } from 'vitest';
import { insertTasks } from '../../../db/queries/task/open.ts';
import { tasksHeldBy } from '../../../db/queries/task/holders.ts';
import { changeMember, type Role } from '../../../src/services/member/change.ts';
import { roster } from '../../../src/services/member/roster.ts';
import { bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** A task in somebody's hands, and who has it once Ada took their role away. */
async function holderAfter(
  name: 'Lena' | 'Max' | 'Fiona',
  kind: 'call' | 'allocation',
  level: 'owner' | 'lead' | 'manager',
  roles: readonly Role[],
): Promise<string | undefined> {
  const { workspaceId, people } = await openTeam(office);
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: '1001',
    name: 'Lagerhaus',
    invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-11-20' }],
  });
  const { memberId } = people[name];
  await look(office, workspaceId, ({ tx, now }) =>
    insertTasks(tx, [
      {
        caseId: caseIds[0] ?? 0,
        kind,
        what: 'something',
        level,
        holderId: memberId,
        firstHolderId: memberId,
        dueAt: now,
        deadlineAt: new Date(now.getTime() + 4 * 3_600_000),
        openedAt: now,
      },
    ]),
  );
  const before = (await look(office, workspaceId, roster)).get(memberId);
  if (before === undefined) throw new Error(`${name} is no member`);
  const { id: _id, userId: _userId, workspaceId: _workspaceId, absences: _absences, ...profile } = before;
  await changeMember(office, people.Ada, memberId, { ...profile, roles: [...roles] });
  return look(office, workspaceId, async (scope) => {
    for (const person of (await roster(scope)).values())
      if ((await tasksHeldBy(scope.tx, person.id)).length > 0) return person.name;
    return undefined;
  });
}

it('what rose to a lead goes to the next above when there is no lead any more', async () => {
  expect(await holderAfter('Lena', 'call', 'lead', ['rep'])).toBe('Max');
});

it('what rose to the only manager goes to an admin', async () => {
  expect(await holderAfter('Max', 'call', 'manager', ['rep'])).toBe('Ada');
});

it('what was the only finance person’s is not left with somebody who may not book cash', async () => {
  expect(await holderAfter('Fiona', 'allocation', 'owner', ['rep'])).toBe('Lena');
});

it('whoever may do it still keeps it', async () => {
  expect(await holderAfter('Lena', 'call', 'lead', ['manager'])).toBe('Lena');
});
