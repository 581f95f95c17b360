import type { Button, Card, Part } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import type { AgingReport } from '../../src/services/report/aging.ts';
import type { Receivables } from '../../src/services/report/receivables.ts';
import { agingPicture, agingTable, headlineOf, leadingParts, trendParts } from './aging/parts.ts';
import { collectionLine } from './aging/collection.ts';
import { amount, asSpans } from './words.ts';

export interface AgingView {
  readonly report: AgingReport;
  /** In words: `all customers`, a rep's name, a customer's. */
  readonly whose: string;
  /** As typed, carried by the buttons. */
  readonly text: string;
  /** The currency that was asked for. */
  readonly currency?: string;
  readonly isShared: boolean;
  readonly today: BusinessDate;
}

/** What is open by how late it is: the sum, its picture, how it went, who leads, and the numbers. */
export function agingCard(view: AgingView): Card {
  const { report, whose } = view;
  const { main, others } = report;
  if (main === undefined) return nothing(view);
  return {
    title: `Aging · ${whose}`.slice(0, 140),
    summary: `${amount(main.overdue)} overdue, ${whose}`.slice(0, 140),
    parts: [
      { kind: 'text', text: headlineOf(main) },
      agingPicture(main),
      agingTable(main),
      ...trendParts(report.trend, main.currency),
      ...(report.leading === undefined ? [] : leadingParts(report.leading, view.today)),
      ...others.slice(0, otherCurrencies).map(short),
      { kind: 'small', text: footing(view) },
      ...buttons(view),
    ],
  };
}

/** More of them are named on no card; each has its own by `/aging` and its code. */
const otherCurrencies = 4;

function nothing({ report, whose, currency }: AgingView): Card {
  if (report.covers === undefined)
    return said('There is no ledger yet: drop an open-items file here, or start with /import.');
  const codes = report.others.map((of) => of.currency);
  const elsewhere = codes.length === 0 ? '' : ` There is something in ${codes.join(', ')}.`;
  return said(`Nothing is open${currency === undefined ? '' : ` in ${currency}`}: ${whose}.${elsewhere}`);
}

const said = (text: string): Card => ({ summary: text.slice(0, 140), parts: [{ kind: 'text', text }] });

function short(of: Receivables): Part {
  return { kind: 'text', text: [{ bold: `${of.currency}: ` }, ...asSpans(headlineOf(of))] };
}

function footing({ report, today }: AgingView): string {
  const rest = report.others.length - otherCurrencies;
  return [
    ...(rest > 0 ? [`${rest} more currencies`] : []),
    ...(report.collection === undefined ? [] : [collectionLine(report.collection)]),
    ...(report.covers === undefined ? [] : [`ledger as of ${formatDate(report.covers, { today })}`]),
  ].join(' · ');
}

/** What is shared needs no controls: whoever wants more asks for their own. */
function buttons({ report, text, isShared, currency }: AgingView): readonly Part[] {
  if (isShared) return [];
  const withoutCurrency =
    currency === undefined ? text : text.replace(new RegExp(`(^|\\s)${currency}(?=\\s|$)`, 'i'), '');
  const inCurrency = report.others.map((of): Button => ({
    label: `Show ${of.currency}`,
    action: { command: 'aging', action: 'show', args: { text: `${withoutCurrency} ${of.currency}`.trim() } },
  }));
  const share: Button = {
    label: 'Share in channel',
    action: { command: 'aging', action: 'share', args: { text } },
  };
  return [{ kind: 'buttons', buttons: [share, ...inCurrency.slice(0, 2)], more: inCurrency.slice(2) }];
}
