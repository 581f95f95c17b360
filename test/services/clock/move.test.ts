import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect, inWorkspace } from '../../../db/client.ts';
import { claimDueCases } from '../../../db/queries/case/claim-due.ts';
import { moveClock, nextMoment, stepTarget } from '../../../src/services/clock/move.ts';
import { businessNow } from '../../../src/services/clock/now.ts';
import { within } from '../../../src/services/scope.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { refusalOf } from '../../support/refusal.ts';
import { exportOf, importNow } from '../import/desk.ts';

const database = await freshDatabase();
/** Mon 23 November 2026, noon in Berlin; the clock underneath stands still. */
const office = makeOffice(database.appUrl);
const at = (text: string): Date => new Date(text);
const nothing = (): Promise<void> => Promise.resolve();
type Team = Awaited<ReturnType<typeof openTeam>>;

describe('moving the clock forward', () => {
  it('stops at every due moment, in order, and drains each before the next', async () => {
    const team = await quietTeam();
    const cases = ['2026-11-24T07:00:00Z', '2026-11-23T15:00:00Z', '2026-11-30T00:00:00Z'];
    await wakeCasesAt(team, cases);
    await planDigest(team, '2026-11-24T07:30:00Z');
    const stops = await stopsOnTheWay(team, at('2026-11-25T08:00:00Z'));
    expect(stops).toEqual([
      '2026-11-23T15:00:00.000Z',
      '2026-11-24T07:00:00.000Z',
      '2026-11-24T07:30:00.000Z',
      '2026-11-25T08:00:00.000Z',
    ]);
  });

  it('drains what was due already where it stands', async () => {
    const team = await quietTeam();
    await wakeCasesAt(team, ['2026-11-23T10:00:00Z']);
    expect(await stopsOnTheWay(team, at('2026-11-23T11:00:00Z'))).toEqual([
      '2026-11-23T11:00:00.000Z',
      '2026-11-23T11:00:00.000Z',
    ]);
  });

  it('never shows an earlier time than before, although the clock underneath runs on', async () => {
    const team = await quietTeam();
    let base = at('2026-11-23T11:00:00Z').getTime();
    const running = { ...office, baseNow: () => new Date((base += 250)) };
    await wakeCasesAt(team, ['2026-11-23T12:00:00Z', '2026-11-23T12:00:01Z', '2026-11-23T12:00:00.001Z']);
    const seen: Date[] = [];
    const look = async (): Promise<void> => {
      seen.push(await businessNow(running, team.workspaceId));
      await clearDue(team, seen.at(-1)!);
      seen.push(await businessNow(running, team.workspaceId));
    };
    await moveClock(running, team.workspaceId, at('2026-11-23T13:00:00Z'), look);
    expect(seen).toEqual(seen.toSorted((a, b) => a.getTime() - b.getTime()));
    expect(seen.length).toBeGreaterThanOrEqual(6);
    expect(seen.at(-1)!.getTime()).toBeGreaterThanOrEqual(at('2026-11-23T13:00:00Z').getTime());
  });

  it('waits for a worker that is busy with what is due', async () => {
    const team = await quietTeam();
    await wakeCasesAt(team, ['2026-11-23T12:00:00Z']);
    const worker = connect(database.appUrl, { max: 1 });
    let drains = 0;
    const drainBesideWorker = async (): Promise<void> => {
      drains += 1;
      if (drains === 1) return busy(worker, team);
      if (drains > 20) throw new Error('it does not wait');
      await passOverBusy(team);
    };
    await moveClock(office, team.workspaceId, at('2026-11-23T12:30:00Z'), drainBesideWorker);
    await worker.$client.end();
    expect(drains).toBe(3);
  });

  it('is refused while it is moving', async () => {
    const team = await quietTeam();
    const move = (drain: () => Promise<void>) =>
      moveClock(office, team.workspaceId, at('2026-11-23T12:00:00Z'), drain);
    let second: Promise<string> | undefined;
    await move(async () => {
      second ??= refusalOf(move(nothing));
      await second;
    });
    expect(await second).toBe('The clock is moving already: wait until it stands still.');
    await move(nothing);
  });

  it('goes on being possible after a drain that failed', async () => {
    const team = await quietTeam();
    const failing = (): Promise<void> => Promise.reject(new Error('planted'));
    const to = at('2026-11-23T12:00:00Z');
    await expect(moveClock(office, team.workspaceId, to, failing)).rejects.toThrow('planted');
    await moveClock(office, team.workspaceId, at('2026-11-23T13:00:00Z'), nothing);
    expect(await businessNow(office, team.workspaceId)).toEqual(at('2026-11-23T13:00:00Z'));
  });

  it('is refused where the clock is the machine’s', async () => {
    const team = await quietTeam();
    const fixed = { ...office, movableClock: false };
    expect(await refusalOf(moveClock(fixed, team.workspaceId, at('2026-12-01T08:00:00Z'), nothing))).toBe(
      'The business clock can only be moved in the local workspace.',
    );
  });

  it('moves no other workspace', async () => {
    const team = await quietTeam();
    const other = await quietTeam();
    await moveClock(office, team.workspaceId, at('2026-12-01T08:00:00Z'), nothing);
    expect(await businessNow(office, other.workspaceId)).toEqual(office.now);
  });
});

