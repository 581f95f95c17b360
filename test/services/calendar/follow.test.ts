import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { writeCalendarMark } from '../../../db/queries/clock/calendar-mark.ts';
import { writeWakeTimes } from '../../../db/queries/case/wake.ts';
import { cases, customer, invoice } from '../../../db/schema/index.ts';
import { followCalendars } from '../../../src/services/calendar/follow.ts';
import { redateInvoices } from '../../../src/services/calendar/redate.ts';
import { bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** A customer whose invoice is due on Epiphany, a Tuesday at work in Hamburg and a holiday in Stuttgart. */
async function start() {
  const { workspaceId } = await openTeam(office);
  const booked = await bookCustomer(office, workspaceId, {
    number: '1001',
    name: 'Lagerhaus',
    invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-01-06' }],
  });
  const [caseId = 0] = booked.caseIds;
  await look(office, workspaceId, ({ tx }) => writeWakeTimes(tx, [{ caseId, at: undefined }]));
  const facts = () =>
    look(office, workspaceId, async ({ tx }) => {
      const [row] = await tx.select({ on: invoice.effectiveDueOn }).from(invoice);
      const [woken] = await tx.select({ at: cases.wakeAt }).from(cases).where(eq(cases.id, caseId));
      return { on: row?.on, wakeAt: woken?.at };
    });
  return { workspaceId, customerId: booked.customerId, facts };
}

describe('holidays that a newer Dunwell knows', () => {
  it('have due days reckoned anew and every case looked at', async () => {
    const { workspaceId, facts } = await start();
    await look(office, workspaceId, async ({ tx, now }) => {
      await tx.update(invoice).set({ effectiveDueOn: '2026-01-07' });
      await writeCalendarMark(tx, JSON.stringify({ 'DE-': 'reckoned otherwise' }), now);
    });
    await followCalendars(office, workspaceId);
    expect(await facts()).toEqual({ on: '2026-01-06', wakeAt: office.now });
  });

  it('change nothing at a start at which they are the same, or at the first', async () => {
    const { workspaceId, facts } = await start();
    await followCalendars(office, workspaceId);
    await followCalendars(office, workspaceId);
    expect(await facts()).toEqual({ on: '2026-01-06', wakeAt: null });
  });
});

it('a customer who is in another region pays when that is open', async () => {
  const { workspaceId, customerId, facts } = await start();
  await look(office, workspaceId, async (scope) => {
    await scope.tx.update(customer).set({ country: 'DE', region: 'BW' }).where(eq(customer.id, customerId));
    await redateInvoices(scope);
  });
  expect((await facts()).on).toBe('2026-01-07');
});
