import { asc } from 'drizzle-orm';
import { assign } from '../../../commands/assign.ts';
import { customer } from '../../../db/schema/index.ts';
import { enrol } from '../../../src/services/member/enrol.ts';
import { roster } from '../../../src/services/member/roster.ts';
import { within } from '../../../src/services/scope.ts';
import { type BookedCustomer, bookCustomer } from '../../support/book.ts';
import { openDesk } from '../../support/desk.ts';
import { openTeam, type TestOffice } from '../../support/office.ts';

export async function start(office: TestOffice) {
  // Monday, nine in the morning in Berlin.
  office.now = new Date('2026-11-23T08:00:00Z');
  const team = await openTeam(office);
  const { workspaceId } = team;
  await enrol(office, workspaceId, [{ userId: 'U-Tom', name: 'Tom', roles: ['rep'] }]);
  const people = await within(office, workspaceId, roster);
  const idOf = (name: string): number => [...people.values()].find((one) => one.name === name)!.id;
  const book = (number: string, name: string, amount: bigint, ownerId?: number): Promise<BookedCustomer> =>
    bookCustomer(office, workspaceId, {
      number,
      name,
      ...(ownerId === undefined ? {} : { ownerId }),
      invoices: [{ number: `R-${number}`, amount, dueOn: '2026-11-20' }],
    });
  const owners = () =>
    within(office, workspaceId, async ({ tx }) => {
      const rows = await tx.select().from(customer).orderBy(asc(customer.number));
      return rows.map(
        (row) => `${row.number} ${row.ownerId === null ? 'nobody' : people.get(row.ownerId)?.name}`,
      );
    });
  return { ...team, idOf, book, owners, desk: openDesk(office, workspaceId, [assign]) };
}