describe('moving the clock back', () => {
  it('is possible while there are no invoices, and plans the routines for then', async () => {
    const team = await openTeam(office);
    await moveClock(office, team.workspaceId, at('2020-04-20T06:00:00Z'), nothing);
    expect(await businessNow(office, team.workspaceId)).toEqual(at('2020-04-20T06:00:00Z'));
    const next = await nextMoment(office, team.workspaceId);
    expect(next).toEqual({ at: at('2020-04-20T06:30:00Z'), what: 'digest' });
  });

  it('is refused once there are some', async () => {
    const team = await openTeam(office);
    await importNow(office, team, exportOf({ invoice: 'R-1', open: '1.00' }));
    expect(await refusalOf(moveClock(office, team.workspaceId, at('2020-04-20T06:00:00Z'), nothing))).toBe(
      'The business clock only goes back while there are no invoices: this workspace has a past already.',
    );
    expect(await businessNow(office, team.workspaceId)).toEqual(office.now);
  });

  it('by less than a minute is no way back: the clock underneath ran on meanwhile', async () => {
    const team = await openTeam(office);
    await importNow(office, team, exportOf({ invoice: 'R-1', open: '1.00' }));
    let drains = 0;
    await moveClock(office, team.workspaceId, at('2026-11-23T10:59:30Z'), async () => {
      drains += 1;
      await clearDue(team, office.now);
    });
    expect(drains).toBeGreaterThan(0);
    expect(await businessNow(office, team.workspaceId)).toEqual(office.now);
  });
});

describe('a step', () => {
  it('is an hour, the next business morning, the next event or a moment', async () => {
    const team = await quietTeam();
    await wakeCasesAt(team, ['2026-11-23T17:45:00Z']);
    const target = (step: Parameters<typeof stepTarget>[2]) => stepTarget(office, team.workspaceId, step);
    expect(await target('hour')).toEqual(at('2026-11-23T12:00:00Z'));
    expect(await target('morning')).toEqual(at('2026-11-24T07:00:00Z'));
    expect(await target('event')).toEqual(at('2026-11-23T17:45:00Z'));
    expect(await target({ to: '2027-01-04T08:00:00+01:00' })).toEqual(at('2027-01-04T07:00:00Z'));
    expect(await refusalOf(target({ to: 'soon' }))).toMatch(/^"soon" is not a moment/);
  });

  it('to the morning leaps over weekends and holidays, and takes today’s when that is still to come', async () => {
    const team = await quietTeam();
    const morningAfter = async (now: string): Promise<Date> =>
      stepTarget({ ...office, baseNow: () => at(now) }, team.workspaceId, 'morning');
    expect(await morningAfter('2026-12-24T20:00:00Z')).toEqual(at('2026-12-28T07:00:00Z'));
    expect(await morningAfter('2026-11-23T05:00:00Z')).toEqual(at('2026-11-23T07:00:00Z'));
    expect(await morningAfter('2026-11-23T07:00:00Z')).toEqual(at('2026-11-24T07:00:00Z'));
  });

  it('to the next event is refused when nothing is planned', async () => {
    const team = await quietTeam();
    expect(await refusalOf(stepTarget(office, team.workspaceId, 'event'))).toMatch(
      /^Nothing is planned here yet/,
    );
  });
});

