import { describe, expect, test } from 'vitest';
import { fileGiven } from '../support/story/files.ts';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Monday 2 November, the due day of both. */
const story = await startStory({ start: '2026-11-02 08:00' });
const { ada, rita, lena, max, fiona } = story;

const items = ['Nord GmbH', 'Süd AG'].map((name, index) => ({
  customer: `100${index + 1}`,
  name,
  invoice: `R-${index + 1}`,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '1000.00',
  mail: `ap@${index + 1}.example`,
  phone: '+49 30 1234567',
}));

/** The names of steps that were mailed to customers so far, such as `2026-11-03 ap@1.example`. */
const mailed = (): readonly string[] => story.mails().map(({ to }) => String(to));

describe('a ladder of the team’s own', () => {
  test('is taken as a file, changed, dropped, refused with its line, mended and saved', async () => {
    await importFile(
      story,
      fiona,
      { name: 'open.csv', content: openItemsFile(items) },
      { 'As of': '2026-11-02' },
    );
    await lena.slash('/assign evenly');
    await max.slash('/team');
    await max.press(max.sees('Let letters out'), 'Let letters out');
    await max.press(max.sees('Let them out'), 'Let them out');
    expect(await ada.slash('/ladder export standard')).toContain(
      'standard-v1.yaml is in your direct messages',
    );
    const standard = new TextDecoder().decode(await fileGiven(story, ada, /standard-v1\.yaml/));
    const patient = standard
      .replace('name: standard', 'name: patient')
      .replace('offset: 1 business day', 'offset: 4 business days');
    const wrong = patient.replace('after: payment-demand', 'after: payment-wish');
    expect(await ada.drop('bot', 'patient.yaml', wrong)).toMatch(/line \d+.*payment-wish/);
    expect(await ada.drop('bot', 'patient.yaml', patient)).toContain('Save patient v1?');
    expect(await ada.press(ada.sees('Save patient v1?'), 'Save patient v1')).toBe('patient v1 is saved.');
  });

  test('holds for whom it is set: the running case keeps its own, the moved one waits for its new day', async () => {
    await story.moveTo('2026-11-02 12:30');
    const proposal = await ada.slash('/ladder set süd patient');
    expect(proposal).toContain('1 running case keeps its version unless you move it');
    await ada.press(ada.sees('Set the ladder of Süd AG?'), 'Set and move 1 running case');
    await story.moveTo('2026-11-03 12:00');
    expect(mailed().join()).toContain('ap@1.example');
    expect(mailed().join()).not.toContain('ap@2.example');
    expect(await rita.slash('/account süd')).toContain('Ladder patient v1, set for this customer');
    expect(await lena.slash('/audit süd')).toContain('moved the case from standard v1 to patient v1');
    expect(await rita.slash('/ladder preview süd')).toMatch(/Fri 6 Nov 08:00\s+Süd AG\s+payment demand/);
  });

  test('is refused for an invoice that rests, and an invoice on it has a case of its own for whoever names it', async () => {
    await rita.slash('/promise nord 1000 6.11.2026');
    expect(await ada.slash('/ladder set invoice R-1 patient')).toContain(
      'R-1 is promised, and that would not follow it',
    );
    await ada.slash('/ladder set invoice R-2 patient');
    await ada.press(ada.sees('Set the ladder of invoice R-2'), 'Set');
    expect(await rita.slash('/promise süd patient 1000 6.11.2026')).toContain('Noted for Süd AG');
  });

  test('is not everybody’s to change', async () => {
    expect(await rita.slash('/ladder set nord patient')).toContain('Ada');
    expect(await rita.drop('bot', 'mine.yaml', 'name: mine')).toContain('Ada');
  });
});
