import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before. Rita owns its customer, so Max and Mona may approve. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { lena, max, mona, fiona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};

/** Finance says every morning that nothing is missing, so that letters and claims need not wait for data. */
async function coverThrough(day: string): Promise<void> {
  await fiona.slash('/import');
  await fiona.pressForm(fiona.sees('Nothing is missing'), 'Nothing is missing');
  await fiona.submit({ 'All payments are in through': day });
}

describe('an approval', () => {
  test('waits on the Homes of those who may decide, with all that it rests on', async () => {
    const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus @rita');
    await max.slash('/team');
    await max.press(max.sees('Let letters out'), 'Let letters out');
    await max.press(max.sees('Let them out'), 'Let them out');
    for (const who of [lena, max, mona]) await who.openHome();
    for (const [day, covered] of [
      ['04', '3.11.'],
      ['05', '4.11.'],
      ['06', '5.11.'],
      ['09', '6.11.'],
    ] as const) {
      await story.moveTo(`2026-11-${day} 08:45`);
      await coverThrough(covered);
    }
    await story.moveTo('2026-11-09 10:00');
    for (const who of [max, mona]) {
      expect(who.home()).toContain('1 approval waits for you');
      expect(who.home()).toContain('formal claim · Lagerhaus Nord GmbH · €12,400.00');
      expect(who.home()).toContain('Invoices: R-1');
      expect(who.home()).toContain('payment demand to ap@lagerhaus.example');
    }
    expect(lena.home()).not.toContain('waits for you');
  });

  test('is decided there, and leaves every Home', async () => {
    expect(await max.pressAtHome('Approve')).toContain('Approved');
    for (const who of [max, mona]) expect(who.home()).not.toContain('1 approval waits');
    expect(story.thread('Lagerhaus').join('\n')).toContain('Approved by Max Moreau');
  });
});
