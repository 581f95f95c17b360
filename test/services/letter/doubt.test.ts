import { expect, it } from 'vitest';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { saveContact } from '../../../src/services/contact/save.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { coverDay } from '../../../src/services/import/cover-day.ts';
import { settleDoubt } from '../../../src/services/letter/find-out.ts';
import { settleLetter } from '../../../src/services/letter/settle.ts';
import { letter, task } from '../../../db/schema/index.ts';
import { setShadow } from '../../../src/services/workspace/shadow.ts';
import { bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** Monday noon: a demand was mailed, and the mail server did not say whether it took it. */
async function inDoubt() {
  office.now = new Date('2026-11-23T11:00:00Z');
  const { workspaceId, people } = await openTeam(office);
  await setShadow(office, people.Max, false);
  await look(office, workspaceId, (scope) => coverDay(scope, businessDate('2026-11-23')));
  const invoices = [{ number: 'R-1', amount: 830_000n, dueOn: '2026-11-17' }];
  const ownerId = people.Rita.memberId;
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: '1',
    name: 'Nord',
    ownerId,
    invoices,
  });
  const caseId = caseIds[0]!;
  const contact = { name: 'Frau Berg', role: 'accounts payable', phone: undefined, language: 'de' } as const;
  await saveContact(office, people.Rita, caseId, { ...contact, email: 'ap@nord.example' });
  const letters = () => look(office, workspaceId, ({ tx }) => tx.select().from(letter));
  const tasks = () => look(office, workspaceId, ({ tx }) => tx.select().from(task));
  while (await tick(office, workspaceId));
  const [mailed] = await letters();
  await settleLetter(office, workspaceId, mailed!.id, { kind: 'unknown', reason: 'the line broke' });
  while (await tick(office, workspaceId));
  return { workspaceId, people, caseId, letters, tasks };
}

it('a mail in doubt is a task for the owner, and nothing else is done until it is settled', async () => {
  const { people, tasks, letters } = await inDoubt();
  expect(await tasks()).toMatchObject([
    { kind: 'letter fate', status: 'open', holderId: people.Rita.memberId },
  ]);
  expect(await letters()).toHaveLength(1);
});

it('when it arrived the ladder goes on, and a second answer is told that it is settled', async () => {
  const { workspaceId, people, caseId, tasks, letters } = await inDoubt();
  await settleDoubt(office, people.Rita, caseId, true);
  while (await tick(office, workspaceId));
  expect((await tasks()).map(({ kind, status }) => [kind, status])).toEqual([
    ['letter fate', 'done'],
    ['call', 'open'],
  ]);
  expect(await letters()).toMatchObject([{ status: 'sent' }]);
  await expect(settleDoubt(office, people.Lena, caseId, false)).rejects.toThrow('settled it already');
});

it('when it did not arrive it is written once more, on the next business day', async () => {
  const { workspaceId, people, caseId, letters } = await inDoubt();
  await settleDoubt(office, people.Rita, caseId, false);
  while (await tick(office, workspaceId));
  expect(await letters()).toHaveLength(1);
  office.now = new Date('2026-11-24T11:00:00Z');
  while (await tick(office, workspaceId));
  expect((await letters()).map(({ status }) => status)).toEqual(['refused', 'queued']);
});
