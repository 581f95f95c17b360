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
  readonly press: (on: Locator, label: string | RegExp) => Promise<void>;
  /** Chooses from the menu of the first row. */
  readonly choose: (on: Locator, option: string) => Promise<void>;
  /** The form or question that is open. */
  readonly dialog: () => Locator;
  readonly fill: (fields: Readonly<Record<string, string>>, submit: string) => Promise<void>;
  /** Moves the business clock by one of its buttons and waits until it stands at this time. */
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
      await page.getByLabel(/^Message /).fill(text);
      await page.getByLabel(/^Message /).press('Enter');
    },
    drop: async (name, content) => {
      await page
        .getByLabel('Attach a file')
        .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
      await page.getByLabel(/^Message /).press('Enter');
    },
    message: (text) => page.getByRole('main').getByRole('article').filter({ hasText: text }).last(),
    choose: async (on, option) => {
      await press(on, 'More actions');
      await page.getByRole('menuitem', { name: option }).click();
    },
    fill: async (fields, submit) => {
      for (const [label, value] of Object.entries(fields)) await dialog().getByLabel(label).fill(value);
      await press(dialog(), submit);
    },
    clockTo: async (time, by) => {
      const clock = page.getByRole('region', { name: 'Business clock' });
      await clock.getByRole('button', { name: by }).click();
      await clock.getByText(time, { exact: true }).waitFor();
    },
    picture: async (name) => (await page.screenshot({ path: join(pictures, `${name}.png`) })).length,
  };
}
