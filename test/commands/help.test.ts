import { describe, expect, test } from 'vitest';
import { nearest } from '../../commands/help/nearest.ts';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max, fiona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-10-30',
  amount: '12400.00',
};

describe('/help', () => {
  test('before there is a ledger says how it comes', async () => {
    expect(await fiona.slash('/help')).toContain('drop an export of open items');
    expect(await rita.slash('/help')).toContain('finance brings it in');
  });

  test('names what makes sense now, by role', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile([lagerhaus]) },
      { 'As of': '2026-11-02' },
    );
    expect(await lena.slash('/help')).toContain('1 case without an owner');
    await lena.slash('/assign lagerhaus @rita');
    await story.moveTo('2026-11-03 10:00');
    expect(await rita.slash('/help')).toContain('1 call of yours');
    expect(await max.slash('/help')).toContain('Letters are held back');
  });

  test('lists the commands one may use with an example each, and no others', async () => {
    const told = await rita.slash('/help');
    expect(told).toContain('/promise lagerhaus 4100 fri');
    expect(told).not.toContain('/assign');
  });

  test('of one command shows all it takes, and who may use it', async () => {
    const told = await rita.slash('/help /overdue');
    for (const example of ['/overdue lagerhaus', '/overdue @rita', '/overdue 90+', '/overdue >10000'])
      expect(told).toContain(example);
    expect(await rita.slash('/help assign')).toContain('For lead');
  });

  test('of a word that is no command offers the nearest', async () => {
    expect(await rita.slash('/help promis')).toContain('Did you mean /promise?');
    expect(await rita.slash('/help xyzzy')).toContain('There are: /overdue');
  });
});

describe('the nearest name', () => {
  test.each([
    ['overdeu', 'overdue'],
    ['call', 'calls'],
    ['digets', 'digest'],
    ['xyzzy', undefined],
  ])('of %s is %s', (word, name) => {
    expect(nearest(word, ['overdue', 'calls', 'digest', 'team'])).toBe(name);
  });
});
