import { account } from '../../../commands/account.ts';
import { bookCustomer } from '../../support/book.ts';
import { openDesk } from '../../support/desk.ts';
import { openTeam, type TestOffice } from '../../support/office.ts';

/** Monday 23 November 2026, noon in Berlin: one invoice is overdue, one not yet. */
export async function start(office: TestOffice) {
  office.now = new Date('2026-11-23T11:00:00Z');
  const team = await openTeam(office);
  const { workspaceId, people } = team;
  const lagerhaus = await bookCustomer(office, workspaceId, {
    number: '10042',
    name: 'Lagerhaus Nord GmbH',
    ownerId: people.Rita.memberId,
    invoices: [
      { number: 'R-2', amount: 410_000n, dueOn: '2026-12-14' },
      { number: 'R-1', amount: 830_000n, dueOn: '2026-11-17' },
    ],
  });
  return {
    ...team,
    lagerhaus,
    caseId: lagerhaus.caseIds[0]!,
    desk: openDesk(office, workspaceId, [account]),
  };
}

export const anna = {
  name: 'Anna Apt',
  role: 'accounts payable',
  email: 'anna@lagerhaus.test',
  phone: '+49 30 1234567',
  language: 'de',
} as const;
