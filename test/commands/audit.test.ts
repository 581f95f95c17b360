import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November. */
const story = await startStory({ start: '2026-11-03 07:30', breaks: 'the history is rewritten' });
const { rita, tom, lena, max, fiona } = story;
const owner = postgres(story.ownerUrl, { max: 1, onnotice: () => undefined });
afterAll(() => owner.end());
const row = { issued: '2026-10-01', due: '2026-10-30' };
const items = [
  { ...row, customer: '1001', name: 'Lagerhaus Nord GmbH', invoice: 'R-1', amount: '12400.00' },
  { ...row, customer: '1002', name: 'Kornhaus Süd AG', invoice: 'R-2', amount: '900.00' },
];

describe('what happened here', () => {
  test('is told in sentences, the latest first, with the customer and who did it', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile(items) },
      { 'As of': '2026-11-02' },
    );
    await lena.slash('/assign lagerhaus @rita');
    await lena.slash('/assign kornhaus @tom');
    await story.moveTo('2026-11-03 10:00');
    await rita.slash('/promise lagerhaus 4100 fri');
    const told = await lena.slash('/audit');
    expect(told).toContain('Rita Reyes recorded a promise of €4,100.00 for Fri 6 Nov · Lagerhaus Nord GmbH');
    expect(told).toContain('Lena Lind gave customer 1002 from nobody to Tom');
    expect(told).toContain('Fiona Falk imported open.csv: 2 items');
    expect(told.indexOf('promise of')).toBeLessThan(told.indexOf('imported open.csv'));
  });

  test('is found by customer, by person and by day', async () => {
    expect(await lena.slash('/audit kornhaus')).not.toContain('Lagerhaus');
    const ritas = await lena.slash('/audit @rita today');
    expect(ritas).toContain('recorded a promise');
    expect(ritas).not.toContain('Lena Lind');
    expect(await lena.slash('/audit 1 Oct to 5 Oct')).toContain('Nothing was written down');
    expect(await lena.slash('/audit 2 Nov to 1 Nov')).toContain('Write the earlier day first');
  });

  test('is shown to others of their own customers, and they are told who sees all', async () => {
    const own = await tom.slash('/audit');
    expect(own).toContain('Kornhaus Süd AG');
    expect(own).not.toContain('Lagerhaus');
    expect(own).toContain('lead or manager or admin');
    expect(await tom.slash('/audit check')).toContain('You cannot check the history');
  });

  test('is had as a file, by direct message', async () => {
    await max.slash('/audit lagerhaus');
    expect(await max.press(max.sees('What happened'), 'As a file')).toContain('history-2026-11-03.csv');
    const sent = max.person.messages('bot').at(-1);
    expect(sent?.files?.[0]?.name).toBe('history-2026-11-03.csv');
  });

  test('turns its pages until the beginning', async () => {
    const first = await max.slash('/audit');
    expect(first).not.toContain('enrolled Ada');
    expect(await max.press(max.sees('What happened'), 'Earlier')).toContain('enrolled Ada');
  });

  test('of one case is a press on its card away', async () => {
    const card = lena.person.messages('collections').find((one) => (one.replyCount ?? 0) > 0);
    await lena.choose(card!, 'More…');
    const told = await lena.choose(lena.sees(' overdue, '), 'History');
    expect(told).toContain('recorded a promise');
    expect(told).not.toContain('Kornhaus');
  });
});

describe('the chain of history', () => {
  test('is whole as long as nobody touches it', async () => {
    expect(await max.slash('/audit check')).toMatch(/^\d+ entries, chain whole/);
  });

  test('names the entry that the database’s owner changed', async () => {
    // The walls hold for the owner, too, until they take them down.
    await owner`alter table audit no force row level security`;
    await owner`update audit set details = jsonb_set(details, '{amount}', '"1"') where what = 'promise made'`;
    const told = await max.slash('/audit check');
    expect(told).toMatch(/^Entry \d+ was changed after it was written/);
    expect(told).toContain('promise made');
    await owner`update audit set details = jsonb_set(details, '{amount}', '"410000"') where what = 'promise made'`;
    expect(await max.slash('/audit check')).toContain('chain whole');
  });

  test('misses what was taken out of its middle', async () => {
    await owner`delete from audit where id = (select min(id) from audit where what = 'customer assigned')`;
    expect(await max.slash('/audit check')).toMatch(/^Entry \d+ does not follow the one before it/);
  });
});
