import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/** Tuesday 3 November; both invoices fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, tom, lena, fiona } = story;

const row = (customer: string, name: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const both = [row('1001', 'Lagerhaus Nord GmbH', '12400.00'), row('1002', 'Müller & Söhne', '4100.00')];
const told = (customer: string): string => story.thread(customer).join('\n');

describe('a promise', () => {
  test('is refused for a day that does not exist, a day that is past, and a sum that is not owed', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile(both) },
      { 'As of': '2026-11-02' },
    );
    await lena.slash('/assign evenly');
    await story.moveTo('2026-11-03 09:00');
    expect(await rita.slash('/promise lagerhaus 12400 31/02/2026')).toContain('31/02/2026');
    expect(await rita.slash('/promise lagerhaus 12400 2026-03-01')).toContain('is past');
    expect(await rita.slash('/promise lagerhaus 2 Nov')).toContain('is past: it is Mon 2 Nov 2026');
    expect(await rita.slash('/promise lagerhaus 11/27')).toContain('there is no month 27');
    expect(await rita.slash('/promise lagerhaus 4k fri')).toContain('"4k"');
    expect(await rita.slash('/promise lagerhaus 99999 fri')).toContain('€12,400.00 that is open');
  });

  test('is kept within the budget of a rep; a lead may go beyond it', async () => {
    expect(await rita.slash('/promise lagerhaus 12400 1.12.')).toContain('Lena Lind');
    expect(await lena.slash('/promise lagerhaus 12400 1.12.')).toContain('promised for');
    expect(await lena.slash('/promise lagerhaus 12400 fri')).toContain('promised for Fri 6 Nov');
  });

  test('takes the call off the list at once, and no nudge follows', async () => {
    await tom.slash('/promise müller 4100 fri');
    await rita.slash('/calls');
    await story.moveTo('2026-11-05 18:00');
    expect(rita.inbox().filter(isNudge)).toEqual([]);
    expect(tom.inbox().filter(isNudge)).toEqual([]);
    expect(lena.inbox()).toEqual([]);
    expect(told('Lagerhaus')).toContain('€12,400.00 promised for Fri 6 Nov');
  });

  test('is unconfirmed, not broken, while no data covers its day', async () => {
    await story.moveTo('2026-11-10 09:00');
    expect(told('Lagerhaus')).toContain('is unconfirmed');
    expect(told('Lagerhaus')).not.toContain('Promise broken');
  });

  test('is kept when a later export shows the invoice paid', async () => {
    const later = openItemsFile([
      row('1001', 'Lagerhaus Nord GmbH', '12400.00'),
      row('1002', 'Müller & Söhne', '10.00'),
    ]);
    await importFile(story, fiona, { name: 'later.csv', content: later }, { 'As of': '2026-11-09' });
    expect(told('Müller')).toContain('Promise kept');
  });

  test('that nobody kept is broken then, posted in the thread where it was made, and called about today', () => {
    expect(told('Lagerhaus')).toContain('Promise broken: €12,400.00 was promised for Fri 6 Nov');
    expect(story.thread('Lagerhaus')[0]).toContain('official-letter call, Tue 10 Nov by');
    expect(story.dunwell.local!.workspace.mentions().some(({ who }) => who === 'channel')).toBe(false);
  });
});
