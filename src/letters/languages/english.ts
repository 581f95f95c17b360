import { dayFormat } from './day-format.ts';
import { furtherEnglish } from './further/english.ts';
import { lateEnglish } from './late/english.ts';
import { lockedEnglish } from './locked/english.ts';
import type { Wording } from './wording.ts';

export const english: Wording = {
  locale: 'en',
  date: dayFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' }),
  greeting: ({ contact }) => (contact ? `Dear ${contact},` : 'Dear Sir or Madam,'),
  columns: {
    number: 'Invoice',
    issued: 'Issued',
    due: 'Due',
    daysOverdue: 'Days overdue',
    invoiced: 'Invoiced',
    paid: 'Paid',
    credited: 'Credited',
    amount: 'Open amount',
    rests: 'Not demanded now',
    demanded: 'Demanded now',
  },
  total: 'Total',
  customerNumber: 'Customer number',
  page: (page, pages) => `Page ${page} of ${pages}`,
  bankDetails: 'Please pay to',
  payment: {
    holder: 'Account holder',
    bank: 'Bank',
    amount: 'Amount',
    reference: 'Reference',
    scan: 'Scan to pay with your banking app',
  },
  taxId: 'VAT/tax ID',
  rests: (sum) =>
    `Of the open sum, ${sum} is being clarified, has been promised or is on its way to us. This letter does not demand that part; it remains owed as far as it is justified.`,
  enclosed: (count, numbers) =>
    count === 1
      ? `A copy of invoice ${numbers} is enclosed.`
      : `Copies of the following invoices are enclosed: ${numbers}.`,
  onRequest: (numbers) =>
    `On request we will gladly send you copies of ${numbers}, which are too large for this mail.`,
  accountOnInvoices: 'Please pay to the bank account named on the invoices, quoting the invoice numbers.',
  questions: (replyTo) => `If you have any questions, you can reach us at ${replyTo}.`,
  closing: 'Kind regards',
  copyTo: (names) => `Copy: ${names}`,
  late: lateEnglish,
  locked: lockedEnglish,
  further: furtherEnglish,

  reminder: {
    subject: (s) =>
      s.count === 1 ? `Invoice ${s.number} will soon be due` : `${s.count} invoices will soon be due`,
    before: (s) => [
      `This is a friendly reminder that the following ${s.count === 1 ? 'invoice' : 'invoices'} will fall due within the next few days.`,
    ],
    after: () => [
      'If you need anything from us so that payment can be made on time, such as a copy of the invoice, a purchase order number or a delivery note, please tell us and we will send it at once.',
      'If the payment is already on its way, thank you very much; there is nothing more to do.',
    ],
  },

  paymentDemand: {
    subject: (s) =>
      s.count === 1
        ? `Payment request: invoice ${s.number}, ${s.sum}`
        : `Payment request: ${s.count} invoices, ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `We would like to draw your attention to the invoice below. Its due date has passed, and in our books, which include payments received up to ${s.asOf}, the amount shown is still open. This may well be an oversight.`
        : `We would like to draw your attention to the invoices below. Their due dates have passed, and in our books, which include payments received up to ${s.asOf}, the amounts shown are still open. This may well be an oversight.`,
      `We ask you to pay ${s.sum} ${s.payBy === undefined ? 'without delay' : `by ${s.payBy}`}.`,
    ],
    after: (s) => [
      s.late ??
        'When payment is late, interest and a compensation for the costs of recovery may be charged as far as the contract or the law provides for them. The amounts above include neither.',
      'If something stands in the way of the payment, please let us know what it is and on which day we can expect the money.',
      'If you have paid in the meantime, please disregard this letter and accept our thanks.',
    ],
  },

  formalClaim: {
    subject: (s) => `Formal claim for payment: ${s.sum}`,
    before: (s) => [
      s.count === 1
        ? `On ${s.demandedOn} we asked you in writing to pay the invoice below. In our books, which include payments received up to ${s.asOf}, it is still open.`
        : `On ${s.demandedOn} we asked you in writing to pay the invoices below. In our books, which include payments received up to ${s.asOf}, they are still open.`,
    ],
    after: (s) => [
      `We hereby claim payment of ${s.sum}. The full sum must have arrived in our account by ${s.deadline}.`,
      'If it has not arrived by that day, we will bring the case before the competent court without further notice. Interest for late payment and the costs of the proceedings may then be claimed in addition, as far as the contract or the law provides for them.',
      'We would much rather settle this matter with you directly. If you dispute an invoice or can name a day of payment, please tell us in writing before the deadline.',
      'If you have paid in the meantime, please disregard this letter and accept our thanks.',
    ],
    alsoOpen: 'Also open, and not part of this claim:',
  },
};
