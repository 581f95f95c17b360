import { describe, expect, test } from 'vitest';
import { coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before, and nobody noted a mail address. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
};
const search = 'find the accounts-payable mail address';

async function noteAddress(name: string, email: string): Promise<string> {
  await rita.slash('/account lagerhaus');
  await rita.chooseForm(rita.sees('1001 · DE'), 'Add contact');
  return rita.submit({ Name: name, 'Mail address': email });
}

describe('a letter that cannot go', () => {
  test('becomes a task for the owner, once, with a deadline', async () => {
    await startLetters(story, [lagerhaus], '2026-11-02');
    await lena.slash('/assign lagerhaus @rita');
    await story.moveTo('2026-11-03 09:30');
    await coverThrough(story, 'today');
    expect(story.mails()).toEqual([]);
    const file = await rita.slash('/account lagerhaus');
    expect(file.split(search)).toHaveLength(2);
    expect(file).toMatch(/no address on file, today by 17:00 · Rita Reyes/);
  });

  test('goes as soon as somebody notes an address, and the task is done', async () => {
    expect(await noteAddress('Anna Krause', 'ap@lagerhaus.example')).toContain('contact added');
    expect(story.mails().map(({ to }) => to)).toEqual([['ap@lagerhaus.example']]);
    expect(await rita.slash('/account lagerhaus')).not.toContain(search);
  });

  test('counts as undelivered when somebody says that it came back, and the owner looks for another address', async () => {
    expect(await rita.slash('/letter bounced lagerhaus')).toContain('counts as undelivered');
    const file = await rita.slash('/account lagerhaus');
    expect(file).toContain(search);
    expect(file).toContain('came back, reported by Rita Reyes');
    expect(await lena.slash('/letter bounced lagerhaus')).toContain('somebody recorded it already');
  });

  test('is not found out of the way: who forgets the search is followed by the lead', async () => {
    await story.moveTo('2026-11-04 12:30');
    expect(await rita.slash('/account lagerhaus')).toMatch(/find the accounts-payable.*Lena Lind/s);
  });

  test('goes to the new address when the customer was left in peace for the minimum gap after the call', async () => {
    await noteAddress('Bernd Apt', 'buchhaltung@lagerhaus.example');
    await story.moveTo('2026-11-06 09:00');
    await coverThrough(story, 'today');
    const [latest, ...before] = story.mails().map(({ to }) => to.join());
    expect(latest).toBe('buchhaltung@lagerhaus.example');
    expect(before).toEqual(['ap@lagerhaus.example']);
  });
});
