import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { contact, letter, outbox, workspace as workspaces } from '../../../db/schema/index.ts';
import { tick } from '../../../src/services/engine/tick.ts';
import { bookCustomer } from '../../support/book.ts';
import { buttonsOf, wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('shadow mode', () => {
  async function withDemands() {
    const opened = await start(office);
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
    const { desk, inside } = await start(office);
    await desk.act('U-Max', { command: 'team', action: 'shadow', args: { on: false } });
    const { card } = await desk.type('U-Max', '/team');
    expect(buttonsOf(card!).at(-1)?.confirm?.title).toBe('Hold letters back?');
    await desk.press('U-Max', card!, 'Hold letters back');
    expect((await inside(({ tx }) => tx.select().from(workspaces)))[0]!.shadow).toBe(true);
  });
});
