import { describe, expect, test } from 'vitest';
import { importFile } from '../support/story/import.ts';
import { openItemsFile, type OpenItemRow } from '../support/story/open-items.ts';
import { startStory } from '../support/story/story.ts';

/** Tuesday 3 November. The warehouse is a day late; the yard has weeks to pay. */
const story = await startStory({ start: '2026-11-03 07:30' });
const { rita, tom, lena, fiona } = story;

const row = (customer: string, name: string, amount: string, due: string): OpenItemRow => ({
  customer,
  name,
  invoice: `R-${customer}`,
  issued: '2026-10-01',
  due,
  amount,
});
const told = (customer: string): string => story.thread(customer).join('\n');
const card = (customer: string): string => story.thread(customer)[0] ?? '';

/** Finance drops an export of a later day, as the books stand then. */
async function laterExport(asOf: string, lagerhaus: string): Promise<void> {
  const rows = [
    row('1001', 'Lagerhaus Nord GmbH', lagerhaus, '2026-11-02'),
    row('1002', 'Werft Ost', '8000.00', '2026-12-15'),
  ];
  await importFile(story, fiona, { name: `${asOf}.csv`, content: openItemsFile(rows) }, { 'As of': asOf });
}

describe('a plan', () => {
  test('is proposed in one line; nothing rests until somebody else allows it', async () => {
    await laterExport('2026-11-02', '10000.00');
    await lena.slash('/assign lagerhaus @rita');
    await lena.slash('/assign werft @tom');
    await story.moveTo('2026-11-03 09:00');
    await rita.slash('/promise lagerhaus 4100 fri');
    const answer = await rita.slash(
      '/plan "Lagerhaus Nord" 5 Nov: 2,500; 6 Nov: 2,500; 20 Nov: 2,500; 27 Nov',
    );
    expect(answer).toContain('plan of €10,000.00: €2,500.00 on Thu 5 Nov');
    expect(answer).toContain('waits for approval');
    expect(told('Lagerhaus')).toContain('Asked: <@U0LENA>');
    expect(card('Lagerhaus')).toContain('waits for approval; nothing rests yet');
    expect(card('Lagerhaus')).toContain('pay-or-date call');
    expect(await rita.press(rita.sees('Asked:'), 'Agree')).toContain('You own this customer');
  });

  test('waits on the Homes of those who may agree to it', async () => {
    for (const who of [lena, rita]) await who.openHome();
    expect(lena.home()).toContain('1 plan waits for you to agree');
    expect(lena.home()).toContain('€10,000.00 · Lagerhaus Nord GmbH');
    expect(rita.home()).not.toContain('for you to agree');
  });

  test('is agreed by the lead, and the call goes off the list at once', async () => {
    await lena.press(lena.sees('Asked:'), 'Agree');
    expect(told('Lagerhaus')).toContain('Plan agreed: €10,000.00 in instalments, allowed by Lena Lind');
    expect(told('Lagerhaus')).toContain('€4,100.00 promised for Fri 6 Nov gives way to it');
    expect(card('Lagerhaus')).toContain('Plan: 0 of 4 kept, next €2,500.00 on Thu 5 Nov');
    expect(card('Lagerhaus')).toContain('on an instalment plan');
    expect(await rita.slash('/calls')).toContain('nothing to call about');
    expect(await rita.slash('/account lagerhaus')).toContain('Plan: 0 of 4 kept');
    expect(await lena.slash('/plan lagerhaus 2 weekly')).toContain('is being kept');
  });

  test('must make the sum that is open, in days to come', async () => {
    expect(await tom.slash('/plan werft 2 x 9,000 from 9 Nov')).toContain(
      'nothing would be left for the last',
    );
    await tom.slashForm('/plan werft');
    const wrong = await tom.submit({ Instalments: '9 Nov: 3,000\n16 Nov: 4,000' });
    expect(wrong).toContain('The instalments make €7,000.00, and €8,000.00 is open');
    expect(await tom.submit({ Instalments: '9 Nov: 3,000\n16 Nov' })).toContain('€5,000.00 on Mon 16 Nov');
    await lena.pressForm(lena.sees('Werft Ost · 1 invoice'), 'Refuse…');
    await lena.submit({ 'Why not?': 'They can pay at once' });
    expect(told('Werft')).toContain('Plan refused by Lena Lind: They can pay at once');
  });

  test('has its owner reminded the day before, and says when an instalment came in', async () => {
    await story.moveTo('2026-11-04 10:00');
    expect(rita.inbox().at(-1)).toContain('Lagerhaus Nord GmbH: €2,500.00 is due Thu 5 Nov');
    await fiona.slash('/payment lagerhaus 2500');
    expect(told('Lagerhaus')).toContain('Instalment 1 of 4 kept');
    expect(card('Lagerhaus')).toContain('Plan: 1 of 4 kept, next €2,500.00 on Fri 6 Nov');
  });

  test('gives one notice when data show that an instalment was missed', async () => {
    await story.moveTo('2026-11-10 10:00');
    expect(told('Lagerhaus')).toContain('Instalment 2 of 4 is unconfirmed');
    expect(told('Lagerhaus')).not.toContain('was missed');
    await laterExport('2026-11-09', '7500.00');
    expect(told('Lagerhaus')).toContain('Instalment 2 of 4 of Lagerhaus Nord GmbH was missed');
    expect(told('Lagerhaus')).toContain('If it is not in by Fri 13 Nov');
    expect(rita.inbox().at(-1)).toContain('was missed');
    expect(card('Lagerhaus')).toContain('on an instalment plan');
  });

  test('breaks three bank days after the notice, in its thread, with a call; pressing goes on where it stood', async () => {
    await story.moveTo('2026-11-16 10:00');
    expect(told('Lagerhaus')).not.toContain('Plan broken');
    await laterExport('2026-11-13', '7500.00');
    expect(told('Lagerhaus')).toContain('Plan broken: €7,500.00 of it is open. A call follows. <@U0RITA>');
    expect(told('Lagerhaus').match(/was missed/g)).toHaveLength(1);
    expect(card('Lagerhaus')).toMatch(/call, Mon 16 Nov by/);
  });

  test('is kept when everything came in', async () => {
    expect(await lena.slash('/plan lagerhaus 2 x 3,750 weekly from 27 Nov')).toContain('Agreed');
    await fiona.slash('/payment lagerhaus 7500');
    expect(told('Lagerhaus')).toContain('Plan kept: all of €7,500.00 came in');
  });

  test('can be cancelled with a reason, and pressing goes on', async () => {
    await lena.slash('/plan werft 2 weekly from 7 Dec');
    expect(card('Werft')).toContain('on an instalment plan');
    await lena.pressForm(lena.sees('Werft Ost · 1 invoice'), 'Cancel plan…');
    await lena.submit({ 'Why?': 'They sold the yard' });
    expect(told('Werft')).toContain('Plan cancelled by Lena Lind: They sold the yard');
    expect(card('Werft')).not.toContain('on an instalment plan');
  });
});
