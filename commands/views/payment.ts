import type { Action, Card, Form, Part, StillPart } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { formatDate } from '../../src/core/calendar/format-date.ts';
import { money } from '../../src/core/money.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import type { PaymentWord, Recorded } from '../../src/services/payment/record.ts';
import { amount, count, standing } from './words.ts';
import { takeBackButton } from './write-off.ts';

/** Invoices named one by one; more are a number. */
const mostNamed = 12;

/** Each has a button of its own. */
const mostWrittenOff = 3;

/** What a payment paid, and what is left. */
export function recordedCard(of: CaseOverview, word: PaymentWord, done: Recorded, today: BusinessDate): Card {
  const sum = amount(money(word.amount, of.currency));
  const lines = [...applied(done), ...unapplied(done), `Still open: ${amount(done.open)}`];
  return {
    summary: `Recorded ${sum} from ${of.name.slice(0, 140)}`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `Recorded ${sum}` },
          ` from ${of.name}, received ${formatDate(word.receivedOn, { today })}\n${lines.join('\n')}`,
        ],
      },
      ...writtenOff(done, today),
    ],
  };
}

/** The way back of what the money may be meant for. */
function writtenOff({ writtenOff: lines }: Recorded, today: BusinessDate): readonly Part[] {
  return lines.slice(0, mostWrittenOff).map(({ writeOffId, number, amount: sum, on }) => ({
    kind: 'row',
    text: `${amount(sum)} of ${number.slice(0, 60)} was written off on ${formatDate(on, { today })}: take it back, then allocate the cash with /payment allocate`,
    buttons: [takeBackButton(writeOffId)],
  }));
}

function applied({ applied: shares }: Recorded): readonly string[] {
  const hidden = shares.length - mostNamed;
  const lines = shares
    .slice(0, mostNamed)
    .map(
      ({ number, paid, left }) =>
        `${number.slice(0, 60)}: ${amount(paid)}, ${left.amount === 0n ? 'paid in full' : `${amount(left)} remain open`}`,
    );
  return [...lines, ...(hidden > 0 ? [`and ${count(hidden, 'invoice')} more`] : [])];
}

function unapplied({ unapplied: rest }: Recorded): readonly string[] {
  return rest.amount === 0n
    ? []
    : [`${amount(rest)} is not applied to any invoice; it rests as much for two business days`];
}

/** Asks before the same amount of the same day is recorded once more. */
export function doubleCard(of: CaseOverview, word: PaymentWord, alike: number, today: BusinessDate): Card {
  const sum = amount(money(word.amount, of.currency));
  const args: Action['args'] = {
    case: of.caseId,
    amount: String(word.amount),
    receivedOn: word.receivedOn,
    reference: word.reference ?? null,
    invoices: word.invoices?.join(' ') ?? null,
    alike,
  };
  const there = alike === 1 ? 'is recorded already' : `is recorded ${alike} times already`;
  return {
    summary: 'A possible double: nothing was recorded',
    parts: [
      {
        kind: 'text',
        text: [
          { bold: 'Possibly a double: nothing was recorded' },
          `\n${sum} from ${of.name}, received ${formatDate(word.receivedOn, { today })}, ${there}.`,
        ],
      },
      {
        kind: 'buttons',
        buttons: [{ label: 'Record once more', action: { command: 'payment', action: 'again', args } }],
      },
    ],
  };
}

/** What finance fills in. */
export function cashForm(of: CaseOverview, today: BusinessDate): Form {
  return {
    title: 'Payment',
    submit: 'Record',
    intro: intro(of),
    fields: [
      { kind: 'text', name: 'amount', label: 'Amount received', maxLength: 40 },
      { kind: 'date', name: 'receivedOn', label: 'Received on', initial: today },
      { kind: 'text', name: 'reference', label: 'Reference', optional: true, maxLength: 200 },
      {
        kind: 'choice',
        name: 'which',
        label: 'What does it pay?',
        options: [
          { value: 'oldest', label: 'An invoice of exactly this amount, else the oldest first' },
          { value: 'named', label: 'These invoices' },
        ],
        initial: 'oldest',
      },
      {
        kind: 'text',
        name: 'invoices',
        label: 'Invoice numbers',
        hint: 'With spaces or commas between them',
        optional: true,
        maxLength: 500,
      },
    ],
    action: { command: 'payment', action: 'record', args: { case: of.caseId } },
  };
}

/** What everybody else fills in: no cash, but word of it. */
export function adviceForm(of: CaseOverview): Form {
  return {
    title: 'Payment',
    submit: 'Note',
    intro: [
      ...intro(of),
      {
        kind: 'small',
        text: 'Money on its way rests pressure for three business days; only finance records cash.',
      },
    ],
    fields: [
      {
        kind: 'text',
        name: 'amount',
        label: 'Amount on its way',
        hint: 'Empty: all that is overdue',
        optional: true,
        maxLength: 40,
      },
      { kind: 'text', name: 'note', label: 'What did they say?', optional: true, maxLength: 200 },
    ],
    action: { command: 'payment', action: 'advise', args: { case: of.caseId } },
  };
}

function intro(of: CaseOverview): readonly StillPart[] {
  return [{ kind: 'text', text: standing(of) }];
}
