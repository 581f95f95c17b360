import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { customer, member, task, workspace as workspaces } from '../../../db/schema/index.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { setAbsence } from '../../../src/services/absence/set.ts';
import { assign } from '../../../src/services/customer/assign.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { enrol } from '../../../src/services/member/enrol.ts';
import { roster } from '../../../src/services/member/roster.ts';
import { within } from '../../../src/services/scope.ts';
import { bookCustomer } from '../../support/book.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** Berlin's team, with Taro in Tokyo, who is nobody's deputy yet; a customer of Rita's whose invoice was due on Friday. */
async function desk(place: { country: string; zone: string } = { country: 'DE', zone: 'Europe/Berlin' }) {
  office.now = new Date('2026-11-22T10:00:00Z');
  const { workspaceId, people } = await openTeam(office);
  const look = <T>(work: Parameters<typeof within<T>>[2]): Promise<T> => within(office, workspaceId, work);
  await enrol(office, workspaceId, [{ userId: 'U-Taro', name: 'Taro', roles: ['rep'], zone: 'Asia/Tokyo' }]);
  const taro = await look(
    async (scope) => [...(await roster(scope)).values()].find(({ name }) => name === 'Taro')!.id,
  );
  await look(async ({ tx }) => {
    await tx.update(workspaces).set({ ledgerCovers: '2026-11-20' });
    await tx.update(member).set({ country: 'JP' }).where(eq(member.id, taro));
    await tx.update(member).set({ deputyId: taro }).where(eq(member.id, people.Rita.memberId));
  });
  const invoices = [{ number: 'R-1', amount: 900_000n, dueOn: '2026-11-19' }];
  const ownerId = people.Rita.memberId;
  const { customerId } = await bookCustomer(office, workspaceId, {
    number: '1',
    name: 'Nord',
    ownerId,
    invoices,
  });
  await look(({ tx }) => tx.update(customer).set(place).where(eq(customer.id, customerId)));
  const callsAt = async (time: string) => {
    office.now = new Date(time);
    while (await tick(office, workspaceId));
    return look(({ tx }) => tx.select({ holder: task.holderId, inPlaceOf: task.inPlaceOf }).from(task));
  };
  return { people, taro, callsAt, rita: people.Rita.memberId };
}

describe('a call goes to', () => {
  it('its owner, in whose hours it is', async () => {
    const { callsAt, rita } = await desk();
    expect(await callsAt('2026-11-23T07:00:00Z')).toEqual([{ holder: rita, inPlaceOf: null }]);
  });

  it('the deputy, when the customer’s hours and the owner’s do not overlap', async () => {
    const { callsAt, rita, taro } = await desk({ country: 'JP', zone: 'Asia/Tokyo' });
    expect(await callsAt('2026-11-24T00:00:00Z')).toEqual([{ holder: taro, inPlaceOf: rita }]);
  });

  it('the lead, when the deputy’s do not overlap either', async () => {
    const { callsAt, people, rita } = await desk();
    office.now = new Date('2026-11-22T11:00:00Z');
    const days = { from: businessDate('2026-11-23'), to: businessDate('2026-11-24') };
    await setAbsence(office, people.Rita, { memberId: rita, ...days });
    expect(await callsAt('2026-11-23T07:00:00Z')).toEqual([
      { holder: people.Lena.memberId, inPlaceOf: rita },
    ]);
  });

  it('whoever stands in for a new owner who is away', async () => {
    const { callsAt, people, taro } = await desk();
    await callsAt('2026-11-23T07:00:00Z');
    const today = businessDate('2026-11-23');
    await setAbsence(office, people.Max, {
      memberId: taro,
      from: today,
      to: today,
      deputyId: people.Ada.memberId,
    });
    const wish = { kind: 'to', filter: { customer: 'Nord' }, ownerId: taro } as const;
    expect(await assign(office, people.Lena, wish)).toMatchObject({ tasks: 1 });
    const [call] = await callsAt('2026-11-23T07:30:00Z');
    expect(call).toEqual({ holder: people.Ada.memberId, inPlaceOf: taro });
  });
});
