import { expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startReceiver } from '../support/story/receiver.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Tuesday 3 November. A service of the team listens; it locks and unlocks by what it hears. */
const service = await startReceiver();
const story = await startStory({ start: '2026-11-03 09:00', holdWebhook: service });
const { rita, lena, max, ada, fiona } = story;

const row = (customer: string, name: string, invoice: string, amount: string): OpenItemRow => ({
  customer,
  name,
  invoice,
  issued: '2026-10-01',
  due: '2026-10-19',
  amount,
  mail: `${customer}@kunde.example`,
});
const items = [
  row('1001', 'Lagerhaus Nord GmbH', 'R-1', '2400.00'),
  row('1001', 'Lagerhaus Nord GmbH', 'R-2', '600.00'),
  row('1002', 'Müller & Söhne', 'R-3', '500.00'),
];
const events = (): readonly string[] => service.heard.map(({ event, locked }) => `${event} ${locked}`);
const once = (): readonly string[] => [...new Map(service.heard.map((one) => [one.id, one.event])).values()];
const holdOf = (name: string): string => say(max.sees(`“${name}” · proposed by`));

test('a service hears of nothing before a hold is approved, and then with all that it needs', async () => {
  await importFile(
    story,
    fiona,
    { name: 'open.csv', content: openItemsFile(items) },
    { 'As of': '2026-11-02' },
  );
  await lena.slash('/assign lagerhaus to @rita');
  await lena.slash('/assign müller to @rita');
  await max.slash('/team');
  await max.press(max.sees('Let letters out'), 'Let letters out');
  await max.press(max.sees('Let them out'), 'Let them out');
  await rita.slash('/hold lagerhaus service three months open');
  expect(service.heard).toEqual([]);
  await max.press(max.sees('Approve: service hold'), 'Approve');
  expect(events()).toEqual(['on true']);
  expect(service.isLocked('1001')).toBe(true);
  expect(service.isLocked('1002')).toBe(false);
  const [heard] = service.heard;
  expect(heard).toMatchObject({
    sequence: 1,
    customer: { number: '1001', name: 'Lagerhaus Nord GmbH' },
    hold: { kind: 'service', reason: 'three months open', since: '2026-11-03T08:00:00.000Z' },
    owed: [{ currency: 'EUR', amount: '3000.00' }],
    workspace: { name: 'Local workspace' },
  });
  expect(heard?.page?.text).toContain('3,000.00');
  expect(holdOf('three months open')).toContain('Confirmed by the service Tue 3 Nov 09:00');
});

test('everybody sees the holds in force, who asked, and whether the service knows', async () => {
  const list = await fiona.slash('/hold');
  expect(list).toContain('This takes the role');
  const shown = await rita.slash('/hold');
  expect(shown).toContain('1 hold in force');
  expect(shown).toContain('Lagerhaus Nord GmbH · Service hold since Tue 3 Nov 09:00 · asked by Rita Reyes');
  expect(shown).toContain('Confirmed by the service Tue 3 Nov 09:00');
});

test('leads and managers see them on Home, with the way to lift each', async () => {
  const home = await lena.openHome();
  expect(home).toContain('1 hold in force');
  expect(home).toContain('Lagerhaus Nord GmbH · Service hold since Tue 3 Nov 09:00 · asked by Rita Reyes');
  const form = await lena.homeForm('Lift…');
  expect(say({ text: '', blocks: form.view.blocks })).toContain('Lagerhaus Nord GmbH');
  await lena.person.close();
  expect(await rita.openHome()).not.toContain('hold in force');
});

test('an announcement that is not confirmed is tried again later, and what comes after it waits for it', async () => {
  service.answer = 500;
  await rita.slash('/promise lagerhaus 3000 today');
  await rita.slash('/hold lagerhaus promise');
  expect(events()).toEqual(['on true', 'suspended false']);
  expect(holdOf('three months open')).toContain('Not confirmed by the service yet: HTTP 500, tried once');
  await lena.slash('/hold lagerhaus lift a good talk');
  await story.wait(4);
  expect(service.heard).toHaveLength(2);
  service.answer = 'down';
  await story.wait(5);
  service.answer = 200;
  await story.wait(10);
  expect(events()).toEqual(['on true', 'suspended false', 'suspended false', 'lifted false']);
  expect(service.heard[1]?.id).toBe(service.heard[2]?.id);
  expect(service.isLocked('1001')).toBe(false);
  expect(service.forged()).toBe(0);
});

