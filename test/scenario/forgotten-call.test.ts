import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/** Tuesday. One invoice fell due on Friday; nobody has called yet. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max, mona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-10-30',
  amount: '12400.00',
  phone: '+49 40 123',
};

describe('a call that the rep forgets', () => {
  test('is on her list at nine, with the number to dial and the deadline', async () => {
    const file = { name: 'open.csv', content: openItemsFile([lagerhaus]) };
    await importFile(story, story.fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus @rita');
    await story.moveTo('2026-11-03 09:00');
    const list = rita.inbox().find((text) => text.includes('Good morning, Rita'));
    expect(list).toContain('Lagerhaus Nord GmbH · €12,400.00 overdue');
    expect(list).toContain('+49 40 123');
    expect(list).toContain('today by 16:00');
  });

  test('is brought up again when it is due and before the deadline, to nobody but her', async () => {
    await story.moveTo('2026-11-03 15:45');
    expect(rita.inbox().filter(isNudge)).toHaveLength(3);
    for (const other of [lena, max, mona]) expect(other.inbox()).toEqual([]);
  });

  test('goes to the lead at the deadline, and both are told', async () => {
    await story.moveTo('2026-11-03 16:00');
    expect(lena.inbox().at(-1)).toContain('1 call of Rita Reyes');
    expect(rita.inbox().at(-1)).toContain('went to Lena Lind');
    expect(story.thread('Lagerhaus')[0]).toContain('taken over by the lead');
  });

  test('climbs the ladder all the same: the next day it is the official-letter call', async () => {
    await story.moveTo('2026-11-04 09:00');
    expect(lena.inbox().at(-1)).toContain('official-letter call');
  });

  test('goes to the manager when the lead forgets, too', async () => {
    await story.moveTo('2026-11-04 12:00');
    expect(max.inbox().join('\n')).toContain('1 call of Lena Lind');
    expect(story.thread('Lagerhaus')[0]).toContain('taken over by the manager');
  });

  test('is on the manager’s list and brought up before its deadline, and nothing more is said of it on that day', async () => {
    await story.moveTo('2026-11-05 08:59');
    const before = max.inbox().length;
    await story.moveTo('2026-11-05 18:00');
    const [list, ...nudges] = max.inbox().slice(before);
    expect(list).toContain('Good morning, Max');
    expect(nudges.map(isNudge)).toEqual([true]);
  });

  test('stays with the manager who forgets it, as his next list says, and is not passed to another', async () => {
    await story.moveTo('2026-11-06 09:00');
    expect(max.inbox().at(-1)).toContain('past its deadline, stays with you: there is nobody above you');
    expect(mona.inbox()).toEqual([]);
  });

  test('nags nobody any more once its outcome is recorded', async () => {
    const list = max.sees('Good morning, Max');
    await max.chooseForm(list, 'Reached…', 'Lagerhaus');
    const noted = await max.submit({
      'Who did you speak with?': 'Herr Kurz',
      'What was said?': 'The invoice is with the director',
      'What comes next?': 'nothing agreed',
    });
    expect(noted).toContain('spoke with Herr Kurz');
    const before = max.inbox().length;
    await story.moveTo('2026-11-09 08:30');
    expect(max.inbox().length).toBe(before);
  });
});
