import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { team } from '../../commands/team.ts';
import {
  audit,
  cases,
  contact,
  invoice,
  letter,
  member,
  miss,
  outbox,
  routine,
  task,
  workspace as workspaces,
} from '../../db/schema/index.ts';
import type { FormValues } from '../../src/chat/types.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { enrol } from '../../src/services/member/enrol.ts';
import { roster } from '../../src/services/member/roster.ts';
import { claim } from '../../src/services/outbox/claim.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import { bookCustomer } from '../support/book.ts';
import { buttonsOf, openDesk, wordsOn } from '../support/desk.ts';
import { makeOffice, openTeam } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

async function start() {
  // Monday, nine in the morning in Berlin.
  office.now = new Date('2026-11-23T08:00:00Z');
  const opened = await openTeam(office);
  const { workspaceId } = opened;
  await enrol(office, workspaceId, [{ userId: 'U-Tom', name: 'Tom', roles: ['rep'] }]);
  const inside = <T>(work: (scope: Scope) => Promise<T>): Promise<T> => within(office, workspaceId, work);
  const idOf = async (name: string): Promise<number> =>
    [...(await inside(roster)).values()].find((one) => one.name === name)!.id;
  const desk = openDesk(office, workspaceId, [team]);
  const edit = async (name: string) => {
    const action = { command: 'team', action: 'edit', args: { member: await idOf(name) } };
    const { form } = await desk.act('U-Ada', action);
    return { form: form!, values: valuesOf(form!.fields) };
  };
  return { ...opened, inside, idOf, desk, edit };
}

/** What a form says if nobody changes anything. */
function valuesOf(
  fields: readonly { readonly name: string; readonly initial?: string | readonly string[] }[],
): FormValues {
  return Object.fromEntries(
    fields.flatMap(({ name, initial }) => (initial === undefined ? [] : [[name, initial]])),
  );
}

const rowOf = (words: string, name: string): string =>
  words
    .split('\n')
    .slice(...lines(words, name))
    .join('\n');
const lines = (words: string, name: string): [number, number] => {
  const at = words.split('\n').findIndex((line) => line.startsWith(`${name} ·`));
  return [at, at + 3];
};

describe('the team’s card', () => {
  it('shows roles, hours and who stands above whom', async () => {
    const { desk, edit } = await start();
    const { form, values } = await edit('Rita');
    await desk.submit('U-Ada', form, {
      ...values,
      lead: 'U-Lena',
      manager: 'U-Max',
      deputy: 'U-Tom',
      region: 'be',
    });
    const words = wordsOn((await desk.type('U-Rita', '/team')).card);
    expect(words).toContain(
      'Rita · rep\n09:00–17:00 Europe/Berlin, DE-BE · lead Lena · manager Max · deputy Tom',
    );
    expect(words).toContain('letters are held back (shadow mode)');
  });

  it('counts work and misses for those alone who answer for them', async () => {
    const { desk, edit, inside, idOf, workspaceId } = await start();
    const rita = await idOf('Rita');
    const { caseIds } = await bookCustomer(office, workspaceId, {
      number: '1',
      name: 'Lagerhaus',
      ownerId: rita,
      invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-11-20' }],
    });
    await inside(async ({ tx }) => {
      const [row] = await tx
        .insert(task)
        .values({
          workspaceId,
          caseId: caseIds[0]!,
          kind: 'call',
          step: 'friendly-call',
          what: 'ladder',
          holderId: rita,
          firstHolderId: rita,
          dueAt: office.now,
          deadlineAt: office.now,
          openedAt: office.now,
        })
        .returning();
      const missed = {
        workspaceId,
        taskId: row!.id,
        memberId: rita,
        level: 'owner',
        nextHolderId: rita,
      } as const;
      await tx.insert(miss).values([
        { ...missed, at: office.now, onDay: '2026-11-23' },
        { ...missed, at: office.now, onDay: '2026-11-20' },
      ]);
    });
    const seen = async (userId: string): Promise<string> =>
      rowOf(wordsOn((await desk.type(userId, '/team')).card), 'Rita');
    const tally = '1 customer · 1 open task · 1 missed this week';
    for (const userId of ['U-Rita', 'U-Lena', 'U-Max', 'U-Ada']) expect(await seen(userId)).toContain(tally);
    for (const userId of ['U-Tom', 'U-Fiona']) expect(await seen(userId)).not.toContain('missed');
    const { form, values } = await edit('Rita');
    await desk.submit('U-Ada', form, { ...values, lead: 'U-Tom' });
    expect(await seen('U-Tom')).toContain(tally);
    expect(await seen('U-Lena')).not.toContain('missed');
  });

  it('has its controls for those alone who may use them', async () => {
    const { desk } = await start();
    const labels = async (userId: string) => [
      ...new Set(buttonsOf((await desk.type(userId, '/team')).card!).map(({ label }) => label)),
    ];
    expect(await labels('U-Rita')).toEqual([]);
    expect(await labels('U-Max')).toEqual(['Let letters out…']);
    expect(await labels('U-Ada')).toEqual([
      'Edit',
      'Add person',
      'Settings',
      'Let letters out…',
      'Late payment…',
      'Reference rates…',
    ]);
  });

  it('refuses its presses to others by name', async () => {
    const { desk, idOf } = await start();
    const press = (userId: string, action: string, args = {}) =>
      desk.act(userId, { command: 'team', action, args });
    for (const action of ['add', 'edit', 'settings'])
      expect((await press('U-Max', action, { member: await idOf('Rita') })).refusal).toBe(
        'This takes the role admin. Ask Ada.',
      );
    expect((await press('U-Lena', 'shadow', { on: false })).refusal).toBe(
      'This takes the role manager or admin. Ask Max, Ada.',
    );
  });
});

