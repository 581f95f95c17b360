import { describe, expect, it } from 'vitest';
import { openTasks } from '../../../db/queries/task/find.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { setAbsence } from '../../../src/services/absence/set.ts';
import { type Next, recordConversation } from '../../../src/services/outcome/record.ts';
import { bookCustomer } from '../../support/book.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
/** It is Monday 23 November, 12:00 in Berlin. */
const office = makeOffice(database.appUrl);
const monday = businessDate('2026-11-23');

describe('a call back', () => {
  it('later today is a task of whoever agreed to it', async () => {
    const { agree, tasks, rita } = await conversation();
    await agree({ kind: 'call back', on: monday, at: '14:30' });
    expect(await tasks()).toEqual([
      expect.objectContaining({
        kind: 'call back',
        holderId: rita,
        dueAt: new Date('2026-11-23T13:30:00Z'),
        deadlineAt: new Date('2026-11-23T14:30:00Z'),
      }),
    ]);
  });

  it('at an hour that has passed is refused, and nothing is recorded', async () => {
    const { agree, tasks } = await conversation();
    await expect(agree({ kind: 'call back', on: monday, at: '11:59' })).rejects.toThrow(
      /11:59 .* has passed/,
    );
    expect(await tasks()).toEqual([]);
  });

  it('on a day on which they are away is a task of whoever stands in', async () => {
    const { agree, tasks, rita, away, lena } = await conversation();
    const tuesday = businessDate('2026-11-24');
    await away(tuesday);
    await agree({ kind: 'call back', on: tuesday, at: '10:00' });
    expect(await tasks()).toEqual([expect.objectContaining({ holderId: lena, inPlaceOf: rita })]);
  });

  it('beyond two business days is refused', async () => {
    const { agree } = await conversation();
    const thursday = businessDate('2026-11-26');
    await expect(agree({ kind: 'call back', on: thursday, at: '10:00' })).rejects.toThrow(/too far ahead/);
  });
});

describe('a commitment', () => {
  it('for today is due until the evening', async () => {
    const { agree, tasks } = await conversation();
    await agree({ kind: 'commitment', on: monday, what: 'send the signed delivery note' });
    expect(await tasks()).toEqual([
      expect.objectContaining({ kind: 'commitment', deadlineAt: new Date('2026-11-23T16:00:00Z') }),
    ]);
  });

  it('for a day whose work is over is refused', async () => {
    const { agree } = await conversation();
    const noon = office.now;
    office.now = new Date('2026-11-23T16:00:00Z');
    const late = agree({ kind: 'commitment', on: monday, what: 'send the signed delivery note' });
    await expect(late).rejects.toThrow(/working day .* is over/);
    office.now = noon;
  });

  it('for a closed day is refused', async () => {
    const { agree } = await conversation();
    const saturday = businessDate('2026-11-28');
    await expect(agree({ kind: 'commitment', on: saturday, what: 'call' })).rejects.toThrow(/business day/);
  });
});

async function conversation() {
  const { workspaceId, people } = await openTeam(office);
  const { caseIds } = await bookCustomer(office, workspaceId, {
    number: 'C-1',
    name: 'Nord',
    invoices: [{ number: 'R-1', amount: 10_000n, dueOn: '2026-11-02' }],
  });
  const [caseId = 0] = caseIds;
  return {
    rita: people.Rita.memberId,
    lena: people.Lena.memberId,
    away: (day: BusinessDate) =>
      setAbsence(office, people.Rita, { memberId: people.Rita.memberId, from: day, to: day }),
    agree: (next: Next) =>
      recordConversation(office, people.Rita, { caseId, spokeWith: 'Ms Berg', said: 'Call later', next }),
    tasks: () => look(office, workspaceId, ({ tx }) => openTasks(tx, caseIds)),
  };
}
