import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 February 2026; the invoice fell due the day before, in Germany. The base rate is 1.27 %, so 10.27 % runs. */
const story = await startStory({ start: '2026-02-03 07:30' });
const { lena, max, fiona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-01-02',
  due: '2026-02-02',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};

describe('late interest in Germany', () => {
  test('the demand names it to the cent, beside the sum it asks for', async () => {
    const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
    await importFile(story, fiona, file, { 'As of': '2026-02-02' });
    await lena.slash('/assign lagerhaus @max');
    await max.slash('/team');
    await max.press(max.sees('Let letters out'), 'Let letters out');
    await max.press(max.sees('Let them out'), 'Let them out');
    await story.moveTo('2026-02-03 12:00');
    const [mail] = story.mails();
    expect(mail?.text).toContain('We ask you to pay €12,400.00');
    // €12,400 × 10.27 % × 1 ÷ 365
    expect(mail?.text).toContain('German law (§ 288 BGB) provides for interest of 10.27 % a year');
    expect(mail?.text).toContain('up to 3 February 2026 comes to €3.49');
    expect(mail?.text).toContain('fixed compensation of €40.00');
  });
});
