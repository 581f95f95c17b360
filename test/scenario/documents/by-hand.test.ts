import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../letters/pdf-text.ts';
import { fileGiven } from '../../support/story/files.ts';
import { coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Monday 2 November: one invoice falls due today, one next week. */
const story = await startStory({ start: '2026-11-02 09:30' });
const { rita, tom, lena } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  issued: '2026-10-01',
  mail: 'ap@lagerhaus.example',
};
const rows = [
  { ...lagerhaus, invoice: 'R-1', due: '2026-11-02', amount: '12400.00' },
  { ...lagerhaus, invoice: 'R-2', due: '2026-11-09', amount: '600.00' },
  {
    customer: '1002',
    name: 'Hafen KG',
    issued: '2026-10-12',
    mail: 'ap@hafen.example',
    invoice: 'H-1',
    due: '2026-11-12',
    amount: '90.00',
  },
];
const subjects = (): readonly string[] => story.mails().map(({ subject }) => subject);

describe('letters by hand', () => {
  test('a preview goes to whoever asks, and to nobody else', async () => {
    await startLetters(story, rows, '2026-11-01');
    await lena.slash('/assign lagerhaus @rita');
    expect(await rita.slash('/letter preview lagerhaus')).toContain('Preview, not sent. It would go to ap@');
    const [page = ''] = pagesOf(await fileGiven(story, rita, /^preview-reminder-.*\.pdf$/));
    expect(page).toContain('2 invoices will soon be due');
    expect(story.mails()).toEqual([]);
  });

  test('somebody else’s customer gets none from a rep, who is told whose it is', async () => {
    expect(await tom.slash('/letter send lagerhaus reminder')).toContain('Rita Reyes, who owns the customer');
    expect(await rita.slash('/letter send lagerhaus')).toContain('nothing above the floor is overdue');
  });

  test('a reminder of what falls due soon goes at once, from the menu of the file', async () => {
    await lena.slash('/account hafen');
    await lena.choose(lena.sees('1002 · DE'), 'Letters…');
    expect(await lena.choose(lena.sees('Letters: Hafen'), 'Send reminder')).toContain(
      'reminder over €90.00 (1 invoice) is on its way to ap@hafen.example',
    );
    expect(subjects()).toEqual(['Invoice H-1 will soon be due']);
  });

  test('a letter that is held back waits until its day, for a reason that all can read', async () => {
    expect(await rita.slash('/letter hold lagerhaus yesterday because')).toContain('day');
    expect(await rita.slash('/letter hold lagerhaus 4.11. corrected invoice follows')).toContain(
      'wait until Wed 4 Nov',
    );
    await story.moveTo('2026-11-03 10:00');
    await coverThrough(story, 'yesterday');
    expect(story.mails()).toHaveLength(1);
    expect(await lena.slash('/account lagerhaus')).toContain('letters are held back');
    expect(await rita.slash('/letter send lagerhaus')).toContain('/letter release');
    expect(story.thread('Lagerhaus').join('\n')).toContain('by Rita Reyes: corrected invoice follows');
  });

  test('and goes at once when it is released', async () => {
    expect(await rita.slash('/letter release lagerhaus')).toContain('go again');
    expect(subjects()[0]).toBe('Payment request: invoice R-1, €12,400.00');
    expect(await rita.slash('/letter release lagerhaus')).toContain('Nobody holds');
  });

  test('a second demand waits for the gap', async () => {
    expect(await rita.slash('/letter send lagerhaus demand')).toContain('contacted a short time ago');
  });
});
