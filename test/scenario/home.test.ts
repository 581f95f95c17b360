import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November. One invoice fell due on Monday: its call is on the list this morning. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, tom, lena, max, fiona, ada } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-10-30',
  amount: '12400.00',
  phone: '+49 40 123',
};

describe('Home before there is a ledger', () => {
  test('tells finance how to bring one, others who does, and the admin what is missing', async () => {
    expect(await fiona.openHome()).toContain('Drop an export of open items');
    expect(await rita.openHome()).toContain('Fiona Falk');
    expect(await ada.openHome()).toContain('missing to go live');
  });

  test('changes by itself when the ledger comes', async () => {
    const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    expect(rita.home()).toContain('You have no open calls');
    expect(fiona.home()).toContain('The ledger is as of Mon 2 Nov');
  });
});

describe('a rep’s Home', () => {
  test('has her calls, what is due first, and her numbers', async () => {
    await lena.slash('/assign lagerhaus @rita');
    await story.moveTo('2026-11-03 09:00');
    const home = rita.home();
    expect(home).toContain('Today: 1 call');
    expect(home).toContain('Lagerhaus Nord GmbH · €12,400.00 overdue');
    expect(home).toContain('+49 40 123');
    expect(home).toContain('€12,400.00, 1 customer');
  });

  test('takes an outcome in one press, says what comes next, and changes', async () => {
    const shown = await rita.pressAtHome('No answer');
    expect(shown).toContain('Noted for Lagerhaus Nord GmbH: no answer. Next:');
    expect(rita.home()).toContain('tried once');
    expect(rita.inbox().join('\n')).not.toContain('Noted for');
  });

  test('opens a form whose answer stands in its place', async () => {
    await rita.homeForm('Reached…');
    rita.person.fill({
      'Who did you speak with?': 'Frau Sommer',
      'What was said?': 'Paid on Friday',
      'When?': '6 Nov',
    });
    await rita.person.submit();
    await story.settle();
    expect(rita.home()).toContain('No calls');
    expect(rita.home()).toContain('€12,400.00, 1 promise');
    await rita.person.close();
  });

  test('is hers alone: nobody else has it, and nobody who did not open theirs has one', async () => {
    expect(tom.person.home()).toBeUndefined();
    expect(await tom.openHome()).not.toContain('Lagerhaus');
    expect(lena.home()).toBe('');
  });
});

describe('the Homes of those who answer for others', () => {
  test('show the lead who has what in hand', async () => {
    const home = await lena.openHome();
    expect(home).toContain('The desk');
    expect(home).toContain('Rita Reyes');
  });

  test('show the manager the totals and shadow mode, and what would go out without it', async () => {
    const home = await max.openHome();
    expect(home).toContain('Shadow mode');
    expect(home).toContain('€12,400.00 overdue');
    expect(await max.pressAtHome('Let letters out…')).toContain('Let them out');
  });
});
