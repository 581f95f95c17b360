import { describe, expect, test } from 'vitest';
import { camtStatement } from '../support/samples/camt.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { coverThrough, startLetters } from '../support/story/letters.ts';
import { foundByAuditor } from '../support/story/healthy.ts';
import { startStory } from '../support/story/story.ts';

/** Monday 23 November: three customers are a business day late, one has until Thursday. */
const story = await startStory({ start: '2026-11-23 07:30' });
const { rita, tom, lena, max, fiona } = story;
const { workspace } = story.dunwell.local!;

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
const told = (customer: string): string => story.thread(customer).slice(1).join('\n');
const card = (customer: string): string => story.thread(customer)[0] ?? '';

/** The card of a file, once it shows some words. */
async function shows(name: string, words: string): Promise<void> {
  const text = (): string => fiona.inbox().find((each) => each.startsWith(name)) ?? '';
  await workspace.until(() => text().includes(words), { what: `"${words}" on ${name}: ${text()}` });
}

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
    expect(await rita.slash('/calls')).toContain('tried twice');
    expect(rita.inbox()[0]).not.toContain('Lagerhaus');
    expect(rita.inbox()[0]).toContain('1 more for later days: /calls');
  });

  test('names what is wrong with a line, and the way out', async () => {
    expect(await rita.slash('/promise lagerhaus 4.100,50 20 Nov')).toContain(
      'is past: it is Fri 20 Nov 2026',
    );
    expect(await rita.slash('/promise gmbh fri')).toContain('Fern GmbH (1003, EUR)');
    expect(await rita.slash('/promise lagerhaus 99.000 fri')).toContain('€12,400.00 that is open');
    expect(await fiona.slash('/payment fern 600 4 Dec')).toContain('is still to come');
    expect(await rita.slash('/assign fern @tom')).toContain('Lena Lind');
  });

  test('records what was said: a promise, a disputed part, a pause, a plan that waits', async () => {
    expect(await rita.slash('/promise lagerhaus 12.400,00 wed')).toContain('promised for Wed 25 Nov');
    await rita.slash('/dispute fern R-3 200 goods damaged');
    expect(card('Fern')).toContain('€200.00');
    expect(await tom.slash('/promise werft fri')).toContain('promised for Fri 27 Nov');
    await tom.slash('/plan werft 4 Dec: 4,000; 11 Dec');
    await lena.press(lena.sees('Asked:'), 'Agree');
    expect(told('Werft')).toContain('€8,000.00 promised for Fri 27 Nov gives way to it');
    expect(await rita.slash('/pause müller 48h new bookkeeper')).toContain('until Wed 25 Nov');
  });

  test('ends with what was forgotten in the lead’s hands, told once to both', async () => {
    await story.moveTo('2026-11-23 18:00');
    expect(lena.inbox().filter((text) => text.includes('of Rita Reyes'))).toHaveLength(1);
    expect(rita.inbox().filter((text) => text.includes('went to Lena Lind'))).toHaveLength(1);
    expect(story.mails().map(({ to }) => to)).toHaveLength(3);
  });
});

describe('the days after', () => {
  test('bring a statement: what is sure stops the pressing, what is not asks finance', async () => {
    await story.moveTo('2026-11-24 09:30');
    const statement = camtStatement({
      id: 'S1',
      from: '2026-11-23',
      to: '2026-11-23',
      entries: [
        { amount: '600.00', name: 'FERN GMBH', text: 'Rg R-4' },
        { amount: '5.00', name: 'Unbekannt AG' },
      ],
    });
    fiona.person.upload('bot', 'mon.xml', statement);
    await shows('mon.xml', '1 booking pays invoices for certain');
    await fiona.pressQuietly(fiona.sees('mon.xml'), 'Book');
    await shows('mon.xml', 'Control sum matches: €605.00');
    await story.settle();
    expect(told('Fern')).toContain('€600.00 paid');
    expect(await fiona.slash('/payment')).toContain('1 booking of the bank · €5.00');
  });

  test('break the promise that nobody kept, in its thread, with a call for whoever made it', async () => {
    await story.moveTo('2026-11-27 09:30');
    expect(told('Lagerhaus')).toContain('is unconfirmed');
    await coverThrough(story, '2026-11-26');
    expect(told('Lagerhaus')).toContain('Promise broken: €12,400.00 was promised for Wed 25 Nov');
  });

  test('end with the same sum wherever somebody looks', async () => {
    await story.moveTo('2026-11-30 09:00');
    const overdue = '€25,400.00';
    expect(story.channel().at(-1)).toContain(`${overdue} overdue`);
    expect(await lena.slash('/digest')).toContain(`${overdue} overdue`);
    expect(await lena.slash('/aging')).toContain(overdue);
    expect(await max.openHome()).toContain(`${overdue} overdue`);
  });

  test('leave nothing late, lost or out of balance', async () => {
    expect(await foundByAuditor(story.dunwell)).toEqual([]);
  });

  test('leave the channel quiet: a card for each case, a digest for each morning, and the import', () => {
    const kinds = story.channel().map((text) => text.split(/ · |:/)[0]);
    expect(kinds.filter((kind) => kind === 'Morning digest')).toHaveLength(6);
    expect(kinds).toHaveLength(6 + 4 + 1);
  });
});