test('a receiver that says nothing is not waited for: it is tried again, and hears all in order', async () => {
  service.answer = 'silence';
  await lena.slash('/hold lagerhaus order slow payer');
  await max.press(max.sees('“slow payer”'), 'Approve');
  expect(service.heard.at(-1)).toMatchObject({ event: 'on', hold: { kind: 'order' } });
  expect(holdOf('slow payer')).toContain('Not confirmed by the service yet: no answer in 2.5 s, tried once');
  service.answer = 503;
  await story.wait(6);
  expect(holdOf('slow payer')).toContain('Not confirmed by the service yet: HTTP 503, tried twice');
  await lena.slash('/hold lagerhaus lift a mistake');
  expect(service.heard.at(-1)).toMatchObject({ event: 'on' });
  service.answer = 200;
  await story.wait(30);
  expect(service.heard.slice(-2).map(({ event }) => event)).toEqual(['on', 'lifted']);
  expect(service.isLocked('1001')).toBe(false);
});

test('another customer’s hold does not wait for one that is not confirmed', async () => {
  service.answer = 503;
  await lena.slash('/hold lagerhaus service again nothing');
  await max.press(max.sees('again nothing'), 'Approve');
  service.answer = 204;
  await rita.slash('/hold müller order slow');
  await max.press(max.sees('“slow”'), 'Approve');
  expect(service.isLocked('1002')).toBe(true);
  expect(holdOf('again nothing')).toContain('HTTP 503, tried once');
});

test('a part payment leaves it locked and tells what is still owed; the last one opens it', async () => {
  await fiona.slash('/payment müller 200');
  expect(service.heard.at(-1)).toMatchObject({
    event: 'amount changed',
    locked: true,
    owed: [{ currency: 'EUR', amount: '300.00' }],
  });
  expect(service.heard.at(-1)?.page?.text).toContain('300.00');
  await fiona.slash('/payment müller 300');
  expect(service.heard.at(-1)).toMatchObject({ event: 'lifted', locked: false, owed: [] });
  expect(service.isLocked('1002')).toBe(false);
});

test('whoever was told that new orders wait learns at once that they do not any more', () => {
  const subjects = story.mails().filter(({ to }) => to.includes('1002@kunde.example'));
  expect(subjects.map(({ subject }) => subject).slice(0, 2)).toEqual([
    'We take up your orders again',
    'New orders wait for now: €500.00 is open',
  ]);
  expect(subjects[0]?.text).toContain('Thank you for your payment.');
  expect(story.thread('Müller').join('\n')).toContain('Orders-resumed notice sent to 1002@kunde.example');
});

test('after hours of trying, admins are told in chat, and have it sent again by one press', async () => {
  service.answer = 302;
  for (let tries = 1; tries < 16; tries += 1) await story.wait(3600);
  const told = ada.sees('did not confirm “on”');
  expect(say(told)).toContain('The customer may still get what was to be locked');
  expect(say(told)).toContain('HTTP 302, a redirection, tried 16 times');
  expect(holdOf('again nothing')).toContain('Nothing is sent any more by itself');
  expect(await fiona.press(max.sees('“again nothing” · proposed by'), 'Send again')).toContain(
    'This takes the role',
  );
  service.answer = 200;
  const before = service.heard.length;
  expect(await ada.press(told, 'Send again')).toContain('It is sent again to 127.0.0.1');
  expect(service.heard).toHaveLength(before + 1);
  expect(service.isLocked('1001')).toBe(true);
  expect(await ada.press(told, 'Send again')).toContain('has confirmed this meanwhile');
});

test('each event has one id, however often it was sent', () => {
  expect(once()).toEqual([
    'on',
    'suspended',
    'lifted',
    'on',
    'lifted',
    'on',
    'on',
    'amount changed',
    'lifted',
  ]);
});

test('the webhook is tried by a press of a manager, who is told what came back', async () => {
  await max.slash('/hold');
  expect(await max.press(max.sees('hold in force'), 'Test the webhook')).toContain('A test is on its way');
  expect(service.heard.at(-1)).toMatchObject({ event: 'test', locked: false });
  expect(say(max.sees('confirmed the test'))).toContain('it hears of holds');
  service.answer = 401;
  await max.press(max.sees('hold in force'), 'Test the webhook');
  expect(say(max.sees('did not confirm the test'))).toContain('HTTP 401');
});
