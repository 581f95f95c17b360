import { describe, expect, test } from 'vitest';
import { coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30', noticeMinutes: 60 });
const { rita, lena, max } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};
const thread = (): string => story.thread('Lagerhaus').join('\n');

async function approveClaim(): Promise<void> {
  await max.press(max.sees('Approve: formal claim'), 'Approve');
}

describe('a claim that was approved', () => {
  test('is announced before anybody posts it', async () => {
    await startLetters(story, [lagerhaus], '2026-11-02');
    await lena.slash('/assign lagerhaus @rita');
    for (const day of ['03', '04', '05', '06']) {
      await story.moveTo(`2026-11-${day} 09:30`);
      await coverThrough(story, 'today');
    }
    await story.moveTo('2026-11-09 10:30');
    await coverThrough(story, 'today');
    await approveClaim();
    expect(thread()).toContain('Formal claim · 1 invoice, €12,400.00');
    expect(thread()).toContain('Goes to be posted Mon 9 Nov 11:30, unless somebody holds it back');
    expect(await lena.slash('/account lagerhaus')).not.toContain('post the claim');
  });

  test('is held back with a reason: the approval lapses, and nobody posts it', async () => {
    await rita.pressForm(rita.sees('Goes to be posted'), 'Hold back');
    expect(await rita.submit({ Until: '+1', 'Why?': 'they called just now' })).toContain('wait until');
    expect(thread()).toContain('Held back by Rita Reyes until Tue 10 Nov: “they called just now”');
    expect(thread()).toContain('Lapsed: it was held back: they called just now');
    await story.moveTo('2026-11-09 16:00');
    expect(await lena.slash('/account lagerhaus')).not.toContain('post the claim');
  });

  test('is asked for afresh after that day, and goes to be posted when its time came', async () => {
    await story.moveTo('2026-11-10 10:30');
    await coverThrough(story, 'today');
    await approveClaim();
    await story.moveTo('2026-11-10 11:35');
    expect(await lena.slash('/account lagerhaus')).toContain('post the claim');
    expect(thread()).toContain('With whoever posts it since Tue 10 Nov 11:30');
  });
});
