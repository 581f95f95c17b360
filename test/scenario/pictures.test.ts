import { beforeAll, describe, expect, test } from 'vitest';
import type { Aging } from '../../src/core/aging/buckets.ts';
import { money } from '../../src/core/money.ts';
import { agingBars } from '../../src/reports/aging-bars.ts';
import type { Message } from '../../src/workspace/api.ts';
import { importFile } from '../support/story/import.ts';
import { startStory } from '../support/story/story.ts';
import { say } from '../support/story/text.ts';

/** Thursday 29 October, so that the ledger soon sees the end of a month. */
const story = await startStory({ start: '2026-10-29 07:30' });
const { rita, lena, ada, fiona } = story;
const { workspace, botToken } = story.dunwell.local!;

const items = [
  'Customer number,Customer name,Invoice number,Invoice date,Due date,Open amount,Currency',
  '1001,Lagerhaus Nord GmbH,R-1,2026-10-01,2026-10-28,12400.00,EUR',
  '1001,Lagerhaus Nord GmbH,R-2,2026-10-20,2026-11-20,3000.00,EUR',
  '1002,Müller & Söhne,R-3,2026-08-01,2026-08-10,4100.50,EUR',
  '1003,Baltic Timber SIA,R-4,2026-09-01,2026-09-10,980.00,EUR',
  '2001,Acme Inc,U-1,2026-09-01,2026-10-01,700.00,USD',
].join('\n');

const eur = (cents: number) => money(BigInt(cents), 'EUR');

/** Of Friday 30 October: 2 days, not due, 81 days, 50 days. */
const friday: Aging = {
  current: eur(300_000),
  '1-30': eur(1_240_000),
  '31-60': eur(98_000),
  '61-90': eur(410_050),
  '90+': eur(0),
};

/** Two days of a whole desk take their time on a busy machine. */
beforeAll(async () => {
  await importFile(story, fiona, { name: 'open.csv', content: items }, { 'As of': '2026-10-28' });
  await lena.slash('/assign evenly');
  await story.moveTo('2026-10-30 08:31');
}, 60_000);

describe('the digest', () => {
  test('shows in the channel the picture of the very numbers that stand beside it', async () => {
    const digest = lena.sees('Morning digest · Fri 30 Oct');
    expect(say(digest)).toContain('€17,480.50 overdue of €20,480.50 open · 3 customers');
    const [picture] = picturesOn(digest);
    expect(picture?.alt).toBe(
      'Of €20,480.50 open: not due yet €3,000.00, 1–30 days €12,400.00, 31–60 days €980.00, 61–90 days €4,100.50, 90+ days €0.00.',
    );
    const drawn = await agingBars('EUR', friday).draw();
    expect(Buffer.from(await bytesOf(picture?.id ?? '')).equals(drawn)).toBe(true);
  });

  test('has the bars sum up to what is open', () => {
    const rows = say(lena.sees('Morning digest · Fri 30 Oct'))
      .split('\n')
      .map((line) => line.match(/€[\d,.]+/g) ?? []);
    const row = rows.find((sums) => sums.length === 5) ?? [];
    expect(row).toHaveLength(5);
    expect(row.map((text) => Number(text.replaceAll(/[€,]/g, ''))).reduce((a, b) => a + b)).toBeCloseTo(
      20480.5,
    );
  });

  test('answers a press for more to whoever pressed, and to nobody else', async () => {
    expect(await rita.press(rita.sees('Morning digest'), 'Expected cash')).toContain('Expected cash by week');
    expect(story.channel().join('\n')).not.toContain('Expected cash by week');
  });

  test('is switched off by a lead and not by a rep, and comes no more until it is on again', async () => {
    expect(await rita.slash('/digest off')).toContain('lead or admin (Ada Adams, Lena Lind)');
    expect(await lena.slash('/digest off')).toContain('comes no more by itself');
    await story.moveTo('2026-11-02 08:31');
    expect(digests()).not.toContain('Mon 2 Nov');
    expect(await lena.slash('/digest at 9:15')).toContain('every business morning at 09:15');
    await story.moveTo('2026-11-03 08:31');
    expect(digests()).not.toContain('Tue 3 Nov');
    await story.moveTo('2026-11-03 09:16');
    expect(digests()).toContain('Tue 3 Nov');
    expect(await lena.slash('/digest at noon')).toContain('"noon" is not a time of day');
  }, 60_000);

  test('counts missed deadlines, and names people only once an admin allows it', async () => {
    expect(await lena.slash('/digest')).toMatch(/deadlines? missed since the last digest$/m);
    expect(await lena.slash('/digest names on')).toContain('admin (Ada Adams)');
    await lena.pressForm(lena.sees('Morning digest'), 'When it comes…');
    await lena.submit({ 'Every business morning': 'on', At: '9:20' });
    await ada.slash('/digest names on');
    expect(await lena.slash('/digest')).toMatch(/missed since the last digest: Max Moreau \d/);
  });
});

