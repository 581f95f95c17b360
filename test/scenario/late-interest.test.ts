import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 February 2026; the invoice fell due the day before, in Germany. The base rate is 1.27 %, so 10.27 % runs. */
const story = await startStory({ start: '2026-02-03 07:30' });
const { rita, lena, max, fiona } = story;
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
    expect(mail?.text).toContain('(€3.49 up to 3 February 2026)');
    expect(mail?.text).toContain('fixed compensation of €40.00');
  });

  test('the file says the same, and how it is reckoned', async () => {
    const file = await max.slash('/account lagerhaus');
    expect(file).toContain('Late payment costs base rate + 9 points, €40 for each late invoice (§ 288 BGB)');
    expect(file).toContain('Late payment costs so far: €43.49');
    expect(file).toContain('R-1: €3.49 = 1 day × €12,400.00 at 10.27 % a year; fixed sum €40.00');
  });

  test('a promise does not stop it; what is paid in part bears none from the next day on', async () => {
    await max.slash('/promise lagerhaus 12400 2026-02-13');
    await story.moveTo('2026-02-06 09:00');
    await fiona.slash('/payment lagerhaus 4400');
    await story.moveTo('2026-02-09 09:00');
    const file = await max.slash('/account lagerhaus');
    // €12,400 × 10.27 % × 4 ÷ 365 = 13.956, and €8,000 × 10.27 % × 3 ÷ 365 = 6.753
    expect(file).toContain('R-1: €20.71 = 7 days from');
    expect(file).toContain('Late payment costs so far: €60.71');
  });

  test('nobody can complain of interest lost when principal is paid: it stays owed, and nobody is called for it', async () => {
    await fiona.slash('/payment lagerhaus 8000');
    await story.moveTo('2026-02-12 12:00');
    const file = await max.slash('/account lagerhaus');
    expect(file).toContain('Late payment costs so far: €60.71');
    expect(file).toContain('R-1 (paid): €20.71 = 7 days');
    expect(await max.slash('/calls')).not.toContain('Lagerhaus');
    expect(await max.slash('/overdue')).not.toContain('Lagerhaus');
    expect(story.mails()).toHaveLength(1);
  });

  test('terms of a contract take the place of the law, in one form', async () => {
    await max.slashForm('/account terms lagerhaus');
    const form = { 'Interest and fixed sum': 'contract', 'Contract: interest': '1.5 % a month' };
    expect(await max.submit({ ...form, 'Contract: sum for each late invoice': '25' })).toContain(
      'names no currency',
    );
    expect(await max.submit({ ...form, 'Contract: sum for each late invoice': '25 EUR' })).toContain(
      'late payment costs 18.00 % a year by contract, €25.00 for each late invoice',
    );
    // €12,400 × 18 % × 4 ÷ 365 = 24.461, and €8,000 × 18 % × 3 ÷ 365 = 11.836
    expect(await max.slash('/account lagerhaus')).toContain('Late payment costs so far: €61.30');
  });

  test('what belongs to a contract is not dropped in silence, and a rep is told who may change terms', async () => {
    await max.slashForm('/account terms lagerhaus');
    expect(await max.submit({ 'Interest and fixed sum': 'law' })).toContain('choose it, or empty them');
    await max.person.close();
    await rita.slashForm('/account terms lagerhaus');
    expect(await rita.submit({ 'Interest and fixed sum': 'none' })).toContain('Lena');
  });
});
