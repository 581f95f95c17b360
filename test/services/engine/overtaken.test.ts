import postgres from 'postgres';
import { afterAll, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { letter, workspace } from '../../../db/schema/index.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { saveContact } from '../../../src/services/contact/save.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { coverThrough } from '../../../src/services/import/cover.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
/** Monday noon: Thursday's data is stale. */
office.now = new Date('2026-11-23T11:00:00Z');
const { workspaceId, people } = await openTeam(office);
const beside = postgres(database.ownerUrl, { max: 2, onnotice: () => undefined });
afterAll(() => beside.end());

it('a look that waits while newer data come in judges by those: a letter does not wait for one that nobody takes', async () => {
  await within(office, workspaceId, ({ tx }) =>
    tx
      .update(workspace)
      .set({ shadow: false, ledgerCovers: '2026-11-19' })
      .where(eq(workspace.id, workspaceId)),
  );
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: '1001',
    name: 'Lagerhaus Nord GmbH',
    ownerId: people.Rita.memberId,
    invoices: [{ number: 'R-1', amount: 900_000n, dueOn: '2026-11-19' }],
  });
  const contact = { name: 'Frau Berg', role: 'accounts payable', phone: undefined, language: 'de' } as const;
  await saveContact(office, people.Rita, caseIds[0]!, { ...contact, email: 'ap@customer.example' });

  const turn = await beside.reserve();
  const key = beside`hashtextextended('tick', ${workspaceId}::bigint)`;
  await turn`select pg_advisory_lock(${key})`;
  const looking = tick(office, workspaceId);
  while (!(await isWaiting()));
  await coverThrough(office, people.Fiona, businessDate('2026-11-22'));
  await turn`select pg_advisory_unlock(${key})`;
  turn.release();
  await looking;

  const letters = await within(office, workspaceId, ({ tx }) => tx.select().from(letter));
  expect(letters.map(({ kind }) => kind)).toEqual(['payment demand']);
});

async function isWaiting(): Promise<boolean> {
  const rows = await beside`select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  return rows.length > 0;
}
