import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../../letters/pdf-text.ts';
import { samplePdf } from '../../support/samples/papers.ts';
import { fileGiven } from '../../support/story/files.ts';
import { coverThrough, startLetters, withoutDigests } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Wednesday 28 October; the invoice falls due on Monday. Nobody makes any of the calls. */
const story = await startStory({ start: '2026-10-28 07:30' });
const { rita, lena, max, mona, leo } = story;
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

const card = (): string => story.thread('Lagerhaus')[0] ?? '';

describe('the standard ladder, from the first call to legal', () => {
  test('rises day by day, whoever forgets', async () => {
    await startLetters(story, [lagerhaus], '2026-10-27');
    await withoutDigests(story);
    await lena.slash('/assign lagerhaus @rita');
    await story.moveTo('2026-10-28 10:00');
    expect(card()).toContain('friendly call');
    await story.moveTo('2026-11-02 12:30');
    expect(card()).toContain('due-day call');
    await through(['2026-11-03']);
    expect(story.mails().map(({ to }) => to)).toEqual([['ap@lagerhaus.example']]);
    expect(card()).toContain('pay-or-date call');
    await through(['2026-11-04']);
    expect(card()).toContain('official-letter call');
    await through(['2026-11-05', '2026-11-06', '2026-11-09']);
    await story.moveTo('2026-11-09 10:00');
    expect(story.thread('Lagerhaus').join('\n')).toContain('Approve: formal claim');
  });

  test('the claim is printed with its invoice and posted', async () => {
    await rita.drop('bot', 'R-1.pdf', samplePdf('R-1'));
    await max.press(max.sees('Approve: '), 'Approve');
    await lena.slash('/letter lagerhaus');
    const [page = ''] = pagesOf(await fileGiven(story, lena, /^formal-claim-.*\.pdf$/));
    expect(page).toContain('Formal claim for payment: €12,400.00');
    expect(await fileGiven(story, lena, /^invoice-R-1\.pdf$/)).toEqual(samplePdf('R-1'));
    await lena.slash('/calls');
    await lena.chooseForm(lena.sees('post the claim'), 'Posted…', 'Lagerhaus');
    await lena.submit({ 'Posted on': 'today', 'Tracking number': 'RR 1' });
  });

  test('a claim that came back is dated anew, for its next address, and posted again', async () => {
    await through(['2026-11-10']);
    await lena.slash('/calls');
    await lena.chooseForm(lena.sees('find out when the claim arrived'), 'Came back…', 'Lagerhaus');
    expect(await lena.submit({ 'Why?': 'moved away', 'Next address': 'Kai 7\n20457 Hamburg' })).toContain(
      'came back',
    );
    await lena.slash('/letter lagerhaus');
    const [page = ''] = pagesOf(await fileGiven(story, lena, /^formal-claim-2026-11-10\.pdf$/));
    expect(page).toContain('Kai 7\n20457 Hamburg\n10 November 2026');
    expect(page).toContain('by 24 November 2026');
  });

  test('no delivery before the posting or to come is believed', async () => {
    await lena.slash('/calls');
    await lena.chooseForm(lena.sees('post the claim again'), 'Posted…', 'Lagerhaus');
    await lena.submit({ 'Posted on': 'today', 'Tracking number': 'RR 123 456 789 DE' });
    await lena.slash('/calls');
    await lena.chooseForm(lena.sees('find out when the claim arrived'), 'Record delivery', 'Lagerhaus');
    expect(await lena.submit({ 'Delivered on': '9.11.', Proof: 'slip' })).toContain('before that');
    expect(await lena.submit({ 'Delivered on': 'today', Proof: 'slip' })).toContain('was delivered');
    await lena.drop('collections', 'scan.pdf', samplePdf('slip'), story.caseCard('Lagerhaus')?.ts);
    expect(await lena.press(lena.sees('scan.pdf'), 'It proves the claim')).toContain('Kept as proof');
  });

  test('the hand-over is asked for when the deadline passed, and legal has the bundle once it is approved by two', async () => {
    await through(['2026-11-17', '2026-11-24', '2026-11-25']);
    await story.moveTo('2026-11-25 12:00');
    expect(await max.press(max.sees('Approve: legal hand-over'), 'Approve')).toContain(
      'One more person must agree: Mona Meyer',
    );
    expect(await mona.press(mona.sees('Approve: legal hand-over'), 'Approve')).toContain(
      'Leo Legrand has the bundle',
    );
    const files = unzipSync(await fileGiven(story, leo, /^Lagerhaus-Nord-GmbH-.*\.zip$/));
    const names = Object.keys(files);
    expect(names).toContain('index.html');
    expect(names.filter((name) => name.startsWith('letters/'))).toEqual([
      'letters/01-payment-demand-2026-11-03.pdf',
      'letters/02-formal-claim-2026-11-10.pdf',
    ]);
    const copy = names.find((name) => name.startsWith('invoices/')) ?? '';
    expect(files[copy]).toEqual(samplePdf('R-1'));
    const proof = names.find((name) => name.startsWith('proofs/')) ?? '';
    expect(files[proof]).toEqual(samplePdf('slip'));
    const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
    expect(text('invoices.csv')).toContain('R-1,2026-10-01,2026-11-02,23,12400.00,0.00,0.00,12400.00,EUR');
    expect(text('letters.csv')).toContain('registered post,RR 123 456 789 DE,2026-11-10,2026-11-10');
    expect(text('history.csv')).toContain('formal-claim approved');
  });

  test('a rep does not get it, and legal takes it again from the file', async () => {
    expect(await rita.slash('/letter bundle lagerhaus')).toContain('Leo Legrand');
    await leo.slash('/account lagerhaus');
    await leo.choose(leo.sees('1001 · DE'), 'More…');
    expect(await leo.choose(leo.sees(' overdue, '), 'Bundle for legal')).toContain('in your direct messages');
  });
});
