import type { Action, Button, Card, Form, Part } from '../../../src/chat/types.ts';
import { type BusinessDate, businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { money } from '../../../src/core/money.ts';
import type { CaseOverview } from '../../../src/services/case/overview.ts';
import type { CaseCash, PaymentOfCase } from '../../../src/services/payment/list.ts';
import { amount, dayWord } from '../words.ts';

export const allocateTitle = 'Allocate cash';
export const refundTitle = 'Refund cash';
export const reverseTitle = 'Reverse a payment';

/** What came in of a case, and what can be done with it; the controls only for those who may. */
export function paymentsCard(
  of: CaseOverview,
  cash: CaseCash,
  isFinance: boolean,
  today: BusinessDate,
): Card {
  const unapplied = amount(money(cash.unapplied, of.currency));
  const head = cash.unapplied === 0n ? 'No unapplied cash' : `${unapplied} of unapplied cash`;
  return {
    title: `Payments: ${of.name}`.slice(0, 140),
    summary: `${head}: ${of.name.slice(0, 120)}`,
    parts: [
      { kind: 'text', text: [{ bold: head }, ` · ${amount(of.open)} open`] },
      ...cash.payments.map((one) => paymentRow(of, one, isFinance, today)),
      ...(cash.payments.length === 0 ? [{ kind: 'text' as const, text: 'Nothing came in yet.' }] : []),
      ...(isFinance ? [controls(of, cash)] : []),
    ],
  };
}

function paymentRow(of: CaseOverview, one: PaymentOfCase, isFinance: boolean, today: BusinessDate): Part {
  const text = paymentLine(one, of.currency, today);
  const mayReverse = isFinance && !one.gone && (one.source === 'finance' || one.source === 'bank');
  if (!mayReverse) return { kind: 'text', text };
  const action: Action = { command: 'payment', action: 'openReverse', args: { payment: one.paymentId } };
  return { kind: 'row', text, buttons: [{ label: 'Reverse…', action }] };
}

/** `€4,100.00 · Fri 20 Nov · bank · R-1 · €600.00 unapplied`. */
export function paymentLine(one: PaymentOfCase, currency: string, today: BusinessDate): string {
  const reference = one.reference === null ? '' : ` · ${one.reference.slice(0, 60)}`;
  const rest =
    one.unapplied === 0n
      ? ''
      : ` · ${amount(money(one.unapplied, currency))} ${one.isDeposit ? 'kept as a deposit' : 'unapplied'}`;
  return `${amount(money(one.amount, currency))} · ${dayWord(businessDate(one.receivedOn), today)} · ${sourceWords[one.source]}${reference}${one.gone ? ' · taken or paid back' : rest}`;
}

const sourceWords: Readonly<Record<PaymentOfCase['source'], string>> = {
  finance: 'recorded by finance',
  bank: 'bank statement',
  import: 'seen by an import',
  'credit note': 'credit note',
};

const button = (label: string, action: string, args: Action['args']): Button => ({
  label,
  action: { command: 'payment', action, args },
});

function controls(of: CaseOverview, cash: CaseCash): Part {
  const args = { case: of.caseId };
  const record = button('Record…', 'open', args);
  if (cash.unapplied === 0n) return { kind: 'buttons', buttons: [record] };
  return {
    kind: 'buttons',
    buttons: [
      { ...button('Allocate…', 'openAllocate', args), style: 'primary' },
      button('Refund…', 'openRefund', args),
    ],
    more: [button('Keep as a deposit', 'deposit', args), record],
  };
}

/** More options than this are no help, and no platform takes many more. */
const mostInvoices = 50;

/** Which invoices unapplied cash pays. */
export function allocateForm(of: CaseOverview, { unapplied, invoices }: CaseCash): Form {
  return {
    title: allocateTitle,
    submit: 'Allocate',
    intro: [
      {
        kind: 'text',
        text: [
          { bold: of.name },
          ` · ${amount(money(unapplied, of.currency))} unapplied, ${amount(of.open)} open`,
        ],
      },
    ],
    fields: [
      {
        kind: 'text',
        name: 'amount',
        label: 'Amount',
        hint: 'Empty: as much as there is and as is open',
        optional: true,
        maxLength: 40,
      },
      ...(invoices.length === 0
        ? []
        : [
            {
              kind: 'choices' as const,
              name: 'invoices',
              label: 'Invoices',
              hint: 'None: the one of exactly this amount, else the oldest due first',
              optional: true,
              options: invoices.slice(0, mostInvoices).map(({ number, open, dueOn }) => ({
                value: number.slice(0, 70),
                label: `${number.slice(0, 40)} · ${amount(money(open, of.currency))} · due ${formatDate(businessDate(dueOn))}`,
              })),
            },
          ]),
    ],
    action: { command: 'payment', action: 'allocate', args: { case: of.caseId } },
  };
}

export function refundForm(of: CaseOverview, { unapplied }: CaseCash, today: BusinessDate): Form {
  return {
    title: refundTitle,
    submit: 'Record refund',
    intro: [
      { kind: 'text', text: [{ bold: of.name }, ` · ${amount(money(unapplied, of.currency))} unapplied`] },
      { kind: 'small', text: 'Records that the money was paid back; Dunwell pays nothing itself.' },
    ],
    fields: [
      {
        kind: 'text',
        name: 'amount',
        label: 'Amount',
        hint: 'Empty: all unapplied cash',
        optional: true,
        maxLength: 40,
      },
      { kind: 'date', name: 'on', label: 'Paid back on', initial: today },
      { kind: 'text', name: 'reference', label: 'Reference', optional: true, maxLength: 120 },
    ],
    action: { command: 'payment', action: 'refund', args: { case: of.caseId } },
  };
}

export function reverseForm(of: CaseOverview, one: PaymentOfCase, today: BusinessDate): Form {
  return {
    title: reverseTitle,
    submit: 'Reverse',
    intro: [
      { kind: 'text', text: [{ bold: of.name }, `\n${paymentLine(one, of.currency, today)}`] },
      {
        kind: 'small',
        text: 'What it paid is open again, promises that it kept are judged anew, and the ladder goes on.',
      },
    ],
    fields: [
      {
        kind: 'choice',
        name: 'why',
        label: 'Why?',
        options: [
          { value: 'the bank returned it', label: 'The bank returned it' },
          { value: 'it was recorded by mistake', label: 'It was recorded by mistake' },
          { value: 'it belongs to another customer', label: 'It belongs to another customer' },
        ],
        initial: 'the bank returned it',
      },
      { kind: 'text', name: 'note', label: 'Note', optional: true, maxLength: 200 },
    ],
    action: { command: 'payment', action: 'reverse', args: { payment: one.paymentId } },
  };
}
