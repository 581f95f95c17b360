import type { Action, Button, Card, Form, Part, Text } from '../../../src/chat/types.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { money } from '../../../src/core/money.ts';
import { type BankLineView, type ProposalKept, sumOfLines } from '../../../src/services/bank/view.ts';
import { amount, count, dayWord } from '../words.ts';

export const otherTitle = 'Another customer';

type Row = BankLineView['row'];

/**
 * A booking of the bank that waits with finance: what it says, what is proposed and why. Decided, it keeps its text.
 * @param isAnswer it answers one person and is not kept current, so that its presses must replace it
 */
export function bankLineCard(
  { row, proposals, customer, decidedBy }: BankLineView,
  today: BusinessDate,
  isAnswer = false,
): Card {
  const waits = row.status === 'waiting';
  const args = { line: row.id, answer: isAnswer };
  return {
    summary: `${sumOf(row)} from the bank ${waits ? 'waits for you' : 'is decided'}`,
    parts: [
      { kind: 'text', text: lineText(row, today) },
      ...(waits ? [{ kind: 'text' as const, text: `Why you: ${row.reason}.` }] : []),
      ...(waits ? proposals.map((one, n) => proposalPart(one, { ...args, proposal: n })) : []),
      waits
        ? others(row, args)
        : { kind: 'text', text: [{ bold: decision(row, customer) }, ` by ${decidedBy ?? 'somebody'}`] },
    ],
  };
}

const sumOf = ({ amount: minor, currency }: Pick<Row, 'amount' | 'currency'>): string =>
  amount(money(minor, currency));

function lineText(row: Row, today: BusinessDate): Text {
  const went = row.direction === 'in' ? 'from' : 'to';
  const side = row.name === null && row.iban === null ? '' : ` ${went} ${row.name ?? row.iban ?? ''}`;
  const said = row.remittance === '' ? 'no remittance text' : `“${row.remittance.slice(0, 200)}”`;
  return [
    { bold: `${sumOf(row)} ${row.direction === 'in' ? 'came in' : 'went out'}${side}` },
    ` · ${dayWord(businessDate(row.bookedOn), today)}\n${said}${row.name !== null && row.iban !== null ? `\n${row.iban}` : ''}`,
  ];
}

function proposalPart(one: ProposalKept, args: Action['args']): Part {
  const pays =
    one.invoices.length === 0
      ? one.act === 'book'
        ? 'as unapplied cash'
        : ''
      : `: ${one.invoices.slice(0, 6).join(', ')}`;
  return {
    kind: 'row',
    text: [
      { bold: one.name.slice(0, 100) },
      `${pays === '' || pays.startsWith(':') ? pays : ` ${pays}`}\n${one.reasons.join(', ')}`,
    ],
    buttons: [
      {
        label: label(one),
        action: { command: 'payment', action: 'line', args },
      },
    ],
  };
}

function label({ act, name, invoices }: ProposalKept): string {
  switch (act) {
    case 'book':
      return bookLabel(name, invoices);
    case 'known':
      return 'It is that one';
    case 'reverse':
      return 'Take it back';
    case 'recover':
      return 'Book as recovered';
  }
}

/** Two proposals are often for one customer: the invoice tells them apart. */
function bookLabel(name: string, [first, second]: readonly string[]): string {
  if (first === undefined) return 'Keep unapplied';
  return `Book to ${(second === undefined ? first : name).slice(0, 40)}`;
}

function others(row: Row, args: Action['args']): Part {
  const other: Button = {
    label: 'Another customer…',
    action: { command: 'payment', action: 'openOther', args },
  };
  const ignore: Button = { label: 'Not ours', action: { command: 'payment', action: 'ignoreLine', args } };
  return { kind: 'buttons', buttons: row.direction === 'in' ? [other, ignore] : [ignore] };
}

function decision({ status }: Row, customer: string | undefined): string {
  switch (status) {
    case 'waiting':
      return 'Waiting';
    case 'booked':
      return `Booked to ${customer ?? 'a customer'}`;
    case 'known':
      return 'Recorded before';
    case 'reversed':
      return 'The payment is taken back';
    case 'ignored':
      return 'Not ours';
    case 'outgoing':
      return 'Went out to others';
  }
}

export function otherForm(row: Row, args: Action['args']): Form {
  return {
    title: otherTitle,
    submit: 'Book',
    intro: [{ kind: 'text', text: [{ bold: sumOf(row) }, ` · ${row.name ?? row.iban ?? 'no name'}`] }],
    fields: [
      {
        kind: 'text',
        name: 'customer',
        label: 'Customer',
        hint: 'Part of the name, or the number',
        maxLength: 120,
      },
      {
        kind: 'text',
        name: 'invoices',
        label: 'Invoices',
        hint: 'Their numbers; empty: an exact amount, else it stays unapplied cash',
        optional: true,
        maxLength: 500,
      },
    ],
    action: { command: 'payment', action: 'other', args },
  };
}

/** Listed at once; more come once these are decided. */
const mostListed = 12;

/** The bank's money that waits for finance. */
export function waitingListCard(rows: readonly Row[], today: BusinessDate): Card {
  if (rows.length === 0) {
    const text = 'Nothing of the bank’s waits. Record cash with /payment customer amount.';
    return { summary: text, parts: [{ kind: 'text', text }] };
  }
  const head = `${count(rows.length, 'booking')} of the bank · ${sumOfLines(rows)}`;
  return {
    title: 'Waiting for finance',
    summary: head,
    parts: [
      { kind: 'text', text: [{ bold: head }] },
      ...rows.slice(0, mostListed).map((row): Part => ({
        kind: 'row',
        text: lineText({ ...row, remittance: row.remittance.slice(0, 80) }, today),
        buttons: [
          { label: 'Decide…', action: { command: 'payment', action: 'showLine', args: { line: row.id } } },
        ],
      })),
      ...(rows.length > mostListed
        ? [{ kind: 'small' as const, text: `and ${rows.length - mostListed} more, once these are decided` }]
        : []),
    ],
  };
}
