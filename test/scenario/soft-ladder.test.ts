import { describe, expect, test } from 'vitest';
import { presets } from '../../src/ladders/presets.ts';
import { putOnLadder } from '../support/story/ladder.ts';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the invoice of a subscription fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { lena, max, mona } = story;
const soft = presets.get('soft')!;
const thread = (): string => story.thread('Nordlicht').join('\n');

/** The morning of a day, with the books in up to the day before. */
async function morningOf(day: string, before: string): Promise<void> {
  await story.moveTo(`${day} 08:45`);
  await coverThrough(story, before);
  await story.moveTo(`${day} 10:30`);
}

describe('a subscription on the soft ladder', () => {
  test('is reminded by mail two business days after it was due, and nobody calls', async () => {
    await startLetters(
      story,
      [
        {
          customer: '2001',
          name: 'Nordlicht Apps GmbH',
          invoice: 'S-1',
          issued: '2026-10-19',
          due: '2026-11-02',
          amount: '480.00',
          mail: 'ap@nordlicht.example',
        },
      ],
      '2026-11-02',
    );
    await lena.slash('/assign nordlicht @max');
    await putOnLadder(story, soft);
    await story.moveTo('2026-11-03 16:00');
    expect(story.mails()).toEqual([]);
    await morningOf('2026-11-04', '3.11.');
    expect(story.mails().map(({ to }) => to)).toEqual([['ap@nordlicht.example']]);
    expect(story.mails()[0]?.text).toContain('S-1');
    expect(await max.slash('/calls')).not.toContain('Nordlicht');
  });

  test('is reminded again two weeks after that arrived, not before', async () => {
    await story.moveTo('2026-11-17 18:00');
    expect(story.mails()).toHaveLength(1);
    await morningOf('2026-11-18', '17.11.');
    expect(story.mails()).toHaveLength(2);
    expect(story.mails()[1]?.subject).not.toBe(story.mails()[0]?.subject);
  });

  test('is held a few days later, once a manager who is not the owner approves', async () => {
    await morningOf('2026-11-23', '20.11.');
    expect(thread()).not.toContain('Approve: service hold');
    await morningOf('2026-11-24', '23.11.');
    expect(thread()).toContain('Approve: service hold');
    expect(thread()).toContain('€480.00');
    expect(await max.press(max.sees('Approve: service hold'), 'Approve')).toContain('You own this customer');
    expect(thread()).not.toContain('Service hold is on');
    await mona.press(mona.sees('Approve: service hold'), 'Approve');
    expect(thread()).toContain('Service hold is on');
  });

  test('is asked in the end whether they want to go on', async () => {
    await story.moveTo('2026-12-07 18:00');
    expect(await max.slash('/calls')).not.toContain('way-on call');
    await story.moveTo('2026-12-08 09:30');
    expect(await max.slash('/calls')).toContain('way-on call');
    expect(await mona.slash('/account nordlicht')).toContain('●●●●');
  });
});