describe('what comes next', () => {
  it('is said in words: cases by the step they expect, routines by whose they are', async () => {
    const team = await quietTeam();
    const then = '2026-11-24T08:00:00Z';
    await wakeCasesAt(team, [then, then, then]);
    await inside(
      team,
      sql`update "case" set next_step = 'due-day-call', next_at = ${then}::timestamptz
      where id <> (select min(id) from "case")`,
    );
    await inside(
      team,
      sql`insert into routine (workspace_id, key, kind, member_id, next_at)
      select current_workspace(), 'morning:' || id, 'morning list', id, ${then}::timestamptz from member where name = 'Rita'`,
    );
    expect(await nextMoment(office, team.workspaceId)).toEqual({
      at: at(then),
      what: 'due day call for 2 cases, a look at a case and morning list of Rita',
    });
  });

  it('is a deadline where a task’s is', async () => {
    const team = await quietTeam();
    await wakeCasesAt(team, ['2026-11-24T08:00:00Z']);
    await inside(
      team,
      sql`insert into task (workspace_id, case_id, kind, what, holder_id, first_holder_id, due_at, deadline_at, opened_at)
      select current_workspace(), c.id, 'call', 'ladder', m.id, m.id, '2026-11-23T12:00Z', '2026-11-24T08:00Z', now()
      from "case" c, member m where m.name = 'Rita'`,
    );
    expect((await nextMoment(office, team.workspaceId))?.what).toBe('the deadline of a task');
  });

  it('is nothing where nothing is planned', async () => {
    expect(await nextMoment(office, (await quietTeam()).workspaceId)).toBeUndefined();
  });
});

/** A workspace in which nothing happens by itself. */
async function quietTeam(): Promise<Team> {
  const team = await openTeam(office);
  await inside(team, sql`delete from routine`);
  return team;
}

/** One case for each of these moments. */
async function wakeCasesAt(team: Team, moments: readonly string[]): Promise<void> {
  const rows = moments.map((_, n) => ({ invoice: `R-${n}`, open: '10.00', customer: `C-${n}` }));
  await importNow(office, team, exportOf(...rows));
  for (const [n, moment] of moments.entries())
    await inside(
      team,
      sql`update "case" set wake_at = ${moment}::timestamptz, next_step = null
      where customer_id = (select id from customer where number = ${`C-${n}`})`,
    );
}

async function planDigest(team: Team, moment: string): Promise<void> {
  await inside(
    team,
    sql`insert into routine (workspace_id, key, kind, next_at)
    values (current_workspace(), 'digest', 'digest', ${moment}::timestamptz)`,
  );
}

/** What a drain leaves behind: nothing that is due. */
async function clearDue(team: Team, now: Date): Promise<void> {
  const due = now.toISOString();
  await inside(team, sql`update "case" set wake_at = null where wake_at <= ${due}::timestamptz`);
  await inside(team, sql`delete from routine where next_at <= ${due}::timestamptz`);
}

async function stopsOnTheWay(team: Team, to: Date): Promise<readonly string[]> {
  const stops: string[] = [];
  await moveClock(office, team.workspaceId, to, async () => {
    const now = await businessNow(office, team.workspaceId);
    stops.push(now.toISOString());
    await clearDue(team, now);
  });
  return stops;
}

/** As the engine drains: what somebody else holds is left to them. */
async function passOverBusy({ workspaceId }: Team): Promise<void> {
  await within(office, workspaceId, async ({ tx, now }) => {
    const free = await claimDueCases(tx, now, 10);
    await tx.execute(
      sql`update "case" set wake_at = null where id = any(${`{${free.join(',')}}`}::bigint[])`,
    );
  });
}

/** A worker takes the due cases, and is done with them once the clock waits for it. */
async function busy(db: ReturnType<typeof connect>, team: Team): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    inWorkspace(db, team.workspaceId, async (tx) => {
      await tx.execute(sql`select id from "case" for update`);
      resolve();
      while (!(await somebodyWaits(team)));
    }).catch(reject);
  });
}

async function somebodyWaits(team: Team): Promise<boolean> {
  return within(office, team.workspaceId, async ({ tx }) => {
    const [row] = await tx.execute<{ waits: boolean }>(sql`
      select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`);
    return row?.waits ?? false;
  });
}

function inside({ workspaceId }: Team, query: ReturnType<typeof sql>): Promise<unknown> {
  return within(office, workspaceId, ({ tx }) => tx.execute(query));
}
