import { describe, expect, test } from 'vitest';
import { formatMoney, money } from '../../src/core/money.ts';
import { erpExport } from '../support/samples/erp-export.ts';
import type { SampleFacts } from '../support/samples/facts.ts';
import { sharedFile } from '../support/samples/shared-file.ts';
import { importFile } from '../support/story/import.ts';
import { startStory } from '../support/story/story.ts';

/** The export of a real ERP where the shared folder is at hand; its look-alike of the same size elsewhere. */
const shared = sharedFile('open-invoices-erp.csv');
const look = erpExport({ rows: 6_954, seed: 20 });
const content = shared ?? look.bytes;

/** Counted with Python's decimal module from the shared file itself. */
const sharedFacts: Pick<SampleFacts, 'file' | 'open' | 'dueBefore'> = {
  file: { count: 6_954, cents: 20_239_052_140n },
  open: { count: 5_396, cents: 15_835_865_587n },
  dueBefore: { count: 3_865, cents: 11_543_497_136n, customers: 269 },
};
const facts = shared === undefined ? look.facts : sharedFacts;

const usa = { country: 'US', zone: 'America/New_York', dateOrder: 'MDY' } as const;
const story = await startStory({ start: '2026-11-23 08:00', place: usa });
const { rita, tom, lena, fiona } = story;
const dollars = (cents: bigint): string => formatMoney(money(cents, 'USD'));
const number = (n: number): string => n.toLocaleString('en');
const rowsOf = (list: string): number =>
  list.split('\n').filter((line) => line.includes(' overdue · oldest ')).length;

describe('the first import of a large ledger', () => {
  test('is refused to whoever does not look after the ledger', async () => {
    rita.person.upload('bot', 'mine.csv', 'a,b\n1,2\n');
    const refusal = (): string | undefined => rita.inbox().find((text) => text.includes('finance'));
    await expect(story.dunwell.local!.workspace.until(refusal)).resolves.toContain('Fiona Falk');
  });

  test('ends with a control total that matches the file to the cent', async () => {
    const answers = { 'As of': '2020-04-20', Currency: 'USD', 'Business clock': 'move' };
    await importFile(story, fiona, { name: 'open-items.csv', content }, answers);
    const card = fiona.inbox().at(-1);
    expect(card).toContain(
      `${number(facts.file.count)} rows in the file: ${number(facts.open.count)} imported`,
    );
    expect(card).toContain(
      `The ledger holds ${dollars(facts.open.cents)} of them: it matches the file to the cent`,
    );
    expect(card).toContain(`${number(facts.dueBefore.count)} items`);
    expect(card).toContain(dollars(facts.dueBefore.cents));
    expect(card).toContain(`${facts.dueBefore.customers} customers`);
  }, 60_000);

  test('is given to the reps evenly, after a question about so many', async () => {
    const asked = await lena.slash('/assign evenly');
    expect(asked).toContain('This moves');
    expect(await lena.press(lena.sees('This moves'), 'Move')).toContain('Moved');
  });

  test('hands nobody more new calls a day than they can make, the biggest first', async () => {
    await story.moveTo('2020-04-20 09:05');
    for (const rep of [rita, tom]) {
      const list = rep.inbox().find((text) => text.includes('Good morning')) ?? '';
      const calls = Number(/(\d+) calls/.exec(list)?.[1]);
      expect(calls).toBeGreaterThan(0);
      // Fifteen handed out, and what fell to the lead before the customers had owners.
      expect(calls).toBeLessThanOrEqual(15);
      expect(rowsOf(list)).toBeGreaterThan(0);
    }
  });

  test('does not flood the channel: the announcement, five cards of the biggest cases, the digest', () => {
    expect(story.channel().length).toBeLessThanOrEqual(7);
    expect(story.channel().filter((text) => text.includes('Morning digest'))).toHaveLength(1);
  });

  test('sends nothing to customers: the workspace starts in shadow mode', async () => {
    await story.moveTo('2020-04-21 09:05');
    expect(story.mails()).toEqual([]);
  }, 60_000);

  test('shows the worklist in pages, the biggest amounts first', async () => {
    const page = await lena.slash('/overdue');
    expect(page).toContain('1–8 of');
    const sums = [...page.matchAll(/\$([\d,.]+) overdue · oldest/g)].map((match) =>
      Number(match[1]!.replaceAll(',', '')),
    );
    expect(sums).toEqual(sums.toSorted((a, b) => b - a));
    expect(await lena.press(lena.sees('1–8 of'), 'Next')).toContain('9–16 of');
  });

  test('read a second time changes nothing', async () => {
    fiona.person.upload('bot', 'again.csv', content);
    await story.dunwell.local!.workspace.until(
      () => fiona.inbox().some((text) => text.includes('again.csv')),
      {
        what: 'the second card',
      },
    );
    await story.settle();
    await fiona.pressForm(fiona.sees('again.csv'), 'Set up and preview');
    await fiona.submitQuietly({ 'As of': '2020-04-20', Currency: 'USD' }).catch(() => undefined);
    await story.settle();
    const total = await lena.slash('/digest');
    expect(total).toContain('overdue');
  }, 60_000);
});
