import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { isNudge } from '../support/story/text.ts';

/** Tuesday 3 November. The warehouse is due on Monday, so its friendly call is for Wednesday morning; the yard is late. */
const story = await startStory({ start: '2026-11-03 08:00' });
const { rita, tom, lena, fiona } = story;

const row = (customer: string, name: string, due: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due,
  amount: '12400.00',
});
const items = [row('1001', 'Lagerhaus Nord GmbH', '2026-11-09'), row('1002', 'Werft Ost', '2026-10-30')];

const nothingAgreed = {
  'Who did you speak with?': 'Herr Kurz',
  'What was said?': 'He looks into it',
  'What comes next?': 'nothing agreed',
};

describe('Rita is away', () => {
  test('and says so in a line that names who stands in; both are told what it means', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus @rita');
    await lena.slash('/assign werft @rita');
    await story.moveTo('2026-11-03 09:00');
    await rita.chooseForm(rita.sees('Good morning, Rita'), 'Reached…', 'Werft');
    await rita.submit(nothingAgreed);
    expect(await rita.slash('/away wed – thu @tom')).toContain('You are away Wed 4 Nov – Thu 5 Nov');
    expect(tom.inbox().at(-1)).toContain('You stand in for Rita Reyes Wed 4 Nov – Thu 5 Nov');
    expect(await lena.slash('/team')).toContain('away Wed 4 Nov – Thu 5 Nov, Tom');
  });

  test('so her calls are with Tom before nine, on his list and not on hers', async () => {
    await story.moveTo('2026-11-04 09:00');
    const list = tom.inbox().find((text) => text.includes('Good morning, Tom'));
    expect(list).toContain('Lagerhaus Nord GmbH');
    expect(list).toContain('Werft Ost');
    expect(list).toContain('in place of Rita Reyes');
    expect(rita.inbox().filter((text) => text.includes('Good morning, Rita'))).toHaveLength(1);
  });

  test('and is not nudged; Tom is', async () => {
    const before = rita.inbox().length;
    await story.moveTo('2026-11-04 11:30');
    expect(rita.inbox()).toHaveLength(before);
    expect(tom.inbox().filter(isNudge).length).toBeGreaterThan(0);
  });

  test('and finds on her return what was done and what is hers again', async () => {
    const list = tom.sees('Good morning, Tom');
    await tom.chooseForm(list, 'Reached…', 'Lagerhaus');
    await tom.submit(nothingAgreed);
    await story.moveTo('2026-11-06 09:00');
    const back = rita.inbox().find((text) => text.includes('Welcome back, Rita'));
    expect(back).toContain('Done by others: Lagerhaus Nord GmbH, friendly call (Tom');
    expect(await rita.slash('/calls')).not.toContain('in place of Rita Reyes');
    expect(await lena.slash('/team')).not.toContain('away Wed');
  });

  test('or stays after all: what was to come is taken back', async () => {
    await rita.slash('/away mon');
    expect(await rita.slash('/away back')).toContain('You stay after all');
    expect(await rita.slash('/away back')).toContain('Rita Reyes is not away');
  });

  test('longer than she said first: days that overlap are one absence, and the answer says so', async () => {
    expect(await rita.slash('/away 16 – 20 Nov @tom')).not.toContain('entered before');
    const inside = await rita.slash('/away 18 Nov');
    expect(inside).toContain('You are away Mon 16 Nov – Fri 20 Nov');
    expect(inside).toContain('with what was entered before. Shorter? Take it back');
    const longer = await rita.slash('/away 19 – 24 Nov');
    expect(longer).toContain('You are away Mon 16 Nov – Tue 24 Nov');
    expect(longer).toContain('goes to Tom');
    expect(await lena.slash('/team')).toContain('away Mon 16 Nov – Tue 24 Nov, Tom');
    expect(await rita.slash('/away back')).toContain('You stay after all');
    expect(await rita.slash('/away back')).toContain('Rita Reyes is not away');
  });

  test('for whom only a lead may say so', async () => {
    expect(await tom.slash('/away @rita mon')).toContain('Lena Lind');
    expect(await lena.slash('/away @rita mon')).toContain('Rita Reyes is away Mon 9 Nov');
    expect(rita.inbox().at(-1)).toContain('Lena Lind entered that you are away Mon 9 Nov');
  });

  test('on days that exist, in order, with a deputy who works then', async () => {
    expect(await rita.slash('/away 31 Nov')).toContain('31 Nov');
    expect(await rita.slash('/away yesterday')).toContain('is past');
    expect(await tom.slash('/away mon @rita')).toContain('Rita Reyes does not work on these days either');
  });
});
