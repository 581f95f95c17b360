import type { Part } from '../../../src/chat/types.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import type { LateLaw, Statute } from '../../../src/core/interest/law.ts';
import { formatRate } from '../../../src/core/interest/rate.ts';
import type { InterestSheet } from '../../../src/core/interest/sheet.ts';
import { type Money, sum } from '../../../src/core/money.ts';
import type { LateCost } from '../../../src/services/interest/costs.ts';
import { amount, count } from '../words.ts';

const statuteWords: Readonly<Record<Statute, string>> = {
  EU: 'ECB rate + 8 points, €40 for each late invoice (directive 2011/7/EU)',
  DE: 'base rate + 9 points, €40 for each late invoice (§ 288 BGB)',
  FR: 'ECB rate + 10 points, €40 for each late invoice (article L441-10)',
  GB: 'Bank Rate + 8 points, £40 to £100 for each late invoice (1998 act)',
};

const noLawWords = {
  agreed: 'nothing, as agreed',
  'no business': 'nothing: the customer is no business',
  'no statute known': 'nothing on file: no statute of this country is known here',
};

/** By what right late payment costs something, in a line. */
export function lawWords(law: LateLaw): string {
  switch (law.kind) {
    case 'none':
      return noLawWords[law.why];
    case 'statute':
      return `${statuteWords[law.statute]}${law.agreedDueDate ? '' : '; no due date was agreed'}`;
    case 'contract':
      return [
        `${formatRate(law.yearly)} a year by contract`,
        ...(law.fixedSum === undefined ? [] : [`${amount(law.fixedSum)} for each late invoice`]),
        ...(law.graceDays === 0 ? [] : [`${count(law.graceDays, 'day')} of grace`]),
      ].join(', ');
  }
}

/** What being late has cost a case's invoices so far, line by line; what is paid still owes it. */
export function lateCostParts(costs: readonly LateCost[], mostLines: number): readonly Part[] {
  if (costs.length === 0) return [];
  const hidden = costs.length - mostLines;
  const lines = [
    ...costs.slice(0, mostLines).map(costLine),
    ...(hidden > 0 ? [`and ${count(hidden, 'more invoice')}`] : []),
  ];
  return [
    {
      kind: 'text',
      text: [{ bold: `Late payment costs so far: ${totalWords(costs)}` }, `\n${lines.join('\n')}`],
    },
  ];
}

function totalWords(costs: readonly LateCost[]): string {
  const known = sums(costs.flatMap(({ sheet }) => [sheet.interest, ...fixedSumOf(sheet)]));
  const missing = costs.some(({ sheet }) => sheet.unknown !== undefined);
  return `${known}${missing ? ' and interest that is not known' : ''}`;
}

function costLine({ number, open, sheet }: LateCost): string {
  const fixed = fixedSumOf(sheet).map((one) => `fixed sum ${amount(one)}`);
  const paid = open.amount === 0n ? ' (paid)' : '';
  return `${number.slice(0, 40)}${paid}: ${[...interestWords(sheet), ...fixed, ...unknownWords(sheet)].join('; ')}`;
}

function interestWords({ periods, interest }: InterestSheet): readonly string[] {
  const [first, ...others] = periods;
  if (first === undefined) return [];
  const principal = amount({ amount: first.principal, currency: interest.currency });
  if (others.length === 0)
    return [
      `${amount(interest)} = ${count(first.days, 'day')} × ${principal} at ${formatRate(first.rate)} a year`,
    ];
  const days = periods.reduce((total, period) => total + period.days, 0);
  const rates = new Set(periods.map(({ rate }) => formatRate(rate)));
  return [
    `${amount(interest)} = ${count(days, 'day')} from ${formatDate(first.from)} at ${[...rates].join(', then ')}`,
  ];
}

function unknownWords({ unknown }: InterestSheet): readonly string[] {
  if (unknown === undefined) return [];
  return [`interest from ${formatDate(unknown.from)} not known: the ${unknown.series} rate is missing`];
}

const fixedSumOf = ({ fixedSum }: InterestSheet): readonly Money[] =>
  fixedSum === undefined ? [] : [fixedSum];

function sums(list: readonly Money[]): string {
  const currencies = [...new Set(list.map(({ currency }) => currency))].sort();
  return currencies
    .map((currency) =>
      amount(
        sum(
          list.filter((one) => one.currency === currency),
          currency,
        ),
      ),
    )
    .join(' and ');
}
