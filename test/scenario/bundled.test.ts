import { describe, expect, test } from 'vitest';
import { startLetters } from '../support/story/letters.ts';
import type { Actor } from '../support/story/actor.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/** Tuesday 3 November. Three customers of Rita's are late since Monday. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max } = story;

const row = (customer: string, name: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
  mail: `pay@${customer}.example`,
});
const names = ['Werft', 'Lagerhaus', 'Muehle'];
const nudges = (): readonly string[] => rita.inbox().filter(isNudge);

describe('calls that come up within minutes', () => {
  test('are one message', async () => {
    await startLetters(
      story,
      names.map((name, n) => row(`100${n}`, name)),
      '2026-11-02',
    );
    for (const name of names) await lena.slash(`/assign ${name} @rita`);
    await story.moveTo('2026-11-03 11:20');
    const before = nudges().length;
    for (const [n, name] of names.entries()) {
      await story.moveTo(`2026-11-03 11:2${n + 1}`);
      await lena.slashForm(`/escalate ${name}`);
      await lena.submit({ 'Raise to': 'official-letter-call', 'Why?': 'They said they would not pay' });
    }
    await story.moveTo('2026-11-03 11:40');
    expect(nudges().slice(before)).toEqual([expect.stringContaining('3 calls wait for an outcome')]);
  });

  test('and are brought up again together', async () => {
    const before = nudges().length;
    await story.moveTo('2026-11-03 12:45');
    expect(nudges().slice(before)).toEqual([expect.stringContaining('3 calls wait for an outcome')]);
  });
});

describe('reminders of several calls a quarter of an hour apart', () => {
  test('are one', async () => {
    // An hour after it is due again the yard would be brought up at 15:45, the others half an hour before 16:00.
    expect(await rita.choose(rita.sees('wait for an outcome'), 'No answer', 'Werft')).toContain('at 14:45');
    await story.moveTo('2026-11-03 15:00');
    const before = nudges().length;
    await story.moveTo('2026-11-03 15:55');
    expect(nudges().slice(before)).toEqual([expect.stringContaining('3 calls wait for an outcome')]);
  });
});

describe('what was missed in the evening', () => {
  /** Their messages of the night and of nine o'clock. */
  const atNine = async (day: string, person: Actor): Promise<readonly string[]> => {
    await story.moveTo(`${day} 08:59`);
    const before = person.inbox().length;
    await story.moveTo(`${day} 09:00`);
    return person.inbox().slice(before);
  };

  test('is told to the lead by the list of her next morning, and by nothing else', async () => {
    await rita.slashForm('/outcome muehle');
    await rita.submit({
      'Who did you speak with?': 'Herr Alt',
      'What was said?': 'We lack the delivery note',
      'What comes next?': 'commitment',
      'When?': 'today',
      'What do we owe them, or what is wrong?': 'the signed delivery note',
    });
    const [list, ...others] = await atNine('2026-11-04', lena);
    expect(others).toEqual([]);
    expect(list).toContain('Good morning, Lena');
    expect(list).toContain('taken over from Rita Reyes: its deadline passed without an outcome');
  });

  test('and to the manager by his', async () => {
    const [list, ...others] = await atNine('2026-11-05', max);
    expect(others).toEqual([]);
    expect(list).toContain('the signed delivery note');
    expect(lena.inbox().join()).toContain('went to Max Moreau: the deadline passed before');
    expect(list).toContain('taken over from Lena Lind: its deadline passed without an outcome');
  });

  test('who is told in it, too, that it stays with him', async () => {
    const [list, ...others] = await atNine('2026-11-06', max);
    expect(others).toEqual([]);
    expect(list).toContain('past its deadline, stays with you: there is nobody above you');
  });
});
