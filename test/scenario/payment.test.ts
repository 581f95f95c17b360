import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/** Tuesday 3 November; all three fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, fiona } = story;

const row = (customer: string, name: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const rows = [
  row('1001', 'Lagerhaus Nord GmbH', '12400.00'),
  row('1002', 'Müller & Söhne', '4100.00'),
  row('1003', 'Fern GmbH', '900.00'),
];
const list = (): string => rita.inbox().find((text) => text.includes('Good morning, Rita')) ?? '';
const thread = (customer: string): string => story.thread(customer).join('\n');

describe('money', () => {
  test('recorded by finance takes the call off the list at once, and nobody is nudged about it', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile(rows) },
      { 'As of': '2026-11-02' },
    );
    for (const name of ['lagerhaus', 'müller', 'fern']) await lena.slash(`/assign ${name} @rita`);
    await story.moveTo('2026-11-03 09:00');
    expect(list()).toContain('Lagerhaus Nord GmbH');
    expect(await fiona.slash('/payment lagerhaus 12400')).toContain('12,400.00');
    expect(list()).not.toContain('Lagerhaus Nord GmbH');
    expect(thread('Lagerhaus')).toContain('€12,400.00 paid · recorded by Fiona Falk');
    expect(story.thread('Lagerhaus')[0]).toContain('everything is paid');
    await story.moveTo('2026-11-03 10:00');
    const nudge = rita.inbox().find(isNudge) ?? '';
    expect(nudge).toContain('Müller & Söhne');
    expect(nudge).not.toContain('Lagerhaus');
  });

  test('that a rep says is on its way rests for three business days, and is no cash', async () => {
    expect(await rita.slash('/payment müller 4100')).toContain('only finance');
    expect(list()).not.toContain('Müller');
    await story.moveTo('2026-11-05 18:00');
    expect(rita.inbox().filter((text) => text.includes('Müller') && isNudge(text))).toHaveLength(1);
    await story.moveTo('2026-11-06 09:00');
    const lists = rita.inbox().filter((text) => text.includes('Good morning, Rita'));
    expect(lists.at(-1)).toContain('Müller & Söhne · €4,100.00 overdue');
  });

  test('in part leaves the rest pressed', async () => {
    await fiona.slash('/payment fern 400');
    expect(await lena.slash('/account fern')).toContain('€500.00');
  });

  test('typed wrong is refused with the value and the way out, and nothing is booked', async () => {
    expect(await fiona.slash('/payment fern 12.34.56')).toContain('12.34.56');
    expect(await fiona.slash('/payment nobody 10')).toContain('nobody');
    expect(await lena.slash('/account fern')).toContain('€500.00');
  });
});
