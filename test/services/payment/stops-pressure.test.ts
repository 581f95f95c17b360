import { describe, expect, it } from 'vitest';
import { task, workspace as workspaces } from '../../../db/schema/index.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { claim } from '../../../src/services/outbox/claim.ts';
import { advisePayment } from '../../../src/services/payment/advise.ts';
import { recordPayment } from '../../../src/services/payment/record.ts';
import { type Scope, within } from '../../../src/services/scope.ts';
import { type BookedInvoice, bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
const today = businessDate('2026-11-23');

/** Monday noon: Rita's call is due, and the nudge about it waits in the outbox. */
async function withNudge(alsoOpen: readonly BookedInvoice[] = []) {
  office.now = new Date('2026-11-23T11:00:00Z');
  const { workspaceId, people } = await openTeam(office);
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  await inside(({ tx }) => tx.update(workspaces).set({ ledgerCovers: '2026-11-20' }));
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: '1',
    name: 'Lagerhaus',
    ownerId: people.Rita.memberId,
    invoices: [{ number: 'R-1', amount: 830_000n, dueOn: '2026-11-17' }, ...alsoOpen],
  });
  while (await tick(office, workspaceId));
  const calls = () => inside(({ tx }) => tx.select().from(task));
  expect(await calls()).toMatchObject([{ kind: 'call', status: 'open', holderId: people.Rita.memberId }]);
  const nudged = async () => {
    while (await tick(office, workspaceId));
    // The first word about what just came up waits some minutes for more of it.
    office.now = new Date(office.now.getTime() + 300_000);
    const claimed = await claim(office, workspaceId);
    return claimed.filter(({ notice }) => notice.kind === 'nudge');
  };
  return { workspaceId, people, caseId: caseIds[0]!, calls, nudged };
}

describe('a call that is open, with a nudge in the outbox', () => {
  it('is nudged about if nothing comes', async () => {
    const { nudged } = await withNudge();
    expect(await nudged()).toHaveLength(1);
  });

  it('is cancelled when finance records what it was about, and nothing is sent', async () => {
    const { people, caseId, calls, nudged } = await withNudge();
    await recordPayment(office, people.Fiona, { caseId, amount: 830_000n, receivedOn: today });
    expect(await nudged()).toEqual([]);
    expect(await calls()).toMatchObject([{ status: 'cancelled', fence: 1 }]);
  });

  it('is cancelled, too, when another invoice of the customer is not due yet', async () => {
    const later = { number: 'R-2', amount: 100_00n, dueOn: '2026-12-18' };
    const { people, caseId, calls, nudged } = await withNudge([later]);
    await recordPayment(office, people.Fiona, { caseId, amount: 830_000n, receivedOn: today });
    expect(await nudged()).toEqual([]);
    expect(await calls()).toMatchObject([{ status: 'cancelled' }]);
  });

  it('stays when only a part was paid', async () => {
    const { people, caseId, calls, nudged } = await withNudge();
    await recordPayment(office, people.Fiona, { caseId, amount: 400_000n, receivedOn: today });
    expect(await nudged()).toHaveLength(1);
    expect(await calls()).toMatchObject([{ status: 'open' }]);
  });

  it('is cancelled when all of it is on its way', async () => {
    const { people, caseId, calls, nudged } = await withNudge();
    await advisePayment(office, people.Rita, { caseId, amount: 830_000n });
    expect(await nudged()).toEqual([]);
    expect(await calls()).toMatchObject([{ status: 'cancelled' }]);
  });
});

describe('a payment advised', () => {
  it('rests three business days; then pressure goes on', async () => {
    const { people, caseId, workspaceId, calls } = await withNudge();
    expect(await advisePayment(office, people.Rita, { caseId, amount: 830_000n })).toBe('2026-11-26');
    while (await tick(office, workspaceId));
    const move = async (now: string, covers: string): Promise<void> => {
      office.now = new Date(now);
      await within(office, workspaceId, ({ tx }) => tx.update(workspaces).set({ ledgerCovers: covers }));
      while (await tick(office, workspaceId));
    };
    await move('2026-11-25T11:00:00Z', '2026-11-24');
    expect((await calls()).map(({ status }) => status)).toEqual(['cancelled']);
    await move('2026-11-26T11:00:00Z', '2026-11-25');
    expect((await calls()).map(({ status }) => status)).toEqual(['cancelled', 'open']);
  });
});
