import { describe, expect, it } from 'vitest';
import { claimDueRoutines } from '../../../db/queries/routine/plan.ts';
import { enrol } from '../../../src/services/member/enrol.ts';
import { planRoutines } from '../../../src/services/routine/plan.ts';
import { look, makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

/** The team is opened on a Monday at noon; its digest comes at 08:30. */
const tuesdayMorning = new Date('2026-11-24T08:00:00Z');

async function dueRoutines(workspaceId: number, at: Date): Promise<readonly string[]> {
  const due = await look(office, workspaceId, ({ tx }) =>
    claimDueRoutines(tx, at, ['digest', 'morning list']),
  );
  return due.map((routine) => routine.key);
}

describe('planning routines anew', () => {
  it('leaves due what fell due while nobody looked', async () => {
    const { workspaceId } = await openTeam(office);
    expect(await dueRoutines(workspaceId, office.now)).toEqual([]);
    await at(tuesdayMorning, () =>
      enrol(office, workspaceId, [{ userId: 'U-Rita', name: 'Rita', roles: [] }]),
    );
    expect(await dueRoutines(workspaceId, tuesdayMorning)).toContain('digest');
  });

  it('gives what is still to come its new hour', async () => {
    const { workspaceId } = await openTeam(office);
    await look(office, workspaceId, (scope) =>
      planRoutines({ ...scope, workspace: { ...scope.workspace, digestAt: '11:00' } }),
    );
    expect(await dueRoutines(workspaceId, tuesdayMorning)).not.toContain('digest');
    expect(await dueRoutines(workspaceId, new Date('2026-11-24T10:00:00Z'))).toContain('digest');
  });
});

async function at<T>(moment: Date, act: () => Promise<T>): Promise<T> {
  const before = office.now;
  office.now = moment;
  try {
    return await act();
  } finally {
    office.now = before;
  }
}