describe('a person who is added', () => {
  it('is in the team, with a morning list of their own', async () => {
    const { desk, inside, idOf } = await start();
    const { card } = await desk.type('U-Ada', '/team');
    const { form } = await desk.press('U-Ada', card!, 'Add person');
    const values = { ...valuesOf(form!.fields), person: 'U-Nina', name: 'Nina', roles: ['rep', 'lead'] };
    expect(wordsOn((await desk.submit('U-Ada', form!, values)).card)).toContain(
      'Nina is in the team now: rep, lead.',
    );
    const keys = await inside(({ tx }) => tx.select({ key: routine.key }).from(routine));
    expect(keys.map(({ key }) => key)).toContain(`morning:${await idOf('Nina')}`);
    expect((await desk.submit('U-Ada', form!, values)).refusal).toBe(
      'Nina is a member already: use Edit beside the name.',
    );
  });

  it('with wrong values is refused field by field', async () => {
    const { desk, inside } = await start();
    const { form } = await desk.act('U-Ada', { command: 'team', action: 'add', args: {} });
    const { errors } = await desk.submit('U-Ada', form!, {
      person: 'U-Nina',
      country: 'XX',
      zone: 'Middle/Earth',
      from: '17:00',
      to: '9:00',
      deputy: 'U-Stranger',
    });
    expect(errors).toEqual({
      name: expect.stringContaining('Write the name'),
      roles: expect.stringContaining('at least one role'),
      country: expect.stringContaining('"XX"'),
      zone: expect.stringContaining('"Middle/Earth" is not a time zone'),
      to: 'Hours from 17:00 to 09:00 are empty: let them end later the same day.',
      deputy: expect.stringContaining('not in the team yet'),
    });
    expect((await desk.submit('U-Ada', form!, {})).errors).toEqual({ person: 'Choose who comes in.' });
    expect(await inside(({ tx }) => tx.select().from(member))).toHaveLength(6);
  });
});

