import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/schema/index.ts';
import { tick } from '../../src/services/engine/tick.ts';
import { enrol } from '../../src/services/member/enrol.ts';
import { within } from '../../src/services/scope.ts';
import { wordsOn } from '../support/desk.ts';
import { makeOffice } from '../support/office.ts';
import { freshDatabase } from '../support/postgres/freshDatabase.ts';
import { start } from './assign/stage.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);

describe('one customer', () => {
  it('is given to the person at the end, by name or by mention', async () => {
    const { desk, book, owners } = await start(office);
    await book('1', 'Lagerhaus Nord', 100_00n);
    const { card: done } = await desk.type('U-Lena', '/assign lagerhaus @rita');
    expect(wordsOn(done)).toBe(
      'Moved Lagerhaus Nord · €100.00 overdue\nto Rita: 1 customer, €100.00 overdue',
    );
    expect(await owners()).toEqual(['1 Rita']);
    await desk.type('U-Lena', '/assign 1 <@U-Tom|tom>');
    expect(await owners()).toEqual(['1 Tom']);
    await desk.type('U-Lena', '/assign lagerhaus nord me');
    expect(await owners()).toEqual(['1 Lena']);
  });

  it('by a whole name is that one, even if others are called alike', async () => {
    const { desk, book, owners } = await start(office);
    await book('1', 'Lagerhaus', 100_00n);
    await book('2', 'Lagerhaus Nord', 100_00n);
    await desk.type('U-Lena', '/assign lagerhaus to @rita');
    expect(await owners()).toEqual(['1 Rita', '2 nobody']);
  });

  it('by a word that several have is asked about first', async () => {
    const { desk, book, owners } = await start(office);
    await book('1', 'Lagerhaus Süd', 100_00n);
    await book('2', 'Lagerhaus Nord', 200_00n);
    const { card: asking } = await desk.type('U-Lena', '/assign lagerhaus @rita');
    expect(wordsOn(asking)).toContain('This moves 2 customers · €300.00 overdue');
    expect(await owners()).toEqual(['1 nobody', '2 nobody']);
    const { card: moved } = await desk.press('U-Lena', asking!, 'Move');
    expect(wordsOn(moved)).toContain('Moved 2 customers');
    expect(await owners()).toEqual(['1 Rita', '2 Rita']);
  });

  it('that is there already stays, and says so', async () => {
    const { desk, book, idOf } = await start(office);
    await book('1', 'Lagerhaus', 100_00n, idOf('Rita'));
    expect(wordsOn((await desk.type('U-Lena', '/assign lagerhaus @rita')).card)).toContain('Nothing moved');
  });

  it('is given by the form behind a card’s button', async () => {
    const { desk, book, owners } = await start(office);
    const { caseIds } = await book('1', 'Lagerhaus', 100_00n);
    const { form } = await desk.act('U-Lena', {
      command: 'assign',
      action: 'open',
      args: { case: caseIds[0]! },
    });
    expect((await desk.submit('U-Lena', form!, { which: 'this' })).errors).toEqual({
      to: 'Choose who gets them.',
    });
    await desk.submit('U-Lena', form!, { which: 'this', to: 'U-Tom' });
    expect(await owners()).toEqual(['1 Tom']);
  });
});

