import { expect, it } from 'vitest';
import { insertTasks } from '../../../db/queries/task/open.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { claim } from '../../../src/services/outbox/claim.ts';
import { bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

it('a morning list comes when something is to be done that day, and not before', async () => {
  office.now = new Date('2026-11-23T07:00:00Z');
  const { workspaceId, people } = await openTeam(office);
  const { memberId } = people.Lena;
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: '1001',
    name: 'Lagerhaus',
    invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-12-20' }],
  });
  await look(office, workspaceId, ({ tx }) =>
    insertTasks(tx, [
      {
        caseId: caseIds[0] ?? 0,
        kind: 'call back',
        what: 'call back Frau Berg',
        level: 'owner',
        holderId: memberId,
        firstHolderId: memberId,
        dueAt: new Date('2026-11-25T09:00:00Z'),
        deadlineAt: new Date('2026-11-25T15:00:00Z'),
        openedAt: new Date('2026-11-23T07:00:00Z'),
      },
    ]),
  );
  const listsAt = async (morning: string): Promise<number> => {
    office.now = new Date(morning);
    while (await tick(office, workspaceId));
    const sent = await claim(office, workspaceId);
    return sent.filter(({ notice }) => notice.kind === 'card' && notice.card === 'morning list').length;
  };
  expect(await listsAt('2026-11-23T08:00:00Z')).toBe(0);
  expect(await listsAt('2026-11-24T08:00:00Z')).toBe(0);
  expect(await listsAt('2026-11-25T08:00:00Z')).toBe(1);
});
