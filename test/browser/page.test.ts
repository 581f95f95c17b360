import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPage } from '../support/browser/build-page.ts';
import { findChromium, openChromium } from '../support/browser/chromium.ts';
import { ANA, BEN, CHANNEL, openOffice, openWorkspace } from '../workspace/support/office.ts';

const chromium = findChromium();
const folder = mkdtempSync(join(tmpdir(), 'dunwell-page-'));
const pageFolder = join(folder, 'page');
if (chromium !== undefined) await buildPage(pageFolder);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(chromium === undefined)('the page of the workspace', () => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await openChromium(chromium ?? '', join(folder, 'profile'));
    return () => context.close();
  });

  /** Ana's window: the first of the team is who one is at first. */
  const open = async (url: string, width = 1280): Promise<Page> => {
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(15_000);
    await page.setViewportSize({ width, height: 740 });
    await page.goto('about:blank');
    await page.goto(url);
    await page.getByRole('log').waitFor();
    return page;
  };

  test('says what is new and what calls one, over a reload, until it is read', async () => {
    const { workspace } = await openOffice(undefined, { pageFolder });
    const [ana, ben] = [workspace.as(ANA), workspace.as(BEN)];
    const asked = await ana.say(CHANNEL, 'who takes it?');
    const page = await open(workspace.pageUrl);
    const told = page.waitForResponse('**/page/seen');
    await page.goto(`${workspace.url}/#/${CHANNEL}/${asked.ts}`);
    await told;
    await page.getByRole('link', { name: 'Dunwell' }).click();
    await page.getByRole('heading', { name: 'Dunwell', level: 1 }).waitFor();

    await ben.say(CHANNEL, 'nothing urgent');
    await titled(page, '• Lagerhaus AG');
    await ben.say(CHANNEL, 'I do', asked.ts);
    await ben.say(CHANNEL, 'look at this, @Ana');
    await titled(page, '(1) Lagerhaus AG');
    await page.reload();
    await titled(page, '(1) Lagerhaus AG');
    await page.getByRole('link', { name: /collections 1 unread/ }).click();
    const lines = await page.getByRole('log').innerText();
    expect(lines.indexOf('who takes it?')).toBeLessThan(lines.indexOf('New'));
    expect(lines.indexOf('New')).toBeLessThan(lines.indexOf('nothing urgent'));
    await page.getByRole('link', { name: '1 reply 1 new' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('I do').waitFor();
    await page.getByText('1 new').waitFor({ state: 'detached' });
    await titled(page, 'Lagerhaus AG');
  });

  test('can be used without a mouse, and the focus comes back to where one was', async () => {
    const saved: string[] = [];
    const { workspace, app } = await openOffice((bolt) => answerWithForms(bolt, saved), { pageFolder });
    await app.client.chat.postMessage({ channel: CHANNEL, text: 'card', blocks: [promiseButton] });
    const page = await open(workspace.pageUrl);
    const { keyboard } = page;
    const composer = page.getByPlaceholder('Message #collections');
    await composer.focus();
    await keyboard.type('/ov');
    await keyboard.press('Tab');
    await keyboard.type('lagerhaus');
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Promise' }).waitFor();
    await keyboard.type('4100');
    await keyboard.press('Tab');
    await keyboard.type('fri');
    await keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(saved).toEqual(['4100 fri']);
    await focused(page, 'Message #collections');
    await keyboard.press('ArrowUp');
    expect(await composer.inputValue()).toBe('/overdue lagerhaus');
    await keyboard.press('ArrowDown');

    await page.getByRole('button', { name: 'Promise' }).focus();
    await keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Promise' }).waitFor();
    await keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await focused(page, 'Promise');

    await keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await keyboard.press('Escape');
    await keyboard.press('Control+k');
    await keyboard.type('dunw');
    await keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Dunwell', level: 1 }).waitFor();
  });

  test('fits a phone: nothing is wider than it, the list is a drawer, the thread covers the channel', async () => {
    const { workspace, app } = await openOffice(undefined, { pageFolder });
    const wide = {
      type: 'table',
      rows: [Array.from({ length: 9 }, (_, index) => ({ type: 'raw_text', text: `column number ${index}` }))],
    } as const;
    const said = await app.client.chat.postMessage({
      channel: CHANNEL,
      text: 'card',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(300) } }, promiseButton, wide],
    });
    await workspace.as(BEN).say(CHANNEL, 'a reply', said.ts);
    const page = await open(workspace.pageUrl, 360);
    const press = page.getByRole('button', { name: 'Promise' });
    await press.waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect((await press.boundingBox())?.height).toBeGreaterThanOrEqual(40);
    await page.getByRole('link', { name: '1 reply' }).click();
    await page.getByRole('complementary', { name: 'Thread' }).getByText('a reply').waitFor();
    expect(await page.getByPlaceholder('Message #collections').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Close the thread' }).click();
    await page.getByRole('button', { name: 'Open the sidebar' }).click();
    await page.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: 'Dunwell' }).click();
    await page.getByText('This is between you and Dunwell alone.').waitFor();
    await page.getByRole('link', { name: 'collections' }).waitFor({ state: 'hidden' });
  });

  test('says when the workspace is gone, and finds it again by itself with what came meanwhile', async () => {
    const kept = { pageFolder, storeFolder: mkdtempSync(join(folder, 'store-')) };
    const workspace = await openWorkspace(kept);
    const page = await open(workspace.pageUrl);
    const banner = page.getByText('The workspace does not answer. Trying again…');
    await workspace.close();
    await banner.waitFor();
    const again = await openWorkspace({ ...kept, port: Number(new URL(workspace.url).port) });
    again
      .as(BEN)
      .say(CHANNEL, 'here we are')
      .catch(() => undefined);
    await page.getByText('here we are').waitFor();
    expect(await banner.count()).toBe(0);
  });

  test('names the command that was most likely meant', async () => {
    const { workspace } = await openOffice(undefined, { pageFolder });
    const page = await open(workspace.pageUrl);
    await page.getByPlaceholder('Message #collections').fill('/overdeu');
    await page.keyboard.press('Enter');
    expect(await page.getByText('is not a valid command').innerText()).toContain('Did you mean /overdue?');
  });
});

const titled = (page: Page, title: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.title === wanted, title);

/** Waits until the control of this name has the focus. */
const focused = (page: Page, name: string): Promise<unknown> =>
  page.waitForFunction((wanted) => {
    const { activeElement } = document;
    return (activeElement?.getAttribute('aria-label') ?? activeElement?.textContent) === wanted;
  }, name);

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

const promiseButton = {
  type: 'actions',
  elements: [{ type: 'button', action_id: 'promise', text: plain('Promise') }],
} as const;

const field = (id: string, label: string) =>
  ({
    type: 'input',
    block_id: id,
    label: plain(label),
    element: { type: 'plain_text_input', action_id: id },
  }) as const;

const promiseForm = (): ModalView => ({
  type: 'modal',
  callback_id: 'promise',
  title: plain('Promise'),
  submit: plain('Save'),
  blocks: [field('amount', 'How much?'), field('day', 'When?')],
});

function answerWithForms(bolt: App, saved: string[]): void {
  bolt.command('/overdue', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: promiseForm() });
  });
  bolt.action({ type: 'block_actions', action_id: 'promise' }, async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: promiseForm() });
  });
  bolt.view('promise', async ({ ack, view }) => {
    const { amount, day } = view.state.values;
    saved.push(`${amount?.['amount']?.value} ${day?.['day']?.value}`);
    await ack();
  });
}
