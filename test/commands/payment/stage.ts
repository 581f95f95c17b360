import { asc, eq } from 'drizzle-orm';
import { payment } from '../../../commands/payment.ts';
import { posting } from '../../../db/schema/index.ts';
import type { Action } from '../../../src/chat/types.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { type BookedInvoice, bookCustomer } from '../../support/book.ts';
import { openDesk } from '../../support/desk.ts';
import { openTeam, type TestOffice } from '../../support/office.ts';

export const twoInvoices: readonly BookedInvoice[] = [
  { number: 'R-1', amount: 410_000n, dueOn: '2026-11-10' },
  { number: 'R-2', amount: 830_000n, dueOn: '2026-11-17' },
];

/** Monday 23 November 2026, noon in Berlin. */
export async function start(office: TestOffice, invoices = twoInvoices) {
  office.now = new Date('2026-11-23T11:00:00Z');
  const team = await openTeam(office);
  const { workspaceId, people } = team;
  const booked = await bookCustomer(office, workspaceId, {
    number: '10042',
    name: 'Lagerhaus Nord GmbH',
    ownerId: people.Rita.memberId,
    invoices,
  });
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  const cash = () =>
    inside(async ({ tx }) => {
      const rows = await tx.select().from(posting).where(eq(posting.debit, 'cash')).orderBy(asc(posting.id));
      const numberOf = new Map(Object.entries(booked.invoiceIds).map(([number, id]) => [id, number]));
      return rows.map(
        (row) => `${row.credit} ${numberOf.get(row.invoiceId ?? 0) ?? '–'} ${row.amount} ${row.bookedOn}`,
      );
    });
  const open = async (userId: string) => {
    const action: Action = { command: 'payment', action: 'open', args: { case: booked.caseIds[0]! } };
    return (await desk.act(userId, action)).form!;
  };
  const desk = openDesk(office, workspaceId, [payment]);
  return { ...team, ...booked, caseId: booked.caseIds[0]!, inside, cash, open, desk };
}
