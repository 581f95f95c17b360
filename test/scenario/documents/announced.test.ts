import { describe, expect, test } from 'vitest';
import { changeSettings, coverThrough, startLetters } from '../../support/story/letters.ts';
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
  open('1004', 'Kran OHG', 'K-1', '800.00'),
  open('1005', 'Dock KG', 'D-1', '700.00'),
  open('1006', 'Mole AG', 'M-1', '600.00'),
  open('1007', 'Boje KG', 'B-1', '500.00'),
  open('1008', 'Pier AG', 'P-1', '400.00'),
  // Ten in the morning there is three at night here.
  { ...open('1009', 'Raffles Pte', 'S-1', '300.00'), country: 'SG' },
  { ...open('1010', 'Orchard Pte', 'S-2', '200.00'), country: 'SG' },
];
const thread = (name: string): string => story.thread(name).join('\n');
const bigOnes = /lagerhaus|hafen|werft/;
const allReaders = (): readonly string[] => story.mails().map(({ to }) => to.join());
const readers = (): readonly string[] => allReaders().filter((to) => bigOnes.test(to));
const going = (): readonly string[] => rita.inbox().filter((text) => text.includes('unless you hold'));

describe('a letter that is about to go', () => {
  test('says so in the thread of its case, to whom, what and when, and goes then', async () => {
    await startLetters(story, rows, '2026-11-02');
    await lena.slash('/assign lagerhaus @rita');
    for (const name of ['hafen', 'boje', 'pier']) await lena.slash(`/assign ${name} @rita`);
    await changeSettings(story, { 'New cards a day in the channel': '1' });
    await story.moveTo('2026-11-03 08:30');
    expect(readers()).toEqual([]);
    expect(thread('Lagerhaus')).toContain('Payment demand to ap@lagerhaus.example · 2 invoices, €13,000.00');
    expect(thread('Lagerhaus')).toContain('Goes Tue 3 Nov 10:00, unless somebody holds it back');
    const seen = await rita.press(rita.sees('Payment demand to ap@lagerhaus'), 'See it');
    expect(seen).toContain(
      'Lagerhaus Nord GmbH: Preview of the payment demand that goes Tue 3 Nov 10:00 to ap@lagerhaus.example',
    );
    expect(seen).not.toContain('Noted');
  });

  test('is told to the owner where its case has no thread, once they are at work', async () => {
    const names = ['Lagerhaus', 'Hafen', 'Werft', 'Kran', 'Dock', 'Mole', 'Boje', 'Pier'];
    const inThread = names.filter((name) => thread(name).includes('unless somebody holds it back'));
    expect(inThread).toEqual(names.slice(0, 5));
    expect(going()).toEqual([]);
    await story.moveTo('2026-11-03 09:05');
    expect(names.filter((name) => going()[0]?.includes(name))).toEqual(['Boje', 'Pier']);
  });

  test('is no news to anybody in the morning when it went at night', () => {
    expect(allReaders().toSorted()).toEqual(['ap@orchard.example', 'ap@raffles.example']);
    for (const who of [rita, tom, lena])
      expect(who.inbox().join()).not.toContain('Orchard Pte · payment demand');
  });

  test('is told in one message for all that go at one time, with a veto for each', () => {
    expect(going()).toHaveLength(1);
    expect(going()[0]).toContain('2 letters go Tue 3 Nov 10:00, unless you hold them back');
    expect(going()[0]).toContain('payment demand · 1 invoice, €500.00\nto ap@boje.example');
  });

  test('is held back from that message, which goes on telling what becomes of each', async () => {
    await rita.pressForm(rita.sees('2 letters go'), { label: 'Hold back', row: 'Boje' });
    await rita.submit({ Until: '+1', 'Why?': 'they moved' });
    expect(going()[0]).toContain('1 letter goes Tue 3 Nov 10:00, unless you hold it back');
    expect(going()[0]).toContain('Held back by Rita Reyes until Wed 4 Nov: “they moved”');
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
    expect(allReaders().toSorted()).toEqual(
      ['dock', 'kran', 'lagerhaus', 'mole', 'orchard', 'pier', 'raffles'].map((name) => `ap@${name}.example`),
    );
    const told = rita.inbox().filter((text) => text.includes('Letters of Tue 3 Nov 10:00'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/Pier AG · payment demand · 1 invoice, €400.00\nSent Tue 3 Nov 10:00/);
    const card = lena.sees('Payment demand to ap@lagerhaus');
    expect(await lena.press(card, 'It came back')).toContain('counts as undelivered');
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
