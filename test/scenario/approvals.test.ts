import { describe, expect, test } from 'vitest';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the invoices fell due the day before. Rita owns both customers. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { lena, max, mona, ada, fiona } = story;

const row = (customer: string, name: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
  mail: `ap@${customer}.example`,
});
const thread = (of = 'Lagerhaus'): string => story.thread(of).join('\n--\n');
const asks = (who: typeof max): readonly string[] =>
  who.inbox().filter((text) => /approvals? (waits?|is|are)/.test(text));

describe('a claim that waits for a manager', () => {
  test('begins as letters and calls', async () => {
    await startLetters(
      story,
      [row('1001', 'Lagerhaus Nord GmbH', '4100.00'), row('1002', 'Müller & Söhne', '12400.00')],
      '2026-11-02',
    );
    await lena.slash('/assign lagerhaus to @rita');
    expect(await lena.slash('/assign müller to @rita')).toContain('Moved');
  });

  test.each([
    ['04', '3.11.'],
    ['05', '4.11.'],
    ['06', '5.11.'],
    ['09', '6.11.'],
  ])('goes on by itself on 2026-11-%s', async (day, covered) => {
    await story.moveTo(`2026-11-${day} 08:45`);
    await coverThrough(story, covered);
    expect(asks(max)).toEqual([]);
  });

  test('is one message to each of them, however many are asked at once, the biggest first', async () => {
    await story.moveTo('2026-11-09 10:00');
    for (const who of [max, mona]) {
      expect(asks(who)).toHaveLength(1);
      const [message = ''] = asks(who);
      expect(message).toContain('2 approvals wait for you');
      expect(message.indexOf('€12,400.00')).toBeLessThan(message.indexOf('€4,100.00'));
      expect(message).toContain('payment demand to ap@1002.example');
    }
  });

  test('is brought up again the next day, all in one message, and the next above with the second time', async () => {
    await coverThrough(story, '8.11.');
    await story.moveTo('2026-11-10 10:05');
    expect(asks(max)).toHaveLength(2);
    expect(asks(max).at(-1)).toContain('2 approvals wait for you');
    expect(asks(ada)).toEqual([]);
    await story.moveTo('2026-11-11 10:05');
    expect(asks(max)).toHaveLength(3);
    expect(asks(ada)).toHaveLength(1);
    expect(await ada.openHome()).toContain('2 approvals wait for you');
  });

  test('lapses at once when they pay a part, and is asked anew with the new sum', async () => {
    await coverThrough(story, '10.11.');
    await fiona.slash('/payment müller 2400');
    expect(thread('Müller')).toContain(
      'Lapsed: the sum changed from €12,400.00 to €10,000.00 · asked again with €10,000.00',
    );
    expect(thread('Müller')).toContain(
      'Asked before with €12,400.00; that lapsed: the sum changed from €12,400.00 to €10,000.00',
    );
    expect(asks(max).at(-1)).toContain('€10,000.00');
    expect(asks(ada).at(-1)).toContain('€10,000.00');
  });

  test('is refused with a reason and a day, and asked again on that day with the refusal beside it', async () => {
    await mona.pressForm(mona.sees('Approve: formal claim'), 'Refuse');
    const said = { 'Why not?': 'their director is ill', 'Look again on': '13.11.' };
    await mona.submit(said);
    const [refused, other] = thread().includes('director')
      ? ['Lagerhaus', 'Müller']
      : ['Müller', 'Lagerhaus'];
    expect(thread(refused)).toContain('Refused by Mona Meyer: their director is ill');
    expect(thread(refused)).toContain('to be looked at again Fri 13 Nov');
    expect(thread(other)).not.toContain('director');
    await story.moveTo('2026-11-12 18:00');
    expect(thread(refused)).not.toContain('Refused before');
    await coverThrough(story, '11.11.');
    await story.moveTo('2026-11-13 08:45');
    await coverThrough(story, '12.11.');
    await story.moveTo('2026-11-13 12:00');
    expect(thread(refused)).toContain('Refused before by Mona Meyer on Wed 11 Nov');
  });

  test('is approved once, and every message, Home and the thread say so at once', async () => {
    await mona.openHome();
    expect(mona.home()).toContain('2 approvals wait for you');
    const card = max.sees('Approve: formal claim');
    const answers = await Promise.all([max.press(card, 'Approve'), mona.press(card, 'Approve')]);
    expect(answers.filter((text) => text.startsWith('Approved.'))).toHaveLength(1);
    expect(answers.join()).toMatch(/Already approved by (Max Moreau|Mona Meyer)/);
    expect(mona.home()).toContain('1 approval waits for you');
    for (const who of [max, mona]) expect(asks(who).at(-1)).toMatch(/Approved by (Max Moreau|Mona Meyer)/);
  });

  test('is not posted once everything is paid, and its thread says so', async () => {
    expect(await lena.slash('/calls')).toContain('post the claim');
    const [paid, sum] = thread().includes('Approved by') ? ['lagerhaus', '4100'] : ['müller', '10000'];
    await fiona.slash(`/payment ${paid} ${sum}`);
    await story.settle();
    expect(await lena.slash('/calls')).not.toContain('post the claim');
    expect(thread('Lagerhaus') + thread('Müller')).toContain(
      'Formal claim: not posted, because everything is paid',
    );
  });
});
