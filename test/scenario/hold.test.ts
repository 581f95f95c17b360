import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November; the invoices fell due the day before. Lagerhaus belongs to a manager, Max. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, max, mona, fiona } = story;

const row = (customer: string, name: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due: '2026-11-02',
  amount,
});
const items = [row('1001', 'Lagerhaus Nord GmbH', '12400.00'), row('1002', 'Müller & Söhne', '500.00')];
const thread = (of = 'Lagerhaus'): string => story.thread(of).join('\n');
const card = (of = 'Lagerhaus'): string => story.thread(of)[0] ?? '';
const coverThrough = async (day: string): Promise<void> => {
  await fiona.slash('/import');
  await fiona.pressForm(fiona.sees('Nothing is missing'), 'Nothing is missing');
  await fiona.submit({ 'All payments are in through': day });
};

describe('a hold', () => {
  test('is refused without a reason, and of a kind that there is not', async () => {
    const file = { name: 'open.csv', content: openItemsFile(items) };
    await importFile(story, fiona, file, { 'As of': '2026-11-02' });
    await lena.slash('/assign lagerhaus to @max');
    await lena.slash('/assign müller to @rita');
    await story.moveTo('2026-11-03 09:00');
    expect(await rita.slash('/hold lagerhaus service')).toContain('needs a reason');
    expect(await rita.slash('/hold lagerhaus forever')).toContain('write service, order or credit');
    expect(await rita.slash('/hold lagerhaus lift paid')).toContain('No hold is on');
  });

  test('is proposed by anybody with customers, and asked of a manager who is not the owner', async () => {
    const answer = await rita.slash('/hold lagerhaus service three reminders, no answer');
    expect(answer).toContain('a service hold is proposed. It is on when approved by Mona Meyer');
    expect(thread()).toContain('Approve: service hold');
    expect(thread()).toContain('Rita Reyes asks for it: “three reminders, no answer”');
    expect(card()).not.toContain('Service hold is on');
    expect(await rita.slash('/account lagerhaus')).toContain('Service hold proposed by Rita Reyes');
    expect(await rita.slash('/hold lagerhaus service again')).toContain('proposed by Rita Reyes and waits');
    expect(await max.press(max.sees('Approve: service hold'), 'Approve')).toContain('You own this customer');
  });

  test('is applied to nobody in shadow mode', async () => {
    const card = mona.sees('Approve: service hold');
    expect(await mona.press(card, 'Approve')).toContain('Shadow mode is on, so nothing goes to customers');
    expect(thread()).not.toContain('Service hold is on');
    await max.slash('/team');
    await max.press(max.sees('Let letters out'), 'Let letters out');
    await max.press(max.sees('Let them out'), 'Let them out');
  });

  test('that is approved is announced in the thread, on the card and in the file', async () => {
    await mona.press(mona.sees('Approve: service hold'), 'Approve');
    expect(thread()).toContain('Service hold is on · approved by Mona Meyer');
    expect(thread()).toContain('Service hold: approved');
    expect(thread()).not.toContain('Service hold · Approved by');
    expect(card()).toContain('Service hold is on');
    const file = await fiona.slash('/account lagerhaus');
    expect(file).toContain(
      'Service hold is on: three reminders, no answer. Tell them of the open invoices first.',
    );
  });

  test('is lifted by hand by leads and managers only', async () => {
    expect(await rita.slash('/hold lagerhaus lift they asked')).toContain('lead or manager');
    expect(card()).toContain('Service hold is on');
  });

  test('is not lifted against a promise of less, which is told what would lift it', async () => {
    expect(await rita.slash('/hold lagerhaus promise')).toContain(
      'There is no open promise to lift it against: record one of €12,400.00',
    );
    await rita.slash('/promise lagerhaus 400 fri');
    expect(await rita.slash('/hold lagerhaus promise')).toContain(
      'The service hold stays: €12,400.00 is to be paid, and only €400.00 is promised for Fri 6 Nov. A promise of €12,400.00 lifts it.',
    );
    expect(card()).toContain('Service hold is on');
  });

  test('is lifted at once against a promise of all that is overdue', async () => {
    await rita.slash('/promise lagerhaus 12400 today');
    expect(await rita.slash('/hold lagerhaus promise')).toContain('against the promise for Tue 3 Nov');
    expect(card()).not.toContain('Service hold is on');
    expect(thread()).toContain('Service hold lifted by Rita Reyes against a promise');
  });

  test('is on again by itself when the promise breaks, and a promise does not lift it twice', async () => {
    await story.moveTo('2026-11-05 08:30');
    await coverThrough('4.11.');
    expect(thread()).toContain('Promise broken');
    expect(thread()).toContain('Service hold is on again: the promise was broken');
    expect(card()).toContain('Service hold is on');
    await rita.slash('/promise lagerhaus 12400 fri');
    expect(await rita.slash('/hold lagerhaus promise')).toContain(
      'once in 90 days: again from Mon 1 Feb 2027',
    );
  });

  test('stays when a part is paid, and the thread says what is still missing', async () => {
    await fiona.slash('/payment lagerhaus 5000');
    expect(thread()).toContain('Service hold stays: €7,400.00 is still to be paid');
    expect(say(mona.sees('“three reminders, no answer” · proposed by'))).toContain(
      'It comes off when €7,400.00 is paid',
    );
    expect(card()).toContain('Service hold is on');
  });

  test('is lifted at once when so little is left that nobody presses for it', async () => {
    await fiona.slash('/payment lagerhaus 7390');
    expect(thread()).toContain('Service hold lifted: only €10.00 of what it was for is left');
    expect(thread().match(/Service hold stays/g)).toHaveLength(1);
    expect(card()).not.toContain('Service hold is on');
    expect(say(mona.sees('“three reminders, no answer” · proposed by'))).toContain('Lifted');
  });
});

