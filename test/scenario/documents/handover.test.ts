import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../letters/pdf-text.ts';
import { samplePdf } from '../../support/samples/papers.ts';
import { fileGiven } from '../../support/story/files.ts';
import { coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max, leo } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};

async function through(days: readonly string[]): Promise<void> {
  for (const day of days) {
    await story.moveTo(`${day} 09:00`);
    await coverThrough(story, 'yesterday');
  }
}

describe('from the claim to legal', () => {
  test('the claim is printed with its invoice and posted, and no delivery before the posting is believed', async () => {
    await startLetters(story, [lagerhaus], '2026-11-02');
    await lena.slash('/assign lagerhaus @rita');
    await rita.drop('bot', 'R-1.pdf', samplePdf('R-1'));
    await through(['2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06', '2026-11-09']);
    await story.moveTo('2026-11-09 10:00');
    await max.press(max.sees('Approve: '), 'Approve');
    await lena.slash('/letter lagerhaus');
    const [page = ''] = pagesOf(await fileGiven(story, lena, /^formal-claim-.*\.pdf$/));
    expect(page).toContain('Formal claim for payment: €12,400.00');
    await lena.chooseForm(lena.sees('post the claim'), 'Record delivery', 'Lagerhaus');
    await lena.submit({ 'Delivered on': 'today', Proof: 'RR 123 456 789 DE' });
  });

  test('the hand-over is asked for when the deadline passed, and legal has the bundle once it is approved', async () => {
    await through(['2026-11-16', '2026-11-23', '2026-11-24']);
    await story.moveTo('2026-11-24 12:00');
    expect(await max.press(max.sees('Approve: legal hand-over'), 'Approve')).toContain(
      'Leo Legrand has the bundle',
    );
    const files = unzipSync(await fileGiven(story, leo, /^Lagerhaus-Nord-GmbH-.*\.zip$/));
    const names = Object.keys(files);
    expect(names).toContain('index.html');
    expect(names.filter((name) => name.startsWith('letters/'))).toEqual([
      'letters/01-payment-demand-2026-11-03.pdf',
      'letters/02-formal-claim-2026-11-09.pdf',
    ]);
    const copy = names.find((name) => name.startsWith('invoices/')) ?? '';
    expect(files[copy]).toEqual(samplePdf('R-1'));
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    expect(text('invoices.csv')).toContain('R-1,2026-10-01,2026-11-02,22,12400.00,0.00,0.00,12400.00,EUR');
    expect(text('history.csv')).toContain('RR 123 456 789 DE');
    expect(text('history.csv')).toContain('formal-claim approved');
  });

  test('a rep does not get it, and legal takes it again from the file', async () => {
    expect(await rita.slash('/letter bundle lagerhaus')).toContain('Leo Legrand');
    await leo.slash('/account lagerhaus');
    expect(await leo.choose(leo.sees('1001 · DE'), 'Bundle for legal')).toContain('in your direct messages');
  });
});
