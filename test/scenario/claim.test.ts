import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/**
 * Monday 28 December; the invoice fell due on Christmas Eve, which is half a day and open. Its customer belongs to a
 * manager, Max.
 */
const story = await startStory({ start: '2026-12-28 07:30' });
const { rita, lena, max, mona, fiona, ada } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-11-20',
  due: '2026-12-24',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};
const thread = (): string => story.thread('Lagerhaus').join('\n');

/** Finance says every morning that nothing is missing, so that letters and claims need not wait for data. */
async function coverThrough(day: string): Promise<void> {
  await fiona.slash('/import');
  await fiona.pressForm(fiona.sees('Nothing is missing'), 'Nothing is missing');
  await fiona.submit({ 'All payments are in through': day });
}

describe('from the demand to the claim', () => {
  test('the demand is held back in shadow mode, and the case says so', async () => {
    const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
    await importFile(story, fiona, file, { 'As of': '2026-12-24' });
    await lena.slash('/assign lagerhaus @max');
    await story.moveTo('2026-12-28 09:00');
    expect(story.mails()).toEqual([]);
    expect(await max.slash('/account lagerhaus')).toContain('shadow mode');
  });

  test('a manager lets letters out, told first how many would go', async () => {
    await max.slash('/team');
    const asked = await max.press(max.sees('Let letters out'), 'Let letters out');
    expect(asked).toContain('1 customer');
    await max.press(max.sees('Let them out'), 'Let them out');
  });

  test('the demand goes out once, by mail, with the invoice and its letter as a PDF', async () => {
    await story.moveTo('2026-12-29 09:00');
    await coverThrough('28.12.');
    const [mail, ...others] = story.mails();
    expect(others).toEqual([]);
    expect(mail?.to).toEqual(['ap@lagerhaus.example']);
    expect(mail?.text).toContain('R-1');
    expect(mail?.text).toContain('€12,400.00');
    expect(mail?.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/\.pdf$/)]);
  });

  test('the claim is asked for in the thread three business days after the official-letter call, New Year’s Day and the weekend left out', async () => {
    await story.moveTo('2026-12-30 08:45');
    await coverThrough('29.12.');
    await story.moveTo('2026-12-31 08:45');
    await coverThrough('30.12.');
    await story.moveTo('2027-01-04 08:45');
    await coverThrough('31.12.2026');
    expect(thread()).not.toContain('Approve: ');
    await story.moveTo('2027-01-04 10:00');
    expect(thread()).toContain('formal claim');
    expect(thread()).toContain('€12,400.00');
    expect(thread()).toContain('payment demand to ap@lagerhaus.example');
  });

  test('the owner cannot approve it, nor can a rep; both are told who can', async () => {
    const card = max.sees('Approve: ');
    expect(await max.press(card, 'Approve')).toContain('Mona Meyer');
    expect(await rita.press(rita.sees('Approve: '), 'Approve')).toContain('Mona Meyer');
    expect(thread()).not.toContain('Approved by');
  });

  test('a refusal needs a day ahead to look again', async () => {
    await mona.pressForm(mona.sees('Approve: '), 'Refuse');
    expect(await mona.submit({ 'Why not?': 'They called me', 'Look again on': 'yesterday' })).toContain(
      'choose a later day',
    );
    await mona.person.close();
  });

  test('two who may press at once make one decision, and the second is told who was first', async () => {
    const card = mona.sees('Approve: ');
    const answers = await Promise.all([mona.press(card, 'Approve'), ada.press(card, 'Approve')]);
    expect(answers.filter((text) => text.startsWith('Approved.'))).toHaveLength(1);
    expect(answers.filter((text) => /^Already approved by (Mona Meyer|Ada Adams)/.test(text))).toHaveLength(
      1,
    );
  });

  test('the decision stands in place of the buttons', async () => {
    expect(thread()).toMatch(/Approved by (Mona Meyer|Ada Adams)/);
    await expect(mona.press(mona.sees('Formal claim: approved'), 'Approve')).rejects.toThrow('no button');
  });

  test('the claim is posted by a person, and its deadline runs from its delivery', async () => {
    await story.moveTo('2027-01-04 10:15');
    const list = lena.sees('post the claim');
    await lena.chooseForm(list, 'Record delivery', 'Lagerhaus');
    expect(await lena.submit({ 'Delivered on': 'today', Proof: 'RR 123 456 789 DE' })).toContain(
      'the claim was delivered',
    );
    expect(thread()).toContain('RR 123 456 789 DE');
  });
});
