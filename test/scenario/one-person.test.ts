import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November. Ada is an admin; managers come and go. */
const story = await startStory({ start: '2026-11-03 09:30' });
const { lena, fiona, ada, max } = story;

const item = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
};
/** An admin says whether somebody works here. */
const works = (name: string, here: 'yes' | 'no'): Promise<void> => change(name, { 'Works here': here });

async function change(name: string, fields: Parameters<typeof ada.submit>[0]): Promise<void> {
  await ada.slash('/team');
  await ada.pressForm(ada.sees('Add person'), { label: 'Edit', row: name });
  await ada.submit(fields);
}
const thread = (): string => story.thread('Lagerhaus').join('\n--\n');

describe('a firm of one person', () => {
  test('is told who is missing, and from when one decides alone', async () => {
    const file = { name: 'open.csv', content: openItemsFile([item]) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await works('Max Moreau', 'no');
    await works('Mona Meyer', 'no');
    expect(await ada.slash('/payment write-off lagerhaus 400 because a gesture')).toContain(
      'not enough people, so it can be decided without them after a day',
    );
    expect(thread()).toContain(
      'A second person is missing: an admin names one with /team. From Wed 4 Nov 09:30',
    );
    expect(say(ada.sees('approval waits for you'))).toContain('From Wed 4 Nov 09:30');
  });

  test('cannot decide it alone before', async () => {
    expect(await ada.press(ada.sees('Approve: write-off'), 'Approve')).toContain(
      'You asked for this, so you may from Wed 4 Nov 09:30, as there is nobody else.',
    );
    await story.moveTo('2026-11-04 09:29');
    expect(await ada.press(ada.sees('Approve: write-off'), 'Approve')).toContain('there is nobody else');
  });

  test('decides after 24 hours, which the card and the history say', async () => {
    await story.moveTo('2026-11-04 09:31');
    expect(await ada.press(ada.sees('1 approval waits for you'), 'Approve')).toContain('Approved.');
    expect(thread()).toContain('Approved by Ada Adams');
    expect(thread()).toContain('decided with too few people');
    expect(await ada.slash('/audit lagerhaus')).toContain('with too few people');
  });
});

describe('a firm of two people', () => {
  test('needs both of them where two must agree, whoever asked after a day', async () => {
    await works('Max Moreau', 'yes');
    await ada.slash('/payment write-off lagerhaus 300 because another gesture');
    expect(await max.press(max.sees('1 approval waits for you'), 'Approve')).toContain(
      'One more person must agree',
    );
    expect(await max.press(max.sees('Approve: write-off'), 'Approve')).toContain('You agreed already');
    await story.moveTo('2026-11-05 09:32');
    expect(await ada.press(ada.sees('Approve: write-off'), 'Approve')).toContain('Approved.');
    expect(thread()).toContain('Approved by Max Moreau and Ada Adams');
  });

  test('one of whom has no say leaves it to the other, who confirms it', async () => {
    await works('Max Moreau', 'no');
    await lena.slash('/assign lagerhaus to @rita');
    await story.rita.slash('/payment write-off lagerhaus 200 because a third gesture');
    expect(await ada.press(ada.sees('1 approval waits for you'), 'Approve')).toContain('an admin names one');
    await story.moveTo('2026-11-06 09:33');
    expect(await ada.press(ada.sees('Approve: write-off'), 'Approve')).toContain('Approved.');
    expect(thread()).toContain('€200.00 written off');
  });
});

describe('a firm whose only manager is away', () => {
  test('asks the admin in their place at once, and not the manager', async () => {
    await works('Max Moreau', 'yes');
    await max.slash('/away until 13 Nov');
    const before = max.inbox().length;
    await story.rita.slash('/hold lagerhaus order because they do not answer');
    expect(story.ada.inbox().at(-1)).toContain('1 approval waits for you');
    expect(thread()).toContain('Asked: Ada Adams');
    expect(max.inbox()).toHaveLength(before);
  });

  test('asks the manager again who comes back while it waits', async () => {
    await max.slash('/away back');
    await story.settle();
    expect(max.inbox().at(-1)).toContain('1 approval waits for you');
    await max.pressForm(max.sees('1 approval waits for you'), 'Refuse');
    await max.submit({ 'Why not?': 'they called me', 'Look again on': '30.11.' });
  });
});

describe('a role that nobody has any more', () => {
  test('leaves the plan that waits for it to the next above', async () => {
    expect(await story.rita.slash('/plan lagerhaus 4 monthly')).toContain('waits for approval');
    expect(thread()).toContain('Asked: <@U0LENA>');
    await change('Lena Lind', { Roles: ['rep'] });
    await story.settle();
    expect(thread()).toContain('Asked: <@U0MAX>');
    expect(max.inbox().at(-1)).toContain('Instalment plan');
    await max.pressForm(max.sees('Asked:'), 'Refuse');
    await max.submit({ 'Why not?': 'too long' });
  });

  test('and the approval, when the next above has gone, too', async () => {
    await story.rita.slash('/hold lagerhaus credit because they still do not answer');
    expect(max.inbox().at(-1)).toContain('1 approval waits for you');
    await change('Max Moreau', { Roles: ['rep'] });
    await story.settle();
    expect(ada.inbox().join()).toContain('credit hold · Lagerhaus Nord GmbH');
    expect(thread()).toContain('Asked: Ada Adams');
  });
});

describe('an instalment plan in a firm of one person', () => {
  test('waits a day for somebody else, and says from when its owner may allow it', async () => {
    await change('Ada Adams', { Roles: ['admin', 'rep'] });
    await ada.slash('/assign lagerhaus to @ada');
    for (const name of ['Lena Lind', 'Max Moreau']) await works(name, 'no');
    expect(await ada.slash('/plan lagerhaus 4 monthly')).toContain('waits for approval');
    expect(thread()).toContain('Asked: <@U0ADA>, from Sat 7 Nov 09:33: there is nobody else');
    expect(await ada.press(ada.sees('Asked:'), 'Agree')).toContain(
      'You own this customer, so you may from Sat 7 Nov 09:33, as there is nobody else.',
    );
  });

  test('is brought up on the next business day, and allowed alone, which its thread says', async () => {
    await story.moveTo('2026-11-09 10:00');
    expect(ada.inbox().join('\n')).toContain('Still waiting · Instalment plan');
    expect(await ada.press(ada.sees('Asked:'), 'Agree')).toContain('Agreed');
    expect(thread()).toContain('allowed by Ada Adams; with too few people');
  });
});
