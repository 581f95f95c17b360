import { formatIban } from '../core/bank/iban.ts';
import { formatMoney } from '../core/money.ts';
import type { LetterFacts } from './facts.ts';
import { sumsOf } from './invoice-table.ts';
import type { Wording } from './languages/wording.ts';
import type { LetterPart, PaymentPart } from './letter.ts';
import { paymentCode, paymentReference } from './payment-code.ts';

/** How to pay: the account, what to write on the transfer, and a code for banking apps where there can be one. */
export function paymentPart(facts: LetterFacts, wording: Wording): LetterPart {
  const { creditor, recipient, invoices } = facts;
  const more = creditor.bankDetails?.trim().split(/\r?\n/) ?? [];
  if (creditor.iban === undefined && more.length === 0)
    return { kind: 'paragraph', text: wording.accountOnInvoices };
  const reference = paymentReference(
    invoices.map(({ number }) => number),
    recipient.customerNumber,
  );
  return {
    kind: 'payment',
    title: wording.bankDetails,
    lines: creditor.iban === undefined ? [] : accountLines(facts, creditor.iban, reference, wording),
    more,
    ...codeOf(facts, reference, wording),
  };
}

/** The lines as plain text: a label before each, the free words after them. */
export function paymentLines({ lines, more }: PaymentPart): readonly string[] {
  return [...lines.map(({ label, text }) => `${label}: ${text}`), ...more];
}

function accountLines(
  { creditor, invoices }: LetterFacts,
  iban: string,
  reference: string,
  { payment, locale }: Wording,
): PaymentPart['lines'] {
  return [
    { label: payment.holder, text: creditor.accountHolder ?? creditor.name },
    { label: 'IBAN', text: formatIban(iban) },
    ...(creditor.bic === undefined ? [] : [{ label: 'BIC', text: creditor.bic }]),
    ...(creditor.bankName === undefined ? [] : [{ label: payment.bank, text: creditor.bankName }]),
    ...sumsOf(invoices).map((sum) => ({ label: payment.amount, text: formatMoney(sum, locale) })),
    { label: payment.reference, text: reference },
  ];
}

function codeOf(
  { creditor, invoices }: LetterFacts,
  reference: string,
  { payment }: Wording,
): Pick<PaymentPart, 'code'> {
  const [amount, ...others] = sumsOf(invoices);
  if (creditor.iban === undefined || amount === undefined || others.length > 0) return {};
  const name = creditor.accountHolder ?? creditor.name;
  const { iban, bic } = creditor;
  const payload = paymentCode({ name, iban, amount, reference, ...(bic === undefined ? {} : { bic }) });
  return payload === undefined ? {} : { code: { payload, caption: payment.scan } };
}
