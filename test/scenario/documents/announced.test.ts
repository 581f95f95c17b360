import { describe, expect, test } from 'vitest';
import { coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Monday 2 November: every invoice falls due today, so that each customer is demanded of tomorrow. */
const story = await startStory({ start: '2026-11-02 09:30', noticeMinutes: 120 });
const { rita, tom, lena, fiona } = story;
const open = (customer: string, name: string, invoice: string, amount: string) => ({
  customer,
  name,
  invoice,
  amount,
  issued: '2026-10-01',
  due: '2026-11-02',
  mail: `ap@${name.split(' ')[0]?.toLowerCase()}.example`,
});
const rows = [
  open('1001', 'Lagerhaus Nord GmbH', 'R-1', '12400.00'),
  open('1001', 'Lagerhaus Nord GmbH', 'R-2', '600.00'),
  open('1002', 'Hafen KG', 'H-1', '9000.00'),
  open('1003', 'Werft AG', 'W-1', '7000.00'),
];
const thread = (name: string): string => story.thread(name).join('\n');
const readers = (): readonly string[] => story.mails().map(({ to }) => to.join());

describe('a letter that is about to go', () => {
  test('says so in the thread of its case, to whom, what and when, and goes then', async () => {
    await startLetters(story, rows, '2026-11-02');
    await lena.slash('/assign lagerhaus @rita');
    await lena.slash('/assign hafen @rita');
    await story.moveTo('2026-11-03 08:30');
    expect(story.mails()).toEqual([]);
    expect(thread('Lagerhaus')).toContain('Payment demand to ap@lagerhaus.example · 2 invoices, €13,000.00');
    expect(thread('Lagerhaus')).toContain('Goes Tue 3 Nov 10:00, unless somebody holds it back');
    expect(await rita.press(rita.sees('Payment demand to ap@lagerhaus'), 'See it')).toContain('Preview');
  });

  test('asks for less when part of it is paid meanwhile, and says so before it goes', async () => {
    await fiona.slash('/payment lagerhaus 600 today R-2');
    expect(thread('Lagerhaus')).toMatch(/Payment demand to ap@lagerhaus.example · .*€12,400\.00/);
  });

  test('is held back by one press and a reason, out of the budget of pauses', async () => {
    const card = rita.sees('Payment demand to ap@hafen');
    await rita.pressForm(card, 'Hold back');
    expect(await rita.submit({ Until: '+5', 'Why?': 'credit note follows' })).toContain('48 hours');
    expect(await rita.submit({ Until: '+1', 'Why?': '' })).toContain('required');
    expect(await rita.submit({ Until: '+1', 'Why?': 'credit note follows' })).toContain('wait until');
    expect(thread('Hafen')).toContain('Held back by Rita Reyes until Wed 4 Nov: “credit note follows”');
  });

  test('is not held back by somebody else’s rep, who is told whose it is', async () => {
    const card = tom.sees('Payment demand to ap@lagerhaus');
    await tom.pressForm(card, 'Hold back');
    expect(await tom.submit({ 'Why?': 'I know them' })).toContain('Rita Reyes, who owns the customer');
  });

  test('is withdrawn when it is paid before its time, and the card says so', async () => {
    await fiona.slash('/payment werft 7000 today W-1');
    expect(thread('Werft')).toContain('Not sent: paid');
  });

  test('goes at its time, and the same card tells of it: nothing is said twice', async () => {
    await story.moveTo('2026-11-03 10:00');
    expect(readers()).toEqual(['ap@lagerhaus.example']);
    expect(thread('Lagerhaus')).toContain('Sent Tue 3 Nov 10:00');
    expect(thread('Lagerhaus').split('Payment demand')).toHaveLength(2);
    expect(await lena.press(lena.sees('Sent Tue 3 Nov'), 'It came back')).toContain('counts as undelivered');
  });

  test('comes again after the day, with an announcement of its own, and a rep’s budget is spent', async () => {
    await story.moveTo('2026-11-04 08:30');
    await coverThrough(story, 'yesterday');
    const card = rita.sees('Payment demand to ap@hafen');
    await rita.pressForm(card, 'Hold back');
    expect(await rita.submit({ 'Why?': 'still waiting' })).toContain('once');
    await lena.pressForm(lena.sees('Payment demand to ap@hafen'), 'Hold back');
    expect(await lena.submit({ Until: '+7', 'Why?': 'credit note on Monday' })).toContain('wait until');
    expect(thread('Hafen')).toContain('Held back by Lena Lind until Wed 11 Nov');
    await story.moveTo('2026-11-04 12:00');
    expect(readers()).toEqual(['ap@lagerhaus.example']);
  });
});
