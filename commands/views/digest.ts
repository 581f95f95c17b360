import type { Button, Card, Part } from '../../src/chat/types.ts';
import { buckets } from '../../src/core/aging/buckets.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { add } from '../../src/core/money.ts';
import type { CurrencyFigures, DigestFigures, PromiseSum } from '../../src/services/digest/figures.ts';
import { agingAlt } from './aging/parts.ts';
import { collectionLine } from './aging/collection.ts';
import { amount, bucketLabel, count } from './words.ts';

/** The morning in a card: the number first, one fact a line. The picture is of the currency with most invoices. */
export function digestCard(figures: DigestFigures, reader = { maySet: false }): Card {
  const [main] = figures.currencies;
  return {
    title: `Morning digest · ${formatDate(figures.today)}`,
    summary: main === undefined ? 'Morning digest' : `Morning digest: ${amount(main.overdue)} overdue`,
    parts: [
      ...(main === undefined
        ? [nothing(figures)]
        : [
            ...figures.currencies.slice(0, inFull).flatMap((of) => currencyParts(of, of === main)),
            ...inShort(figures.currencies.slice(inFull)),
          ]),
      { kind: 'text', text: desk(figures) },
      { kind: 'small', text: freshness(figures) },
      { kind: 'buttons', buttons: [...(main === undefined ? [] : further), ...(reader.maySet ? [set] : [])] },
    ],
  };
}

/** Currencies with a table of their own: a message has room for so many, and a morning for fewer. */
const inFull = 4;

function inShort(currencies: readonly CurrencyFigures[]): readonly Part[] {
  if (currencies.length === 0) return [];
  const lines = currencies.map((of) => `${amount(of.overdue)} overdue of ${amount(of.open)} open`);
  return [{ kind: 'text', text: lines.join('\n') }];
}

/** What somebody asks next; each answers to them alone. */
const further: readonly Button[] = [
  { label: 'Aging', action: { command: 'aging', action: 'show', args: {} } },
  { label: 'Expected cash', action: { command: 'forecast', action: 'show', args: {} } },
];

const set: Button = { label: 'When it comes…', action: { command: 'digest', action: 'settings', args: {} } };

function nothing({ covers }: DigestFigures): Part {
  return {
    kind: 'text',
    text:
      covers === undefined
        ? 'There is no ledger yet: drop an open-items file here, or start with /import.'
        : 'Nothing is open. Everything is paid.',
  };
}

function currencyParts(of: CurrencyFigures, isMain: boolean): readonly Part[] {
  const picture: Part = {
    kind: 'picture',
    picture: of.picture,
    title: `Open by days overdue, ${of.currency}`,
    alt: agingAlt(of),
  };
  return [
    {
      kind: 'text',
      text: [
        { bold: `${amount(of.overdue)} overdue` },
        ` of ${amount(of.open)} open · ${count(of.overdueCustomers, 'customer')}`,
      ],
    },
    ...(isMain ? [picture] : []),
    {
      kind: 'table',
      columns: buckets.map((bucket) => ({ title: bucketLabel(bucket), align: 'right' as const })),
      rows: [buckets.map((bucket) => amount(of.aging[bucket]))],
    },
    { kind: 'text', text: [...toCome(of), ...promises(of)].join('\n') },
    ...(of.collection === undefined ? [] : [{ kind: 'small' as const, text: collectionLine(of.collection) }]),
  ];
}

function toCome({ expected }: CurrencyFigures): readonly string[] {
  if (expected === undefined || expected.promised.amount + expected.due.amount === 0n)
    return ['Nothing is promised or falls due this week'];
  const { promised, due } = expected;
  const parts = `${amount(promised)} promised, ${amount(due)} falls due`;
  return [`Expected this week: ${amount(add(promised, due))} (${parts})`];
}

function promises(of: CurrencyFigures): readonly string[] {
  const line = (label: string, found: PromiseSum | undefined): string[] =>
    found === undefined ? [] : [`${label}: ${amount(found.amount)} (${count(found.promises, 'promise')})`];
  return [
    ...line('Promised for today', of.dueToday),
    ...line('Broken since the last digest', of.broken),
    ...line('Waiting for ledger data', of.unconfirmed),
  ];
}

function desk(figures: DigestFigures): string {
  const approvals =
    figures.approvalsWaiting === 0 ? [] : [`${count(figures.approvalsWaiting, 'approval')} waiting`];
  return [
    `${countOrNo(figures.openCalls, 'call')} open · ${countOrNo(figures.missed, 'deadline')} missed since the last digest${missedBy(figures)}`,
    ...approvals,
    ...away(figures),
    ...shadow(figures),
  ].join('\n');
}

function away({ away: people, today }: DigestFigures): readonly string[] {
  const names = people.map(({ name, until }) => `${name} until ${formatDate(until, { today })}`);
  return names.length === 0 ? [] : [`Away: ${names.join(', ')}`];
}

const missedBy = ({ missedBy: people }: DigestFigures): string =>
  people.length === 0 ? '' : `: ${people.map(({ name, missed }) => `${name} ${missed}`).join(', ')}`;

function shadow(figures: DigestFigures): readonly string[] {
  if (!figures.shadow) return [];
  const withheld =
    figures.withheld === 0 ? '' : `; ${count(figures.withheld, 'customer')} would have had a demand`;
  return [`Shadow mode: nothing is sent to customers${withheld}`];
}

const countOrNo = (n: number, one: string): string => (n === 0 ? `no ${one}s` : count(n, one));

function freshness({ covers, stale }: DigestFigures): string {
  if (covers === undefined) return 'No ledger data yet';
  const warning = stale ? ' — stale: letters and broken-promise verdicts wait for newer data' : '';
  return `Ledger as of ${formatDate(covers)}${warning}`;
}