describe('a hold that a manager refuses', () => {
  test('is not proposed again before the day to look again', async () => {
    await rita.slashForm('/hold müller');
    await rita.submit({ 'What do they not get?': 'order', 'Why?': 'slow' });
    await max.pressForm(max.sees('Approve: order hold'), 'Refuse');
    await max.submit({ 'Why not?': 'too early', 'Look again on': '20.11.' });
    expect(await rita.slash('/hold müller order slow')).toContain(
      'Max Moreau refused this hold (too early): it is looked at again on Fri 20 Nov',
    );
  });

  test('is lifted by a lead by hand, with a reason', async () => {
    await lena.slash('/hold müller credit never on time');
    await max.press(max.sees('Approve: credit hold'), 'Approve');
    expect(await lena.slash('/hold müller lift a good talk')).toContain('The hold is lifted');
    expect(thread('Müller')).toContain('Credit hold lifted by Lena Lind: a good talk');
    expect(await lena.slash('/hold müller lift again')).toContain('No hold is on');
  });

  test('is on again when a smaller promise takes the place of the one that lifted it', async () => {
    await lena.slash('/hold müller credit always late');
    await max.press(max.sees('“always late”'), 'Approve');
    await rita.slash('/promise müller 500 fri');
    expect(await rita.slash('/hold müller promise')).toContain('Lifted at once');
    await rita.slash('/promise müller 50 fri');
    expect(thread('Müller')).toContain(
      'Credit hold is on again: less is promised now, and €500.00 is to be paid',
    );
  });

  test('is refused for a customer who is tagged exempt, with the way out; one that is on comes off', async () => {
    await lena.slash('/account tags müller exempt');
    expect(thread('Müller')).toContain('Credit hold lifted: the customer is tagged exempt');
    expect(await rita.slash('/hold müller service slow')).toContain(
      'Müller & Söhne is tagged "exempt", so no service hold is put on. Tags are changed in /account by',
    );
    await lena.slash('/account tags müller -');
  });

  test('that nobody answers is brought up again, though the case itself rests for weeks', async () => {
    await lena.slash('/pause müller 30.11. a fire in their office');
    await lena.slash('/hold müller service never on time');
    await story.moveTo('2026-11-06 10:05');
    expect(say(mona.sees('approval waits for you'))).toContain('never on time');
  });
});
