import { describe, expect, it } from 'vitest';
import { miss, task } from '../../../db/schema/index.ts';
import { bookCustomer } from '../../support/book.ts';
import { buttonsOf, wordsOn } from '../../support/desk.ts';
import { makeOffice } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';
import { start } from './stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

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
    const { desk, edit } = await start(office);
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
    const { desk, edit, inside, idOf, workspaceId } = await start(office);
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
    const { desk } = await start(office);
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
    const { desk, idOf } = await start(office);
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
