import { expect, test } from 'vitest';
import { account } from '../../../commands/account.ts';
import { bookCustomer } from '../../support/book.ts';
import { openDesk, wordsOn } from '../../support/desk.ts';
import { makeOffice, openTeam } from '../../support/office.ts';
import { freshDatabase } from '../../support/postgres/freshDatabase.ts';

const database = await freshDatabase();
const office = makeOffice(database.appUrl);
office.now = new Date('2026-02-23T08:00:00Z');

async function start() {
  const { workspaceId } = await openTeam(office);
  await bookCustomer(office, workspaceId, { number: '1', name: 'Lager', invoices: [] });
  const desk = openDesk(office, workspaceId, [account]);
  const file = async (): Promise<string> => wordsOn((await desk.type('U-Lena', '/account lager')).card);
  return { desk, file };
}

test('tags are written in one line, or in the form of the file, and taken away with a hyphen', async () => {
  const { desk, file } = await start();
  expect(wordsOn((await desk.type('U-Lena', '/account tags lager VIP, exempt')).card)).toBe(
    'Lager is tagged exempt, vip now.',
  );
  expect(await file()).toContain('Tagged exempt, vip');
  const { form } = await desk.press('U-Lena', (await desk.type('U-Lena', '/account lager')).card!, 'Tags…');
  expect(form?.fields[0]).toMatchObject({ initial: 'exempt, vip' });
  await desk.submit('U-Lena', form!, { tags: 'key-account' });
  expect(await file()).toContain('Tagged key-account');
  await desk.type('U-Lena', '/account tags lager -');
  expect(await file()).not.toContain('Tagged');
});

test('what is no word is told beside the field, and a rep is told who may', async () => {
  const { desk, file } = await start();
  const { form } = await desk.type('U-Lena', '/account tags lager');
  expect((await desk.submit('U-Lena', form!, { tags: 'a/b' })).errors?.['tags']).toContain('"a/b" is no tag');
  expect((await desk.type('U-Rita', '/account tags lager vip')).refusal).toContain('Lena');
  expect(await file()).not.toContain('Tagged');
});
