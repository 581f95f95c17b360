import { describe, expect, test } from 'vitest';
import { presets } from '../../src/ladders/presets.ts';
import { putOnLadder } from '../support/story/ladder.ts';
import { coverThrough, startLetters, withoutDigests } from '../support/story/letters.ts';
import type { OpenItemRow } from '../support/story/open-items.ts';
import { startReceiver } from '../support/story/receiver.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; the invoices of four subscriptions fell due the day before. Their service locks by webhook. */
const service = await startReceiver();
const story = await startStory({ start: '2026-11-03 07:30', holdWebhook: service });
const { lena, max, mona, fiona } = story;
const soft = presets.get('soft')!;
const thread = (of = 'Nordlicht'): string => story.thread(of).join('\n');
const mails = () => story.mails().filter(({ to }) => to.includes('ap@2001.example'));
const eventsOf = (number: string): readonly string[] =>
  service.heard.filter(({ customer }) => customer?.number === number).map(({ event }) => event);

const row = (customer: string, name: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice: `S-${customer}`,
  issued: '2026-10-19',
  due: '2026-11-02',
  amount,
  mail: `ap@${customer}.example`,
});
const subscribers = [
  row('2001', 'Nordlicht Apps GmbH', '480.00'),
  row('2002', 'Segelflug Aalen', '700.00'),
  row('2003', 'Druckerei Ilmenau', '950.00'),
  row('2004', 'Stadtwerk Rehna', '900.00'),
];

/** Whoever uses the service reads its locked page. */
async function noteUser(of: string, number: string, language: string): Promise<void> {
  await max.slash(`/account ${of}`);
  await max.chooseForm(max.sees(`${number} · DE`), 'Add contact');
  await max.submit({
    Name: 'Uwe Nutzer',
    Role: 'service user',
    'Mail address': `user@${number}.example`,
    'Language of letters': language,
  });
}

/** The morning of a day, with the books in up to the day before. */
async function morningOf(day: string, before: string): Promise<void> {
  await story.moveTo(`${day} 08:45`);
  await coverThrough(story, before);
  await story.moveTo(`${day} 10:30`);
}

describe('a subscription on the soft ladder', () => {
  test('is reminded by mail two business days after it was due, and nobody calls', async () => {
    await startLetters(story, subscribers, '2026-11-02');
    await withoutDigests(story);
    await lena.slash('/assign nordlicht @max');
    await noteUser('segelflug', '2002', 'German');
    await noteUser('druckerei', '2003', 'Latvian');
    await lena.slash('/account tags stadtwerk exempt');
    await putOnLadder(story, soft);
    await story.moveTo('2026-11-03 16:00');
    expect(story.mails()).toEqual([]);
    await morningOf('2026-11-04', '3.11.');
    expect(mails().map(({ to }) => to)).toEqual([['ap@2001.example']]);
    expect(mails()[0]?.text).toContain('S-2001');
    expect(await max.slash('/calls')).not.toContain('Nordlicht');
  });

  test('is reminded again two weeks after that arrived, not before', async () => {
    await story.moveTo('2026-11-17 18:00');
    expect(mails()).toHaveLength(1);
    await morningOf('2026-11-18', '17.11.');
    expect(mails()).toHaveLength(2);
    expect(mails()[1]?.subject).not.toBe(mails()[0]?.subject);
    expect(eventsOf('2001')).toEqual(['warned', 'warned']);
  });

  test('is held a few days later, once a manager who is not the owner approves', async () => {
    await morningOf('2026-11-23', '20.11.');
    expect(thread()).not.toContain('Approve: service hold');
    await morningOf('2026-11-24', '23.11.');
    expect(thread()).toContain('Approve: service hold');
    expect(thread()).toContain('€480.00');
    expect(await max.press(max.sees('€480.00 · Nordlicht'), 'Approve')).toContain('You own this customer');
    expect(thread()).not.toContain('Service hold is on');
    expect(eventsOf('2001')).toEqual(['warned', 'warned']);
    await mona.press(mona.sees('€480.00 · Nordlicht'), 'Approve');
    expect(thread()).toContain('Service hold is on');
    expect(eventsOf('2001')).toEqual(['warned', 'warned', 'on']);
    expect(service.isLocked('2001')).toBe(true);
  });

  test('whose customer is exempt is not, and the thread says so, once', async () => {
    const words = 'No service hold: Stadtwerk Rehna is tagged exempt, so the ladder goes on without it';
    expect(thread('Stadtwerk').split(words)).toHaveLength(2);
    await morningOf('2026-11-25', '24.11.');
    expect(thread('Stadtwerk').split(words)).toHaveLength(2);
    expect(thread('Stadtwerk')).not.toContain('Approve: service hold');
    expect(eventsOf('2004')).toEqual([]);
  });

  test('opens again at once when it is paid', async () => {
    await mona.press(mona.sees('€700.00 · Segelflug'), 'Approve');
    expect(service.isLocked('2002')).toBe(true);
    expect(service.heard.at(-1)?.page).toMatchObject({ language: 'de', title: 'Der Zugang ruht' });
    await fiona.slash('/payment segelflug 700');
    expect(thread('Segelflug')).toContain('Service hold lifted: all that it was for is paid');
    expect(eventsOf('2002')).toEqual(['warned', 'warned', 'on', 'lifted']);
    expect(service.isLocked('2002')).toBe(false);
  });

  test('opens against a day of payment, is locked again when that passes, and not opened so a second time', async () => {
    await mona.press(mona.sees('€950.00 · Druckerei'), 'Approve');
    expect(service.heard.at(-1)?.page?.language).toBe('lv');
    await lena.slash('/promise druckerei 950 today');
    expect(await lena.slash('/hold druckerei promise')).toContain('Lifted at once against the promise');
    expect(service.isLocked('2003')).toBe(false);
    await morningOf('2026-11-27', '26.11.');
    expect(thread('Druckerei')).toContain('Service hold is on again: the promise was broken');
    expect(service.isLocked('2003')).toBe(true);
    await lena.slash('/promise druckerei 950 1.12.');
    expect(await lena.slash('/hold druckerei promise')).toContain('once in 90 days');
    expect(eventsOf('2003')).toEqual(['warned', 'warned', 'on', 'suspended', 'on again']);
    expect(service.isLocked('2003')).toBe(true);
    expect(service.forged()).toBe(0);
  });

  test('is asked in the end whether they want to go on', async () => {
    await story.moveTo('2026-12-07 18:00');
    expect(await max.slash('/calls')).not.toContain('Nordlicht');
    await story.moveTo('2026-12-08 09:30');
    expect(await max.slash('/calls')).toMatch(/Nordlicht[^]*way-on call/);
    expect(await mona.slash('/account nordlicht')).toContain('●●●●');
  });
});
