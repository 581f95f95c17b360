import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit, cases, member, routine, task } from '../../../db/schema/index.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { claim } from '../../../src/services/outbox/claim.ts';
import { bookCustomer } from '../../support/book.ts';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('a member who is changed', () => {
  it('keeps the team workable: the last admin stays, nobody stands above themselves', async () => {
    const { desk, edit } = await start(office);
    const ada = await edit('Ada');
    expect((await desk.submit('U-Ada', ada.form, { ...ada.values, roles: ['rep'] })).refusal).toContain(
      'Ada is the last active admin',
    );
    expect((await desk.submit('U-Ada', ada.form, { ...ada.values, lead: 'U-Ada' })).refusal).toContain(
      'Ada cannot be their own lead',
    );
    const rita = await edit('Rita');
    await desk.submit('U-Ada', rita.form, { ...rita.values, deputy: 'U-Tom' });
    const tom = await edit('Tom');
    expect((await desk.submit('U-Ada', tom.form, { ...tom.values, deputy: 'U-Rita' })).refusal).toContain(
      'in a circle (Tom → Rita → Tom)',
    );
  });

  it('two admins who send each other off at once leave one', async () => {
    const { desk, edit, inside } = await start(office);
    const lena = await edit('Lena');
    await desk.submit('U-Ada', lena.form, { ...lena.values, roles: ['admin'] });
    const off = async (userId: string, name: string) => {
      const { form, values } = await edit(name);
      return desk.submit(userId, form, { ...values, active: 'no' });
    };
    const answers = await Promise.all([off('U-Ada', 'Lena'), off('U-Lena', 'Ada')]);
    expect(answers.filter(({ card }) => card !== undefined)).toHaveLength(1);
    const admins = await inside(({ tx }) => tx.select().from(member).where(eq(member.active, true)));
    expect(admins.filter(({ roles }) => roles.includes('admin'))).toHaveLength(1);
  });

  it('in another zone gets the morning list at another moment, and their cases are looked at', async () => {
    const { desk, edit, inside, idOf, workspaceId } = await start(office);
    const rita = await idOf('Rita');
    await bookCustomer(office, workspaceId, {
      number: '1',
      name: 'Lagerhaus',
      ownerId: rita,
      invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-12-20' }],
    });
    while (await tick(office, workspaceId));
    const { form, values } = await edit('Rita');
    await desk.submit('U-Ada', form, { ...values, country: 'us', zone: 'America/New_York' });
    const [row] = await inside(({ tx }) => tx.select().from(routine).where(eq(routine.memberId, rita)));
    expect(row!.nextAt).toEqual(new Date('2026-11-23T14:00:00Z'));
    const [woken] = await inside(({ tx }) => tx.select().from(cases));
    expect(woken!.wakeAt).toEqual(office.now);
    const entries = await inside(({ tx }) => tx.select().from(audit).where(eq(audit.what, 'member changed')));
    expect(entries.map(({ details }) => details)).toEqual([
      { member: 'Rita', country: 'DE → US', zone: 'Europe/Berlin → America/New_York' },
    ]);
  });

  it('and deactivated hands the open tasks to the deputy at once, who is nudged about those that are due', async () => {
    const { desk, edit, inside, idOf, workspaceId } = await start(office);
    office.now = new Date('2026-11-23T09:00:00Z');
    const rita = await idOf('Rita');
    const { caseIds } = await bookCustomer(office, workspaceId, {
      number: '1',
      name: 'Lagerhaus',
      ownerId: rita,
      invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-12-20' }],
    });
    await inside(({ tx }) =>
      tx.insert(task).values({
        workspaceId,
        caseId: caseIds[0]!,
        kind: 'commitment',
        what: 'the delivery note',
        holderId: rita,
        firstHolderId: rita,
        dueAt: office.now,
        deadlineAt: new Date('2026-11-23T16:00:00Z'),
        openedAt: new Date('2026-11-23T08:00:00Z'),
      }),
    );
    while (await tick(office, workspaceId));
    const { form, values } = await edit('Rita');
    const done = await desk.submit('U-Ada', form, { ...values, deputy: 'U-Tom', active: 'no' });
    expect(wordsOn(done.card)).toBe(
      'Rita is deactivated; 1 open task went to the deputy or lead. 1 customer without an owner at work: move with /assign.',
    );
    while (await tick(office, workspaceId));
    const nudges = (await claim(office, workspaceId)).filter(({ notice }) => notice.kind === 'nudge');
    expect(nudges.map(({ to }) => to)).toEqual([{ kind: 'member', memberId: await idOf('Tom') }]);
    const keys = await inside(({ tx }) => tx.select({ key: routine.key }).from(routine));
    expect(keys.map(({ key }) => key)).not.toContain(`morning:${rita}`);
    expect(wordsOn((await desk.type('U-Ada', '/team')).card)).toContain('Rita · rep · deactivated');
  });

  it('and deactivated without a deputy leaves the tasks to the lead', async () => {
    const { desk, edit, inside, idOf, workspaceId, people } = await start(office);
    const rita = await idOf('Rita');
    const { caseIds } = await bookCustomer(office, workspaceId, {
      number: '1',
      name: 'Lagerhaus',
      ownerId: rita,
      invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-12-20' }],
    });
    const duty = {
      workspaceId,
      caseId: caseIds[0]!,
      kind: 'commitment',
      what: 'the delivery note',
      firstHolderId: rita,
      holderId: rita,
      dueAt: office.now,
      deadlineAt: new Date('2026-11-23T16:00:00Z'),
      openedAt: office.now,
    } as const;
    await inside(({ tx }) => tx.insert(task).values([duty, { ...duty, level: 'manager' }]));
    const { form, values } = await edit('Rita');
    await desk.submit('U-Ada', form, { ...values, active: 'no' });
    const rows = await inside(({ tx }) => tx.select().from(task).orderBy(asc(task.id)));
    expect(rows.map(({ holderId }) => holderId)).toEqual([people.Lena.memberId, people.Max.memberId]);
  });
});
