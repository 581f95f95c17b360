import { expect, it } from 'vitest';
import { changeOwners } from '../../../db/queries/customer/owners.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

it('a customer that somebody else moved meanwhile stays where it is', async () => {
  const { workspaceId, people } = await openTeam(office);
  const [rita, lena] = [people.Rita.memberId, people.Lena.memberId];
  const { customerId } = await bookCustomer(office, workspaceId, { number: '1', name: 'A', invoices: [] });
  const move = (from: number | undefined, to: number) =>
    within(office, workspaceId, ({ tx }) => changeOwners(tx, [{ customerId, from, to }]));
  expect([...(await move(undefined, rita))]).toEqual([customerId]);
  expect([...(await move(undefined, lena))]).toEqual([]);
  expect([...(await move(rita, lena))]).toEqual([customerId]);
});
