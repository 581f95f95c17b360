import type { CustomerRecords } from './records.ts';
import type { Sheet } from '../../letters/bundle/sheet.ts';
import { daysBetween, businessDate } from '../../core/calendar/business-date.ts';
import { type Money, money } from '../../core/money.ts';
import { decimalText } from '../../core/money/format.ts';

/** What was open, said, promised, paid, written and reckoned, each as a table, oldest first. */
export function sheetsOf(records: CustomerRecords): readonly Sheet[] {
  return [
    invoices(records),
    letters(records),
    calls(records),
    promises(records),
    payments(records),
    disputes(records),
    interest(records),
    interestPeriods(records),
    history(records),
  ];
}

function invoices({ invoices: all, settled, today }: CustomerRecords): Sheet {
  return {
    name: 'invoices',
    title: 'Invoices',
    columns: ['invoice', 'issued', 'due', 'days overdue', 'invoiced', 'paid', 'credited', 'open', 'currency'],
    rows: all.map(({ id, number, issuedOn, dueOn, total, open, currency }) => {
      const { paid, credited } = settled.get(id) ?? { paid: 0n, credited: 0n };
      const late = open > 0n ? Math.max(0, daysBetween(businessDate(dueOn), today)) : 0;
      const sums = [total, paid, credited, open].map((sum) => decimalText(money(sum, currency)));
      return [number, issuedOn, dueOn, String(late), ...sums, currency];
    }),
  };
}

function letters({ letters: all }: CustomerRecords): Sheet {
  return {
    name: 'letters',
    title: 'Letters',
    columns: ['day', 'letter', 'fate', 'to', 'channel', 'tracking', 'posted', 'delivered', 'note'],
    rows: all.map(({ letter, onDay }) => [
      onDay,
      letter.kind,
      letter.status,
      letter.toAddress ?? '',
      letter.channel ?? (letter.messageId === null ? '' : 'mail'),
      letter.tracking ?? '',
      letter.postedOn ?? '',
      letter.deliveredOn ?? '',
      letter.trouble ?? '',
    ]),
  };
}

function calls({ calls: all, nameOf }: CustomerRecords): Sheet {
  return {
    name: 'calls',
    title: 'Calls',
    columns: ['time (UTC)', 'by', 'outcome', 'spoken with', 'said'],
    rows: all.map(({ at, memberId, kind, spokeWith, said }) => [
      at.toISOString(),
      nameOf(memberId),
      kind,
      spokeWith ?? '',
      said ?? '',
    ]),
  };
}

function promises({ promises: all, currencyOf, nameOf }: CustomerRecords): Sheet {
  return {
    name: 'promises',
    title: 'Promises to pay',
    columns: ['made', 'by', 'said by', 'amount', 'currency', 'for', 'what became of it', 'paid'],
    rows: all.map(({ caseId, madeOn, madeBy, saidBy, amount, dueOn, status, paid }) => {
      const sum = (of: bigint): Money => money(of, currencyOf(caseId));
      return [
        madeOn,
        nameOf(madeBy),
        saidBy ?? '',
        decimalText(sum(amount)),
        currencyOf(caseId),
        dueOn,
        status,
        decimalText(sum(paid)),
      ];
    }),
  };
}

function payments({ payments: all }: CustomerRecords): Sheet {
  return {
    name: 'payments',
    title: 'Payments and credit notes',
    columns: ['day', 'amount', 'currency', 'source', 'reference'],
    rows: all.map(({ receivedOn, amount, currency, source, reference }) => [
      receivedOn,
      decimalText(money(amount, currency)),
      currency,
      source,
      reference ?? '',
    ]),
  };
}

function disputes({ disputes: all, currencyOf }: CustomerRecords): Sheet {
  return {
    name: 'disputes',
    title: 'Disputes',
    columns: [
      'raised',
      'amount',
      'currency',
      'reason',
      'said by',
      'words',
      'status',
      'right about',
      'answer',
    ],
    rows: all.map(({ caseId, raisedOn, amount, reason, saidBy, words, status, upheld, answer }) => [
      raisedOn,
      decimalText(money(amount, currencyOf(caseId))),
      currencyOf(caseId),
      reason,
      saidBy ?? '',
      words ?? '',
      status,
      decimalText(money(upheld, currencyOf(caseId))),
      answer ?? '',
    ]),
  };
}

function interest({ late }: CustomerRecords): Sheet {
  return {
    name: 'interest',
    title: 'Late interest and fixed sums',
    columns: ['invoice', 'principal', 'interest', 'fixed sum', 'currency', 'through', 'complete'],
    rows: late.map(({ number, sheet }) => [
      number,
      decimalText(sheet.principal),
      decimalText(sheet.interest),
      sheet.fixedSum === undefined ? '' : `${decimalText(sheet.fixedSum)} ${sheet.fixedSum.currency}`,
      sheet.interest.currency,
      sheet.through,
      sheet.unknown === undefined ? 'yes' : `no: a rate is missing from ${sheet.unknown.from}`,
    ]),
  };
}

/** Rates are millionths of the principal a year. */
function interestPeriods({ late }: CustomerRecords): Sheet {
  return {
    name: 'interest-periods',
    title: 'How the interest is reckoned',
    columns: ['invoice', 'from', 'to', 'days', 'principal', 'percent a year', 'days of a year'],
    rows: late.flatMap(({ number, sheet }) =>
      sheet.periods.map(({ from, to, days, principal, rate, yearDays }) => [
        number,
        from,
        to,
        String(days),
        decimalText(money(principal, sheet.interest.currency)),
        String(Number(rate) / 10_000),
        String(yearDays),
      ]),
    ),
  };
}

function history({ audit, nameOf }: CustomerRecords): Sheet {
  return {
    name: 'history',
    title: 'Excerpt of the history',
    columns: ['time (UTC)', 'by', 'what', 'details', 'hash'],
    rows: audit.map(({ at, memberId, what, details, hash }) => [
      at.toISOString(),
      memberId === null ? 'Dunwell' : nameOf(memberId),
      what,
      Object.entries(details)
        .map(([key, value]) => `${key}: ${String(value)}`)
        .join('; '),
      hash,
    ]),
  };
}