describe('many customers', () => {
  it('of any filter of /overdue move at once', async () => {
    const { desk, book, owners, idOf } = await start(office);
    await book('1', 'Alt', 50_00n, idOf('Tom'));
    await book('2', 'Groß', 5_000_00n, idOf('Tom'));
    await desk.type('U-Lena', '/assign @tom >1000 @rita');
    expect(await owners()).toEqual(['1 Tom', '2 Rita']);
    await desk.type('U-Lena', '/assign 1-30 @lena');
    expect(await owners()).toEqual(['1 Lena', '2 Lena']);
  });

  it('beyond twenty are asked about, with their number, and move with the press', async () => {
    const { desk, book, owners } = await start(office);
    for (let n = 10; n < 31; n += 1) await book(String(n), `Kunde ${n}`, 100_00n);
    const { form } = await desk.type('U-Lena', '/assign');
    const { card: asking } = await desk.submit('U-Lena', form!, { which: 'nobody', to: 'U-Rita' });
    expect(wordsOn(asking)).toContain('This moves 21 customers · €2,100.00 overdue');
    expect(wordsOn(asking)).toContain('and 11 more');
    expect(new Set(await owners())).toEqual(
      new Set(Array.from({ length: 21 }, (_, n) => `${n + 10} nobody`)),
    );
    await desk.press('U-Lena', asking!, 'Move');
    expect((await owners()).every((line) => line.endsWith('Rita'))).toBe(true);
    expect((await desk.press('U-Lena', asking!, 'Move')).refusal).toContain(
      'No customer with something open',
    );
  });

  it('evenly go to the reps by what is overdue, those with an owner stay', async () => {
    const { desk, book, owners, idOf } = await start(office);
    await book('1', 'A', 900_00n, idOf('Rita'));
    await book('2', 'B', 500_00n);
    await book('3', 'C', 300_00n);
    await book('4', 'D', 200_00n);
    await book('5', 'E', 50_00n, idOf('Lena'));
    const { card: done } = await desk.type('U-Lena', '/assign evenly');
    expect(await owners()).toEqual(['1 Rita', '2 Tom', '3 Tom', '4 Tom', '5 Lena']);
    expect(wordsOn(done)).toContain('to Tom: 3 customers, €1,000.00 overdue');
    await desk.type('U-Lena', '/assign evenly all');
    expect(await owners()).toEqual(['1 Rita', '2 Tom', '3 Tom', '4 Tom', '5 Rita']);
    expect(wordsOn((await desk.type('U-Lena', '/assign evenly all')).card)).toContain('Nothing moved');
  });
});

describe('an assignment', () => {
  it('is written down for each customer and has its cases looked at', async () => {
    const { desk, book, workspaceId, people, idOf } = await start(office);
    await book('1', 'A', 100_00n, idOf('Tom'));
    await book('2', 'B', 100_00n);
    while (await tick(office, workspaceId));
    office.woken.length = 0;
    await desk.type('U-Max', '/assign 1-30 @rita');
    const entries = await within(office, workspaceId, ({ tx }) =>
      tx.select().from(audit).where(eq(audit.what, 'customer assigned')).orderBy(asc(audit.id)),
    );
    expect(entries).toEqual([
      expect.objectContaining({
        memberId: people.Max.memberId,
        details: { customer: '1', from: 'Tom', to: 'Rita' },
      }),
      expect.objectContaining({ details: { customer: '2', from: 'nobody', to: 'Rita' } }),
    ]);
    expect(office.woken).toContainEqual({ kind: 'tick', workspaceId });
  });

  it('is for leads, managers and admins, who are named to others', async () => {
    const { desk, book, owners } = await start(office);
    await book('1', 'Lagerhaus', 100_00n);
    const { refusal } = await desk.type('U-Rita', '/assign lagerhaus @tom');
    expect(refusal).toBe('This takes the role lead or manager or admin. Ask Lena, Max, Ada.');
    const press = { command: 'assign', action: 'move', args: { text: 'lagerhaus @tom' } };
    expect((await desk.act('U-Fiona', press)).refusal).toContain('Ask Lena, Max, Ada.');
    expect(await owners()).toEqual(['1 nobody']);
  });

  it.each([
    ['lagerhaus', 'Who gets them? End with the person'],
    ['@rita', 'Which customers does Rita get?'],
    ['lagerhaus @zoe', 'Nobody here is called "@zoe"'],
    ['gibtsnicht @rita', 'No customer with something open matches'],
    ['lagerhaus @fiona', 'Fiona makes no calls'],
    ['evenly @rita', '"evenly @rita" is not understood'],
    ['>viel @rita', '">viel" is not an amount'],
  ])('of "%s" is refused with the way out', async (text, answer) => {
    const { desk, book, owners } = await start(office);
    await book('1', 'Lagerhaus', 100_00n);
    expect((await desk.type('U-Lena', `/assign ${text}`)).refusal).toContain(answer);
    expect(await owners()).toEqual(['1 nobody']);
  });

  it('to a name that two people have asks which', async () => {
    const { desk, book, workspaceId } = await start(office);
    await enrol(office, workspaceId, [{ userId: 'U-Maxine', name: 'Maxine Moor', roles: ['rep'] }]);
    await book('1', 'Lagerhaus', 100_00n);
    expect((await desk.type('U-Lena', '/assign lagerhaus @ma')).refusal).toBe(
      '"@ma" could be Max or Maxine Moor: mention the person instead.',
    );
    expect(wordsOn((await desk.type('U-Lena', '/assign lagerhaus @max')).card)).toContain('to Max:');
  });
});
