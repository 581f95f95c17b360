import { expect, test } from 'vitest';
import { allCaseIds } from '../../../db/queries/case/ids.ts';
import type { ContactRole } from '../../../src/core/letter/audience.ts';
import { loadCaseFile } from '../../../src/services/case/file.ts';
import { saveContact } from '../../../src/services/contact/save.ts';
import { sendNotices } from '../../../src/services/letter/send-notice.ts';
import { roster } from '../../../src/services/member/roster.ts';
import { within } from '../../../src/services/scope.ts';
import { showCase } from '../../../src/services/outbox/thread.ts';
import { changeSettings, coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { office, workspaceId } = story.dunwell;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};

async function note(name: string, role: ContactRole, email: string): Promise<void> {
  const [caseId = 0] = await within(office, workspaceId, ({ tx }) => allCaseIds(tx));
  const people = [...(await within(office, workspaceId, roster)).values()];
  const memberId = people.find(({ name: known }) => known.startsWith('Rita'))?.id ?? 0;
  await saveContact(office, { workspaceId, memberId }, caseId, {
    name,
    role,
    email,
    phone: undefined,
    language: 'de',
  });
  await story.settle();
}

/** As a hold does when it begins. */
async function sayThatItIsHeld(): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    const [caseId = 0] = await allCaseIds(scope.tx);
    await showCase(scope, caseId);
    const file = await loadCaseFile(scope, caseId);
    await sendNotices(scope, [
      {
        file,
        kind: 'service-hold notice',
        audience: { to: ['accounts payable', 'service user'], copy: ['executive'] },
        named: file.facts.invoices.map(({ id }) => id),
      },
    ]);
  });
  await story.settle();
}

const newest = () => story.mails()[0];

test('a customer of whom only an address is known is greeted politely, without it', async () => {
  await startLetters(story, [lagerhaus], '2026-11-02');
  await story.moveTo('2026-11-03 08:00');
  await coverThrough(story, 'today');
  expect(newest()?.text).toContain('Dear Sir or Madam,');
  expect(newest()?.text).not.toContain('Dear ap@');
});

test('a role of whom nobody has an address is said in the thread, and the others get the letter', async () => {
  await note('Erika Chef', 'executive', 'chef@lagerhaus.example');
  await sayThatItIsHeld();
  expect(newest()).toMatchObject({ to: ['ap@lagerhaus.example'], cc: ['chef@lagerhaus.example'] });
  expect(story.thread('Lagerhaus').join('\n')).toContain(
    'Nobody with a mail address is on file as service user',
  );
});

test('it goes to all whom it is for, names the letters before it and says who has a copy', async () => {
  await note('Uwe Nutzer', 'service user', 'nutzer@lagerhaus.example');
  await sayThatItIsHeld();
  expect(newest()?.to).toEqual(['ap@lagerhaus.example', 'nutzer@lagerhaus.example']);
  expect(newest()?.text).toMatch(/3 November 2026 to ap@lagerhaus\.example[^]*spam folder/);
  expect(newest()?.text.trimEnd().split('\n').at(-1)).toBe('Copy: Erika Chef');
});

test('one address of several may be wrong: the letter stays delivered to the other', async () => {
  const { max } = story;
  const sent = max.sees('ap@lagerhaus.example, nutzer@lagerhaus.example');
  expect(await max.press(sent, 'It came back')).toContain('From which address did the letter');
  const which = max.sees('From which address');
  const answer = await max.press(which, { label: 'From this one', row: 'nutzer@lagerhaus.example' });
  expect(answer).toContain('It stays delivered to ap@lagerhaus.example');
  expect(story.thread('Lagerhaus').join('\n')).toContain(
    'Service-hold notice over €12,400.00 to nutzer@lagerhaus.example: came back from there, reported by Max Moreau: it stays delivered to ap@lagerhaus.example',
  );
  expect(await max.slash('/letter bounced lagerhaus nutzer@lagerhaus.example')).toContain('did not go to');
  await sayThatItIsHeld();
  expect(newest()?.to).toEqual(['ap@lagerhaus.example']);
});

test('who paid what we wrote about is thanked once, if the team wants that', async () => {
  await changeSettings(story, { 'Thank customers who paid': 'When the last of what we wrote about is paid' });
  await story.fiona.slash('/payment lagerhaus 12400 today R-1');
  expect(newest()?.subject).toBe('Thank you for your payment');
  const mails = story.mails().length;
  await story.moveTo('2026-11-06 12:00');
  expect(story.mails()).toHaveLength(mails);
});
