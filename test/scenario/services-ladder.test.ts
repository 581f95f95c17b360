import { describe, expect, test } from 'vitest';
import { presets } from '../../src/ladders/presets.ts';
import { putOnLadder } from '../support/story/ladder.ts';
import { fileGiven } from '../support/story/files.ts';
import { coverThrough, startLetters, withoutDigests } from '../support/story/letters.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November; two projects fell due the day before. One client has an accountant, the other has nobody. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { lena, max, mona, ada, leo, fiona } = story;
const services = presets.get('services')!;
const row = (customer: string, name: string, mail?: string) => ({
  customer,
  name,
  invoice: `P-${customer}`,
  issued: '2026-10-05',
  due: '2026-11-02',
  amount: '9600.00',
  ...(mail === undefined ? {} : { mail }),
});
const thread = (of = 'Atelier'): string => story.thread(of).join('\n');
const mailsTo = (address: string): number => story.mails().filter(({ to }) => to.includes(address)).length;

async function morningOf(day: string, before: string): Promise<void> {
  await story.moveTo(`${day} 08:45`);
  await coverThrough(story, before);
  await story.moveTo(`${day} 10:30`);
}

describe('a project on the services ladder', () => {
  test('leaves everybody in peace for a few days, then asks the accounts department', async () => {
    const rows = [row('3001', 'Atelier Blau', 'ap@atelier.example'), row('3002', 'Bauhof Grün')];
    await startLetters(story, rows, '2026-11-02');
    await withoutDigests(story);
    for (const customer of ['atelier', 'bauhof']) await lena.slash(`/assign ${customer} @max`);
    await putOnLadder(story, services);
    await story.moveTo('2026-11-04 12:00');
    expect(await max.slash('/calls')).not.toContain('Atelier');
    await story.moveTo('2026-11-05 09:30');
    expect(await max.slash('/calls')).toContain('question to the accounts department');
    expect(await max.slash('/calls')).not.toContain('Bauhof');
  });

  test('calls the client next, whoever forgot the first call', async () => {
    await story.moveTo('2026-11-09 10:30');
    expect(await mona.slash('/account atelier')).toContain('client call');
  });

  test('demands in writing', async () => {
    await morningOf('2026-11-12', '11.11.');
    expect(mailsTo('ap@atelier.example')).toBe(1);
  });

  test('asks a client without an accountant after two weeks, for the first time', async () => {
    await story.moveTo('2026-11-13 18:00');
    expect(await max.slash('/calls')).not.toContain('Bauhof');
    await story.moveTo('2026-11-16 09:30');
    expect(await max.slash('/calls')).toContain('first question to the client');
    await fiona.slash('/payment bauhof 9600');
  });

  test('gives final notice', async () => {
    await morningOf('2026-11-19', '18.11.');
    expect(mailsTo('ap@atelier.example')).toBe(2);
  });

  test('holds support, then orders, each approved', async () => {
    await morningOf('2026-11-25', '24.11.');
    expect(thread()).toContain('Approve: support hold');
    await mona.press(mona.sees('Approve: support hold'), 'Approve');
    expect(thread()).toContain('Service hold is on');
    await morningOf('2026-12-02', '1.12.');
    expect(thread()).toContain('Approve: order hold');
    await mona.press(mona.sees('Approve: order hold'), 'Approve');
    expect(thread()).toContain('Order hold is on');
  });

  test('claims', async () => {
    await morningOf('2026-12-09', '8.12.');
    expect(thread()).toContain('Approve: formal claim');
    await mona.press(mona.sees('Approve: formal claim'), 'Approve');
    expect(await mona.slash('/account atelier')).toContain('●●●●●●●○');
    await lena.slash('/calls');
    await lena.chooseForm(lena.sees('post the claim'), 'Record delivery', 'Atelier');
    expect(await lena.submit({ 'Delivered on': 'today', Proof: 'slip' })).toContain('was delivered');
  });

  test('goes to an agency or to court ten business days after the claim arrived, once two agree', async () => {
    await story.moveTo('2026-12-22 18:00');
    expect(thread()).not.toContain('Approve: agency or court');
    await morningOf('2026-12-23', '22.12.');
    await mona.press(mona.sees('Approve: agency or court'), 'Approve');
    expect(await ada.press(ada.sees('Approve: agency or court'), 'Approve')).toContain('has the bundle');
    expect((await fileGiven(story, leo, /^Atelier-Blau-.*\.zip$/)).length).toBeGreaterThan(0);
  });
});