describe('a member who is changed', () => {
  it('keeps the team workable: the last admin stays, nobody stands above themselves', async () => {
    const { desk, edit } = await start();
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
    const { desk, edit, inside } = await start();
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
    const { desk, edit, inside, idOf, workspaceId } = await start();
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
    const { desk, edit, inside, idOf, workspaceId } = await start();
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
        openedAt: office.now,
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
    const { desk, edit, inside, idOf, workspaceId, people } = await start();
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

describe('the settings', () => {
  async function open() {
    const opened = await start();
    const { card } = await opened.desk.type('U-Ada', '/team');
    const { form } = await opened.desk.press('U-Ada', card!, 'Settings');
    const save = (changes: FormValues) =>
      opened.desk.submit('U-Ada', form!, { ...valuesOf(form!.fields), ...changes });
    const row = async () => (await opened.inside(({ tx }) => tx.select().from(workspaces)))[0]!;
    return { ...opened, save, row };
  }

  it('that are saved as they are change nothing', async () => {
    const { save } = await open();
    expect(wordsOn((await save({})).card)).toBe('Nothing is different.');
    await save({ creditorName: 'Acme', replyTo: 'ar@acme.test' });
    expect(wordsOn((await save({ creditorName: 'Acme', replyTo: 'ar@acme.test' })).card)).toBe(
      'Nothing is different.',
    );
  });

  it('are kept, with channel ids out of mentions and amounts as hundredths', async () => {
    const { save, row, desk } = await open();
    const done = await save({
      channel: '<#C0COLLECT|collections>',
      digestAt: '9:15',
      calls: '20',
      cards: '7',
      floor: '50,5',
      twoPersonsFrom: '25.000',
      creditorName: 'Acme GmbH',
      creditorAddress: 'Hafen 1\nHamburg',
      replyTo: 'Buchhaltung <ar@acme.test>',
      bankDetails: 'DE00 1234',
      dateOrder: 'MDY',
    });
    expect(wordsOn(done.card)).toBe(
      'Saved: order of dates, team channel, digest hour, new calls a day, new cards a day, floor, two people for a hold, creditor.',
    );
    expect(await row()).toMatchObject({
      teamChannel: 'C0COLLECT',
      digestAt: '09:15',
      dailyCallCap: 20,
      dailyCardCap: 7,
      floor: 5_050n,
      twoPersonsFrom: 2_500_000n,
      dateOrder: 'MDY',
      creditor: {
        name: 'Acme GmbH',
        address: 'Hafen 1\nHamburg',
        replyTo: 'ar@acme.test',
        bankDetails: 'DE00 1234',
      },
    });
    expect(wordsOn((await desk.type('U-Ada', '/team')).card)).toContain(
      'two people lift a hold from 25,000.00',
    );
  });

  it('with wrong values are refused field by field, and nothing is saved', async () => {
    const { save, row } = await open();
    const before = await row();
    const { errors } = await save({
      country: 'ZZ',
      zone: 'Berlin',
      channel: '#collections',
      digestAt: '25:00',
      calls: '-1',
      cards: '101',
      floor: 'all',
      twoPersonsFrom: '$10k',
      replyTo: 'nobody',
    });
    expect(Object.keys(errors!).sort()).toEqual(
      [
        'calls',
        'cards',
        'channel',
        'country',
        'digestAt',
        'floor',
        'replyTo',
        'twoPersonsFrom',
        'zone',
      ].sort(),
    );
    expect(errors!['channel']).toContain('"#collections" cannot be looked up by name');
    expect(errors!['twoPersonsFrom']).toContain('"$10k" is not an amount: write for example 10,000');
    expect(await row()).toEqual(before);
  });

  it('of another country move the due days that fall on its closed days, and the digest', async () => {
    const { save, inside, workspaceId } = await open();
    // Thanksgiving: closed in the United States, open in Germany.
    await bookCustomer(office, workspaceId, {
      number: '1',
      name: 'Lagerhaus',
      invoices: [{ number: 'R-1', amount: 100_00n, dueOn: '2026-11-26' }],
    });
    while (await tick(office, workspaceId));
    await save({ country: 'US', zone: 'America/New_York' });
    const [moved] = await inside(({ tx }) => tx.select().from(invoice));
    expect(moved).toMatchObject({ dueOn: '2026-11-26', effectiveDueOn: '2026-11-27' });
    const [digest] = await inside(({ tx }) => tx.select().from(routine).where(eq(routine.key, 'digest')));
    expect(digest!.nextAt).toEqual(new Date('2026-11-23T13:30:00Z'));
    const [woken] = await inside(({ tx }) => tx.select().from(cases));
    expect(woken!.wakeAt).toEqual(office.now);
  });
});

describe('shadow mode', () => {
  async function withDemands() {
    const opened = await start();
    const { workspaceId, inside } = opened;
    // Letters wait for fresh data.
    await inside(({ tx }) => tx.update(workspaces).set({ ledgerCovers: '2026-11-20' }));
    for (const number of ['1', '2']) {
      const { customerId } = await bookCustomer(office, workspaceId, {
        number,
        name: `Kunde ${number}`,
        invoices: [{ number: `R-${number}`, amount: 100_00n, dueOn: '2026-11-17' }],
      });
      if (number === '1')
        await inside(({ tx }) =>
          tx
            .insert(contact)
            .values({ workspaceId, customerId, name: 'Anna', role: 'accounts payable', email: 'a@b.test' }),
        );
    }
    while (await tick(office, workspaceId));
    return opened;
  }

  it('is left by a manager who was told how many customers get letters', async () => {
    const { desk, inside, workspaceId } = await withDemands();
    const { card } = await desk.type('U-Max', '/team');
    const { card: asking } = await desk.press('U-Max', card!, 'Let letters out…');
    expect(wordsOn(asking)).toContain('1 customer would get a letter in the next business hours.');
    expect(wordsOn(asking)).toContain('1 other customer would, but there is no mail address that works.');
    expect(await inside(({ tx }) => tx.select().from(letter).where(eq(letter.status, 'queued')))).toEqual([]);
    await desk.press('U-Max', asking!, 'Let them out');
    while (await tick(office, workspaceId));
    expect(
      await inside(({ tx }) => tx.select().from(letter).where(eq(letter.status, 'queued'))),
    ).toHaveLength(1);
    expect(await inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.class, 'mail')))).toHaveLength(
      1,
    );
    expect((await desk.press('U-Ada', asking!, 'Let them out')).refusal).toContain('Letters go out already');
  });

  it('counts at night what goes out in the morning', async () => {
    const { desk } = await withDemands();
    office.now = new Date('2026-11-23T21:00:00Z');
    const { card } = await desk.act('U-Max', { command: 'team', action: 'letters', args: {} });
    expect(wordsOn(card)).toContain('1 customer would get a letter');
  });

  it('is entered again by one press that asks first', async () => {
    const { desk, inside } = await start();
    await desk.act('U-Max', { command: 'team', action: 'shadow', args: { on: false } });
    const { card } = await desk.type('U-Max', '/team');
    expect(buttonsOf(card!).at(-1)?.confirm?.title).toBe('Hold letters back?');
    await desk.press('U-Max', card!, 'Hold letters back');
    expect((await inside(({ tx }) => tx.select().from(workspaces)))[0]!.shadow).toBe(true);
  });
});
