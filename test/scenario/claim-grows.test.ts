import { expect, test } from 'vitest';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the second invoice falls due on Friday, too late to be demanded before the first one's claim. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { lena, max, ada } = story;
const row = (invoice: string, due: string, amount: string): OpenItemRow => ({
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice,
  issued: '2026-10-01',
  due,
  amount,
  mail: 'ap@lagerhaus.example',
});
const asked = (who: typeof max): string => who.inbox().findLast((text) => text.includes('approval')) ?? '';

async function live(days: readonly (readonly [day: string, covered: string])[]): Promise<void> {
  for (const [day, covered] of days) {
    await story.moveTo(`2026-11-${day} 08:45`);
    await coverThrough(story, covered);
  }
}

test('a claim that nobody answers is asked for anew when another invoice has come as far', async () => {
  await startLetters(
    story,
    [row('R-1', '2026-11-02', '4100.00'), row('R-2', '2026-11-06', '900.00')],
    '2026-11-02',
  );
  await lena.slash('/assign lagerhaus to @rita');
  await live([
    ['04', '3.11.'],
    ['05', '4.11.'],
    ['06', '5.11.'],
    ['09', '6.11.'],
    ['10', '9.11.'],
  ]);
  expect(asked(max)).toContain('€4,100.00 · 1 invoice demanded in writing');
  expect(asked(max)).toContain('Invoices: R-1');
  await live([
    ['11', '10.11.'],
    ['12', '11.11.'],
    ['13', '12.11.'],
  ]);
  await story.moveTo('2026-11-13 10:30');
  expect(asked(max)).toContain('€5,000.00 · 2 invoices demanded in writing');
  expect(asked(max)).toContain('that lapsed: 1 more invoice has come as far');
});

test('and whoever was asked because nobody answered is asked again, not after two more days', () => {
  expect(asked(ada)).toContain('€5,000.00 · 2 invoices demanded in writing');
});
