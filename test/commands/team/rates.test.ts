import { describe, expect, test } from 'vitest';
import { importFile } from '../../support/story/import.ts';
import { openItemsFile } from '../../support/story/open-items.ts';
import { startStory } from '../../support/story/story.ts';

/** Monday 23 November 2026: the rates of the second half of the year came after this version. */
const story = await startStory({ start: '2026-11-23 07:30' });
const { rita, lena, max, fiona, ada } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-20',
  due: '2026-11-20',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};
const told = (): readonly string[] => ada.inbox().filter((text) => text.includes('is known from'));

describe('reference rates', () => {
  test('that are missing are told to admins, once, and files count nothing that is not known', async () => {
    const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
    await importFile(story, fiona, file, { 'As of': '2026-11-22' });
    await lena.slash('/assign lagerhaus @max');
    await max.slash('/team');
    await max.press(max.sees('Let letters out'), 'Let letters out');
    await max.press(max.sees('Let them out'), 'Let them out');
    await story.moveTo('2026-11-23 12:00');
    expect(told()).toHaveLength(1);
    expect(told()[0]).toContain('No Bundesbank base rate (Basiszinssatz) is known from Wed 1 Jul 2026');
    const shown = await max.slash('/account lagerhaus');
    expect(shown).toContain('€40.00 and interest that is not known');
    expect(shown).toContain('the Bundesbank rate is missing');
  });

  test('leave interest out of a letter rather than guess it', () => {
    const [mail] = story.mails();
    expect(mail?.text).toContain('interest and a compensation for the costs of recovery may be charged');
    expect(mail?.text).not.toContain('BGB');
  });

  test('are refused from a rep, for a day that begins no half-year, without a source, and when they are no rate', async () => {
    expect(await rita.slash('/team rate Bundesbank 2026-07-01 1.27 bundesbank.de')).toContain('Ada');
    expect(await ada.slash('/team rate Bundesbank 2026-08-01 1.27 bundesbank.de')).toContain(
      'begins no half-year',
    );
    expect(await ada.slash('/team rate Bundesbank 2026-07-01 1.27')).toContain('needs its source');
    expect(await ada.slash('/team rate Bundesbank 2026-07-01 much bundesbank.de')).toContain(
      'for example 2.15',
    );
    expect(await ada.slash('/team rate Fed 2026-07-01 4 fed')).toContain('none of ECB, Bundesbank');
  });

  test('count from the moment somebody adds them, with their source', async () => {
    await ada.pressForm(ada.sees('is known from'), 'Add rate');
    const saved = await ada.submit({
      'Which rate': 'Bundesbank',
      'For the half-year from': '1.7.2026',
      'Per cent': '1,27',
      'Where it was published': 'Bundesanzeiger of 30 June 2026',
    });
    expect(saved).toContain('1.27 % for the half-year from');
    // €12,400 × 10.27 % × 3 ÷ 365
    expect(await max.slash('/account lagerhaus')).toContain(
      'R-1: €10.47 = 3 days × €12,400.00 at 10.27 % a year',
    );
    const rates = await ada.slash('/team rates');
    expect(rates).toContain('1.27 % · Bundesbank base rate (Basiszinssatz)');
    expect(rates).toContain('Bundesanzeiger of 30 June 2026 (Ada Adams)');
    expect(rates).toContain('not known today · ECB main refinancing rate');
  });

  test('are told of once for a half-year, and not while they are known', async () => {
    await story.moveTo('2026-11-24 08:45');
    expect(told()).toHaveLength(1);
  });
});
