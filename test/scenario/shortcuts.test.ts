import { describe, expect, test } from 'vitest';
import type { Message } from '../../src/workspace/api.ts';
import { importFile } from '../support/story/import.ts';
import { openItemsFile } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November; a call waits, and its card stands in the channel. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, fiona } = story;
const row = { issued: '2026-10-01', due: '2026-10-30' };
const items = [
  { ...row, customer: '1001', name: 'Lagerhaus Nord GmbH', invoice: 'R-1', amount: '12400.00' },
  { ...row, customer: '1002', name: 'Kornhaus Süd AG', invoice: 'R-2', amount: '900.00' },
];

/** The card of a case in the team's channel. */
function cardOf(customer: string): Message {
  const card = lena.person
    .messages('collections')
    .find((message) => say(message).includes(`${customer} `) && message.replyCount);
  if (card === undefined) throw new Error(`${customer} has no card`);
  return card;
}

describe('a message shortcut', () => {
  test('on a message of nobody’s case asks whose it is, and keeps its words', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus @rita');
    await lena.slash('/assign kornhaus @rita');
    await story.moveTo('2026-11-03 09:00');
    const heard = await rita.person.say('collections', 'Kornhaus mailed: "we pay 900 by Friday"');
    await rita.shortcut('Record promise', heard);
    expect(await rita.submit({ 'Which customer?': 'haus' })).toContain('could be');
    await rita.submitQuietly({ 'Which customer?': 'kornhaus' });
    const form = rita.person.view();
    expect(JSON.stringify(form?.view.blocks)).toContain('Kornhaus Süd AG');
    expect(await rita.submit({ 'Paid by': 'Fri' })).toContain('€900.00 promised for Fri 6 Nov');
    expect(story.thread('Kornhaus').join('\n')).toContain('“Kornhaus mailed: "we pay 900 by Friday"”');
  });

  test('on a case’s card opens the form of that case', async () => {
    const form = await rita.shortcut('Log outcome', cardOf('Kornhaus'));
    expect(JSON.stringify(form.view.blocks)).toContain('Kornhaus Süd AG');
    await rita.person.close();
  });

  test('on what somebody wrote in its thread records the promise of that case', async () => {
    const reply = await lena.person.say('collections', 'They pay 400 on Monday', cardOf('Kornhaus').ts);
    const form = await rita.shortcut('Record promise', reply);
    expect(JSON.stringify(form.view.blocks)).toContain('Kornhaus Süd AG');
    expect(await rita.submit({ Amount: '400', 'Paid by': 'Mon' })).toContain(
      '€400.00 promised for Mon 9 Nov',
    );
    expect(story.thread('Kornhaus').join('\n')).toContain('€400.00 promised for Mon 9 Nov');
  });

  test('records what a call produced, too', async () => {
    const heard = await rita.person.say('collections', 'Lagerhaus calls back');
    await rita.shortcut('Log outcome', heard);
    await rita.submitQuietly({ 'Which customer?': '1001' });
    const answer = await rita.submit({
      'Who did you speak with?': 'Frau Sommer',
      'What comes next?': 'Nothing was agreed',
    });
    expect(answer).toContain('spoke with Frau Sommer');
    expect(story.thread('Lagerhaus').join('\n')).toContain('Lagerhaus calls back');
  });

  test('is for those who make calls; others are told who may', async () => {
    await fiona.person.shortcut('Record promise', fiona.sees('Lagerhaus calls back'));
    const { workspace } = story.dunwell.local!;
    const shown = (): string => JSON.stringify(fiona.person.view()?.view.blocks ?? '');
    await workspace.until(() => shown().includes('This takes the role'));
    expect(shown()).toContain('This takes the role rep or lead or manager');
  });
});

describe('a shortcut from anywhere', () => {
  test('asks whose promise it is, and says what was recorded over the form', async () => {
    await rita.shortcut('Record promise');
    await rita.submitQuietly({ 'Which customer?': 'lagerhaus' });
    rita.person.fill({ Amount: '500', 'Paid by': 'Mon' });
    await rita.person.submit();
    expect(JSON.stringify(rita.person.view()?.view.blocks)).toContain('€500.00 promised for Mon 9 Nov');
  });
});

describe('links', () => {
  test('lead from the file to the thread of the case, as Slack’s own do', async () => {
    const { ts } = cardOf('Kornhaus');
    const { url } = story.dunwell.local!.workspace;
    await rita.slash('/account kornhaus');
    const file = rita.person.messages('collections').findLast(({ onlyFor }) => onlyFor !== undefined);
    expect(JSON.stringify(file?.blocks)).toContain(
      `${url}/archives/C0COLLECT/p${ts.replace('.', '')}?thread_ts=${ts}&cid=C0COLLECT`,
    );
  });
});
