import { describe, expect, test } from 'vitest';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startLetters } from '../support/story/letters.ts';
import { startStory } from '../support/story/story.ts';

/** Monday 23 November: three customers are a business day late, one has until Thursday. */
const story = await startStory({ start: '2026-11-23 07:30' });
const { rita, lena } = story;

const row = (customer: string, name: string, invoice: string, amount: string, due: string): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-20',
  due,
  amount,
  mail: `ap@${customer}.example`,
  phone: '+49 40 123',
});
const rows = [
  row('1001', 'Lagerhaus Nord GmbH', 'R-1', '12400.00', '2026-11-20'),
  row('1002', 'Müller & Söhne', 'R-2', '4100.00', '2026-11-26'),
  row('1003', 'Fern GmbH', 'R-3', '900.00', '2026-11-20'),
  row('1003', 'Fern GmbH', 'R-4', '600.00', '2026-11-20'),
  row('1004', 'Werft Ost', 'R-5', '8000.00', '2026-11-20'),
];
describe('Monday', () => {
  test('begins with one message each, although some calls are due at nine', async () => {
    await startLetters(story, rows, '2026-11-22');
    await lena.slash('/assign werft @tom');
    await lena.slash('/assign nobody @rita');
    await story.moveTo('2026-11-23 09:00');
    expect(rita.inbox()).toHaveLength(1);
    expect(rita.inbox()[0]).toContain('Müller & Söhne · €4,100.00 open, nothing overdue');
  });

  test('counts a call once, whichever of its buttons are pressed', async () => {
    const list = rita.sees('Good morning, Rita');
    expect(await rita.choose(list, 'No answer', 'Lagerhaus')).toContain('call again Mon 23 Nov at 11:00');
    await story.moveTo('2026-11-23 11:05');
    const reminder = rita.sees('for an outcome');
    expect(await rita.choose(reminder, 'Voicemail', 'Lagerhaus')).toContain('call again Tue 24 Nov');
    expect(await rita.choose(reminder, 'Voicemail', 'Lagerhaus')).toContain(
      'Rita Reyes logged this call already: voicemail, Mon 23 Nov 11:05. Your press changed nothing',
    );
    expect(rita.inbox()[0]).toContain('tried twice');
  });
});
