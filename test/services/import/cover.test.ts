import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { coverThrough } from '../../../src/services/import/cover.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { refusalOf } from '../../support/refusal.ts';
import { day, exportOf, importNow } from './desk.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
type Team = Awaited<ReturnType<typeof openTeam>>;

describe('saying that all cash is in', () => {
  it('brings the ledger up to that day, wakes every case and is on record', async () => {
    const team = await withLedger();
    await inside(team, sql`update "case" set wake_at = null`);
    await coverThrough(office, team.people.Fiona, day('2026-11-22'));
    expect(await inside(team, sql`select ledger_covers from workspace`)).toEqual([
      { ledger_covers: '2026-11-22' },
    ]);
    expect(await inside(team, sql`select count(*)::int as asleep from "case" where wake_at is null`)).toEqual(
      [{ asleep: 0 }],
    );
    const said = sql`select member_id::int as by, details from audit where what = 'ledger covered'`;
    expect(await inside(team, said)).toEqual([
      { by: team.people.Fiona.memberId, details: { through: '2026-11-22', before: '2026-11-20' } },
    ]);
    expect(office.woken.at(-1)).toEqual({ kind: 'tick', workspaceId: team.workspaceId });
  });

  it.each([
    ['2026-11-24', 'Tue 24 Nov is still to come: the ledger can cover today (Mon 23 Nov) at most.'],
    ['2026-11-20', 'The ledger covers Fri 20 Nov already: choose a day after it.'],
    ['2026-11-02', 'The ledger covers Fri 20 Nov already: choose a day after it.'],
  ])('through %s is refused', async (through, reason) => {
    const team = await withLedger();
    expect(await refusalOf(coverThrough(office, team.people.Ada, day(through)))).toBe(reason);
  });

  it('is refused before there is a ledger, and to whoever does not look after it', async () => {
    const team = await openTeam(office);
    const through = day('2026-11-22');
    expect(await refusalOf(coverThrough(office, team.people.Fiona, through))).toMatch(
      /^There is no ledger yet/,
    );
    expect(await refusalOf(coverThrough(office, team.people.Rita, through))).toBe(
      'You cannot say how far the ledger reaches: that is for finance or admin (Fiona, Ada).',
    );
  });
});

async function withLedger(): Promise<Team> {
  const team = await openTeam(office);
  await importNow(office, team, exportOf({ invoice: 'R-1', open: '1.00' }));
  return team;
}

function inside(
  { workspaceId }: Team,
  query: ReturnType<typeof sql>,
): Promise<readonly Record<string, unknown>[]> {
  return within(office, workspaceId, async ({ tx }) => [...(await tx.execute(query))]);
}
