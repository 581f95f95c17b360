import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../support/browser/build-page.ts';
import { findChromium, openChromium } from '../support/browser/chromium.ts';
import { type Visitor, visit } from '../support/browser/visitor.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

const chromium = findChromium();
if (chromium !== undefined) await buildPage();

/** Tuesday 3 November, before work. */
const story = await startStory({ start: '2026-11-03 07:00' });
const overdue = { issued: '2026-10-01', due: '2026-10-30', phone: '+49 40 123', mail: 'ap@customer.example' };
const items = openItemsFile([
  { customer: '1001', name: 'Lagerhaus Nord GmbH', invoice: 'R-1', amount: '12400.00', ...overdue },
  { customer: '1002', name: 'Müller & Söhne <KG>', invoice: 'R-2', amount: '800.00', ...overdue },
]);

describe.skipIf(chromium === undefined)('somebody who has only a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dunwell-walk-'));
  let me: Visitor;

  beforeAll(async () => {
    const context = await openChromium(chromium ?? '', join(folder, 'profile'));
    me = await visit(context, story.dunwell.local!.workspace.pageUrl, folder);
    return async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    };
  });

  /** What was to be seen where the walk failed is kept for whoever has to find out why. */
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return;
    const kept = join(tmpdir(), `dunwell-walk-failed-${process.pid}.png`);
    await me.page.screenshot({ path: kept });
    process.stderr.write(`\n  "${task.name}" saw: ${kept}\n`);
  });

  const approve = async (thread: Locator): Promise<void> => {
    await me.press(thread, 'Approve');
    await me.press(me.dialog(), 'Approve');
  };

  test('drops an open-items file, answers one question and sees that the ledger matches it', async () => {
    await me.be('Fiona Falk', 'Dunwell');
    await me.drop('open.csv', items);
    await me.press(me.message('open.csv'), 'Set up and preview');
    await me.fill({ 'As of': '31/02/2026' }, 'Preview');
    await me.dialog().getByText('"31/02/2026" is not a day').waitFor();
    await me.fill({ 'As of': '2026-11-02' }, 'Preview');
    await me.press(me.message('issued and open'), /^Import 2 items · €13,200.00/);
    await me.press(me.dialog(), 'Import');
    expect(await me.read('it matches the file to the cent')).toContain('2 imported (€13,200.00)');
    expect(await me.picture('imported')).toBeGreaterThan(10_000);
  });

  test('gives the customers to a rep in one line', async () => {
    await me.be('Lena Lind', 'collections');
    await me.type('/assign >0 @rita');
    expect(await me.read('Moved 2 customers')).toContain('to Rita Reyes: 2 customers');
  });

  test('lets letters out, told first how many would go', async () => {
    await me.be('Max Moreau', 'Dunwell');
    await me.type('/team');
    await me.press(me.message('letters are held back'), 'Let letters out');
    await me.press(me.message('2 customers would get a letter'), 'Let them out');
    await me.press(me.dialog(), 'Let them out');
    expect(await me.read('Letters go out from now on')).toContain('Only visible to you');
  });

  test('finds the morning list at nine, the biggest first, with the number to dial', async () => {
    await me.be('Rita Reyes', 'Dunwell');
    await me.clockTo('08:00', /^\+1 hour/);
    await me.clockTo('09:00', /^\+1 hour/);
    const list = await me.read('Good morning, Rita');
    expect(list).toContain('2 calls · €13,200.00 overdue');
    expect(list.indexOf('Lagerhaus')).toBeLessThan(list.indexOf('Müller & Söhne <KG>'));
    expect(list).toContain('+49 40 123');
    expect(await me.picture('morning-list')).toBeGreaterThan(10_000);
  });

  test('is told beside the field what is wrong with a form, and keeps what was typed', async () => {
    await me.choose(me.message('Good morning, Rita'), 'Reached…');
    const told = { 'Who did you speak with?': 'Frau Kurz', 'What was said?': 'We pay on Friday <b>' };
    await me.fill({ ...told, 'When?': 'last week' }, 'Save');
    await me.dialog().getByText('"last week" is not').waitFor();
    expect(await me.dialog().getByLabel('Who did you speak with?').inputValue()).toBe('Frau Kurz');
    await me.fill({ 'When?': 'fri' }, 'Save');
    expect(await me.read('promised for Fri 6 Nov')).toContain('spoke with Frau Kurz');
  });

  test('sees the promise on the card in the channel, and who said it in its thread', async () => {
    await me.be('Rita Reyes', 'collections');
    const card = me.message('€12,400.00 promised for Fri 6 Nov rests');
    await card.getByRole('link', { name: /repl/ }).click();
    const thread = me.page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('€12,400.00 promised', { exact: true }).waitFor();
    await thread.getByText('“We pay on Friday <b>”').last().waitFor();
    expect(await me.picture('thread')).toBeGreaterThan(10_000);
  });

  test('forgets the other call, and finds it with the lead the next morning', async () => {
    await me.clockTo('Wednesday, 4 November 2026', /^Next business morning/);
    await me.be('Lena Lind', 'Dunwell');
    const taken = await me.read('1 call of Rita Reyes is yours now');
    expect(taken).toContain('Müller & Söhne <KG>');
    expect(taken).not.toContain('Lagerhaus');
  });

  test('finds the demand among the mails, with the letter as a PDF', async () => {
    await me.page.getByRole('navigation').getByRole('link', { name: 'Mail' }).click();
    await me.page.getByText('€800.00').first().click();
    await me.page.getByText('payment-demand-2026-11-03.pdf').waitFor();
    expect(await me.picture('mail')).toBeGreaterThan(10_000);
  });

  test('says that nothing is missing, so that claims need not wait for data', async () => {
    await me.be('Fiona Falk', 'Dunwell');
    for (const day of ['Thursday, 5 November 2026', 'Friday, 6 November 2026', 'Monday, 9 November 2026'])
      await me.clockTo(day, /^Next business morning/);
    await me.press(me.message('The ledger is as of Mon 2 Nov'), 'Nothing is missing');
    await me.fill({ 'All payments are in through': 'Fri 6 Nov' }, 'Save');
    expect(await me.read('The ledger covers Fri 6 Nov now')).toContain('what waited for it is judged');
  });

  test('cannot approve a claim on her own customer, but a manager can', async () => {
    await me.clockTo('09:00', /^\+1 hour/);
    await me.clockTo('10:00', /^\+1 hour/);
    await me.be('Rita Reyes', 'collections');
    await me.message('Müller & Söhne <KG> · €800.00').getByRole('link', { name: /repl/ }).click();
    const thread = me.page.getByRole('complementary', { name: 'Thread' });
    await approve(thread);
    await thread.getByText('You own this customer, so somebody else decides').waitFor();
    await me.be('Max Moreau', 'collections');
    await me.message('Müller & Söhne <KG> · €800.00').getByRole('link', { name: /repl/ }).click();
    expect(await me.picture('approval')).toBeGreaterThan(10_000);
    await approve(thread);
    await thread.getByText('Approved by Max Moreau').first().waitFor();
    await thread.getByRole('button', { name: 'Approve' }).waitFor({ state: 'detached' });
  });

  test('is told by the page when a command does not exist or takes another role', async () => {
    await me.be('Rita Reyes', 'collections');
    await me.type('/assign >0 @tom');
    expect(await me.read('This takes the role lead')).toContain('Lena Lind');
    await me.type('/nonsense');
    await me.page.getByText('/nonsense is not a valid command').waitFor();
  });

  test('met no error in the page on the way', () => {
    expect(me.faults).toEqual([]);
  });
});
