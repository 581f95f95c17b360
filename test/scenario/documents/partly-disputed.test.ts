import { expect, test } from 'vitest';
import { coverThrough, startLetters } from '../../support/story/letters.ts';
import { startStory } from '../../support/story/story.ts';

/** Tuesday 3 November; the invoice fell due the day before. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, lena, mona } = story;
const lagerhaus = {
  customer: '1001',
  name: 'Lagerhaus Nord GmbH',
  invoice: 'R-1',
  issued: '2026-10-01',
  due: '2026-11-02',
  amount: '12400.00',
  mail: 'ap@lagerhaus.example',
};
const thread = (): string => story.thread('Lagerhaus').join('\n');

test('the demand names what is open, what is disputed, and asks for the rest', async () => {
  await startLetters(story, [lagerhaus], '2026-11-02');
  await lena.slash('/assign lagerhaus to @rita');
  await rita.slash('/dispute lagerhaus R-1 1500 quality');
  await story.moveTo('2026-11-03 12:00');
  const [mail] = story.mails();
  expect(mail?.subject).toContain('€10,900.00');
  expect(mail?.text).toContain('We ask you to pay €10,900.00');
  expect(mail?.text).toContain('Of the open sum, €1,500.00 is being clarified');
  expect(mail?.text).toMatch(/R-1 .* €12,400\.00 +-€1,500\.00 +€10,900\.00/);
  expect(thread()).toContain('€10,900.00');
});

test('the claim is asked for with the undisputed part only', async () => {
  for (const day of ['04', '05', '06', '09']) {
    await story.moveTo(`2026-11-${day} 08:30`);
    await coverThrough(story, `${Number(day) === 9 ? 6 : Number(day) - 1}.11.`);
  }
  await story.moveTo('2026-11-09 10:00');
  expect(mona.sees('Approve: ')).toBeDefined();
  expect(thread()).toMatch(/Approve: formal claim\n€10,900\.00 · Lagerhaus/);
});

test('a payment advised meanwhile changes what is claimed, so the question lapses and is asked anew', async () => {
  await rita.slash('/payment lagerhaus 1000 advised');
  expect(thread()).toContain('Lapsed: the sum changed from €10,900.00 to €9,900.00');
  expect(thread()).toMatch(/Approve: formal claim\n€9,900\.00 · Lagerhaus/);
});
