import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { cases, invoice, routine, workspace as workspaces } from '../../../db/schema/index.ts';
import type { FormValues } from '../../../src/chat/types.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { bookCustomer } from '../../support/book.ts';
import { wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start, valuesOf } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('the settings', () => {
  async function open() {
    const opened = await start(office);
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
