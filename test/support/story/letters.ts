import { expect } from 'vitest';
import { importFile } from './import.ts';
import { type OpenItemRow, openItemsFile } from './open-items.ts';
import type { Story } from './story.ts';

/** Imports these open items as of a day; Max, a manager, then lets letters out. */
export async function startLetters(story: Story, rows: readonly OpenItemRow[], asOf: string): Promise<void> {
  const file = { name: 'open.csv', content: openItemsFile(rows) };
  await importFile(story, story.fiona, file, { 'As of': asOf });
  await story.max.slash('/team');
  await story.max.press(story.max.sees('Let letters out'), 'Let letters out');
  await story.max.press(story.max.sees('Let them out'), 'Let them out');
}

/** A story of weeks that is not about digests goes without: drawing their pictures takes a third of its time. */
export async function withoutDigests({ lena }: Story): Promise<void> {
  expect(await lena.slash('/digest off')).toContain('comes no more by itself');
}

/** Finance says that nothing is missing through a day, so that letters need not wait for data. */
export async function coverThrough({ fiona }: Story, day: string): Promise<void> {
  await fiona.slash('/import');
  await fiona.pressForm(fiona.sees('Nothing is missing'), 'Nothing is missing');
  await fiona.submit({ 'All payments are in through': day });
}

/** An admin fills in settings by their labels. */
export async function changeSettings(
  { ada }: Story,
  fields: Readonly<Record<string, string>>,
): Promise<string> {
  await ada.slash('/team');
  await ada.pressForm(ada.sees('Settings'), 'Settings');
  return ada.submit(fields);
}

/** The bytes of an attachment of a mail. */
export async function attachmentOf(story: Story, mailId: string, index: number): Promise<Uint8Array> {
  const found = await story.dunwell.local?.mailbox.attachment(mailId, index);
  expect(found).toBeDefined();
  return new Uint8Array(found?.bytes ?? []);
}
