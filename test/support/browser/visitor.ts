import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';

/** Somebody at the page: what they do, named as they would say it. */
export interface Visitor {
  readonly page: Page;
  /** What went wrong in the page on the way; a person would not see it. */
  readonly faults: readonly string[];
  /** Becomes one of the team and goes to a conversation. */
  readonly be: (name: string, place: 'Dunwell' | 'collections') => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly drop: (name: string, content: string) => Promise<void>;
  /** The newest message that shows this text, in the conversation. */
  readonly message: (text: string) => Locator;
  /** All that stands on it, once it is there. */
  readonly read: (text: string) => Promise<string>;
  readonly press: (on: Locator, label: string | RegExp) => Promise<void>;
  /** Chooses from the menu of the first row. */
  readonly choose: (on: Locator, option: string) => Promise<void>;
  /** The form or question that is open. */
  readonly dialog: () => Locator;
  readonly fill: (fields: Readonly<Record<string, string>>, submit: string) => Promise<void>;
  /** Moves the business clock by one of its buttons and waits until it stands still at this time or day. */
  readonly clockTo: (time: string, by: RegExp) => Promise<void>;
  /** Keeps what is to be seen as a PNG, and says how many bytes it has. */
  readonly picture: (name: string) => Promise<number>;
}

/** Less than a test's own limit, so that what was waited for is named. */
const patienceMs = 15_000;

export async function visit(context: BrowserContext, url: string, pictures: string): Promise<Visitor> {
  const page = context.pages()[0] ?? (await context.newPage());
  const faults: string[] = [];
  page.setDefaultTimeout(patienceMs);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(url);
  const press = (on: Locator, label: string | RegExp): Promise<void> =>
    on.getByRole('button', { name: label }).first().click();
  const dialog = (): Locator => page.getByRole('dialog');
  const message = (text: string): Locator =>
    page.getByRole('main').getByRole('article').filter({ hasText: text }).last();
  const composer = (): Locator => page.getByPlaceholder(/^Message /);
  return {
    page,
    faults,
    press,
    dialog,
    be: async (name, place) => {
      await page.getByRole('button', { name: /^You are:/ }).click();
      await page.getByRole('menuitemradio', { name }).click();
      await page.getByRole('navigation').getByRole('link', { name: place }).click();
    },
    type: async (text) => {
      await composer().fill(text);
      await composer().press('Enter');
    },
    drop: async (name, content) => {
      await page
        .getByLabel('Attach a file')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
      await composer().press('Enter');
    },
    message,
    read: (text) => message(text).innerText(),
    choose: async (on, option) => {
      await press(on, 'More actions');
      await page.getByRole('menuitem', { name: option }).click();
    },
    fill: async (fields, submit) => {
      for (const [label, value] of Object.entries(fields)) await dialog().getByLabel(label).fill(value);
      await press(dialog(), submit);
    },
    clockTo: async (time, by) => {
      await press(page.getByRole('region', { name: 'Business clock' }), by);
      const reading = page.getByRole('paragraph').filter({ hasText: time });
      await page
        .locator('[aria-label="Business clock"][aria-busy="false"]')
        .filter({ has: reading })
        .waitFor();
    },
    picture: async (name) => (await page.screenshot({ path: join(pictures, `${name}.png`) })).length,
  };
}