describe('/aging', () => {
  test('is private: the sum, its picture, each bucket, who leads', async () => {
    const answer = await rita.slash('/aging');
    expect(answer).toContain('€17,480.50 overdue of €20,480.50 open · 4 invoices');
    expect(answer).toContain('Lagerhaus Nord GmbH · €12,400.00 overdue of €15,400.00');
    expect(answer).toContain('USD: $700.00 overdue');
    expect(answer).toContain('60.5 %');
    expect(picturesOn(rita.sees('Aging · all customers'))).toHaveLength(2);
    expect(story.channel().join('\n')).not.toContain('Aging ·');
  });

  test('of a customer, a person or another currency is about nothing else', async () => {
    expect(await rita.slash('/aging müller')).toContain('€4,100.50 overdue of €4,100.50 open · 1 invoice');
    expect(await rita.slash('/aging USD')).toContain('$700.00 overdue of $700.00 open');
    const [hers, his] = [await lena.slash('/aging @rita'), await lena.slash('/aging @tom')];
    expect(hers).toContain('Aging · Rita Reyes');
    expect(overdueIn(hers) + overdueIn(his)).toBeCloseTo(17480.5);
    expect(await rita.slash('/aging nordpol')).toContain('No customer is called "nordpol"');
  });

  test('is shown to the channel only when somebody says so, without controls', async () => {
    const before = rita.sees('Aging · all customers');
    await rita.person.press(before, 'Share in channel').catch(() => undefined);
    await workspace.until(() => story.channel().some((text) => text.includes('Aging · all customers')));
    const shared = rita.sees('Aging · all customers');
    expect(shared.onlyFor).toBeUndefined();
    expect(shared.blocks?.some(({ type }) => type === 'actions')).toBe(false);
  });

  test('shows how it went once the ledger has seen the end of a month', async () => {
    await rita.slash('/aging');
    const [, trend] = picturesOn(rita.sees('Aging · all customers'));
    expect(trend?.alt).toBe('Overdue: Sat 31 Oct 2026 €17,480.50, Tue 3 Nov 2026 €17,480.50.');
  });
});

test('/forecast counts a promise on its day, and each invoice once', async () => {
  expect(await rita.slash('/forecast')).toContain('€3,000.00 expected by Sun 13 Dec');
  await lena.slash('/promise lagerhaus 12400 fri');
  const answer = await rita.slash('/forecast');
  expect(answer).toContain('€15,400.00 expected by');
  expect(picturesOn(rita.sees('Expected cash by week'))[0]?.alt).toContain(
    'this week: €12,400.00 promised, €0.00 falls due',
  );
  expect(await rita.press(rita.sees('Expected cash by week'), 'By day')).toContain('Fri 6 Nov');
  expect(await rita.slash('/forecast years')).toContain('"years" is not understood');
});

test('a lead’s Home has the picture of the whole ledger, and shows more of them over itself', async () => {
  await lena.openHome();
  expect(picturesOn({ blocks: lena.person.home()?.view.blocks ?? [] })[0]?.alt).toContain(
    'Of €20,480.50 open',
  );
  await lena.person.press(lena.person.home()!, 'Aging');
  const over = await workspace.until(() =>
    lena.person.view()?.view.blocks.some(({ type }) => type === 'image') ? lena.person.view() : undefined,
  );
  expect(picturesOn({ blocks: over.view.blocks })).toHaveLength(2);
});

interface Shown {
  readonly id: string;
  readonly alt: string;
}

function picturesOn(message: Pick<Message, 'blocks'>): readonly Shown[] {
  return (message.blocks ?? [])
    .filter(({ type }) => type === 'image')
    .map((block) => ({
      id: (block['slack_file'] as { readonly id: string }).id,
      alt: String(block['alt_text']),
    }));
}

async function bytesOf(id: string): Promise<ArrayBuffer> {
  const { origin } = new URL(workspace.apiUrl);
  const answer = await fetch(`${origin}/files-pri/T0LOCAL-${id}/picture.png`, {
    headers: { authorization: `Bearer ${botToken}` },
  });
  return answer.arrayBuffer();
}

const digests = (): string =>
  story
    .channel()
    .filter((text) => text.includes('Morning digest'))
    .join('\n');

const overdueIn = (answer: string): number =>
  Number(/€([\d,.]+) overdue of/.exec(answer)?.[1]?.replaceAll(',', '') ?? 0);
