import type { LetterWording } from '../spoken.ts';
import type { FurtherWording, SpokenRestored } from './wording.ts';

const paid = 'If you have paid in the meantime, please disregard this letter and accept our thanks.';

const lateInGeneral =
  'When payment is late, interest and a compensation for the costs of recovery may be charged as far as the contract or the law provides for them. The amounts above include neither.';

export const furtherEnglish: FurtherWording = {
  overdueReminder: {
    subject: (s) =>
      s.count === 1
        ? `Reminder: invoice ${s.number}, ${s.sum}`
        : `Reminder: ${s.count} open invoices, ${s.sum}`,
    before: (s) => [
      `This is a friendly reminder of the following ${s.count === 1 ? 'invoice' : 'invoices'}. In our books, which include payments received up to ${s.asOf}, ${s.sum} is still open. It may simply have escaped notice.`,
    ],
    after: () => [
      'If you need anything from us so that payment can be made, such as a copy of the invoice, a purchase order number or a delivery note, please tell us and we will send it at once.',
      'If the payment is already on its way, thank you very much; there is nothing more to do.',
    ],
  },

  secondReminder: {
    subject: (s) =>
      s.count === 1
        ? `Second reminder: invoice ${s.number}, ${s.sum}`
        : `Second reminder: ${s.count} invoices, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'We are writing to you again' : `We wrote to you on ${s.writtenOn}, and are writing again`} about the ${s.count === 1 ? 'invoice' : 'invoices'} below. In our books, which include payments received up to ${s.asOf}, ${s.sum} is still open.`,
      `We ask you to pay ${s.payBy === undefined ? 'within the next few days' : `by ${s.payBy}`}, or to tell us the day on which you will.`,
    ],
    after: () => [
      'If our first letter did not reach the right person, please pass this one on, or tell us to whom we should write.',
      paid,
    ],
  },

  finalNotice: {
    subject: (s) =>
      s.count === 1
        ? `Final notice: invoice ${s.number}, ${s.sum}`
        : `Final notice: ${s.count} invoices, ${s.sum}`,
    before: (s) => [
      `${s.writtenOn === undefined ? 'We have written to you' : `On ${s.writtenOn} we wrote to you`} about the ${s.count === 1 ? 'invoice' : 'invoices'} below. In our books, which include payments received up to ${s.asOf}, ${s.sum} is still open.`,
      `This is our last letter before further steps. We ask you to pay ${s.sum} ${s.payBy === undefined ? 'without delay' : `by ${s.payBy}`}, or to name a day of payment in writing.`,
    ],
    after: (s) => [
      s.late ?? lateInGeneral,
      'If we hear nothing, we will take the steps that our contract or the law provides for. We would much rather settle this with you directly.',
      paid,
    ],
  },

  wroteOn: (on, to) => `on ${on} to ${to}`,

  serviceHold: {
    subject: (s) => `Your access is on hold: ${s.sum} is open`,
    before: (s) => [
      `From today your access to our service is on hold, because ${s.sum} is open for the ${s.count === 1 ? 'invoice' : 'invoices'} below. Your data stay as they are.`,
      ...(s.written === undefined
        ? []
        : [
            `We wrote to you about this ${s.written}. If you have not seen these mails, please look in your spam folder.`,
          ]),
      'Access comes back as soon as the payment has arrived, or once you tell us a day on which you will pay.',
    ],
    after: (s) => [
      `Our books include payments received up to ${s.asOf}. If you have paid since then, please send us a word, and we will open the access at once.`,
    ],
  },

  restored: {
    service: restored(
      'Your access is open again',
      'Your access to our service is open again, from this moment.',
    ),
    order: restored(
      'We take up your orders again',
      'New orders no longer wait: we take them up again, from this moment.',
    ),
    credit: restored(
      'New orders on account again',
      'New orders are on account again, from this moment. Nothing has to be paid in advance any more.',
    ),
  },

  ordersSuspended: {
    subject: (s) => `New orders wait for now: ${s.sum} is open`,
    before: (s) => [
      `From today new orders wait until the ${s.count === 1 ? 'invoice' : 'invoices'} below ${s.count === 1 ? 'is' : 'are'} settled. ${s.sum} is open in our books, which include payments received up to ${s.asOf}.`,
      ...(s.written === undefined ? [] : [`We wrote to you about this ${s.written}.`]),
    ],
    after: () => [
      'We take up your orders again as soon as the payment has arrived. If something stands in its way, please let us know what it is.',
      paid,
    ],
  },

  prepayment: {
    subject: () => 'New orders against payment in advance',
    before: (s) => [
      'From today we carry out new orders against payment in advance. What is under way stays as agreed.',
      ...(s.count === 0
        ? []
        : [`In our books, which include payments received up to ${s.asOf}, ${s.sum} is still open:`]),
    ],
    after: () => ['We will gladly speak about payment on account again once what is open has been settled.'],
  },

  thanks: {
    subject: () => 'Thank you for your payment',
    before: (s) => [
      `Your payment has arrived, and nothing that was due is open any more in our books, which include payments received up to ${s.asOf}. Thank you.`,
    ],
    after: () => ['We look forward to working with you.'],
  },
};

/** What is open again, and thanks for what they did for it. */
function restored(subject: string, opening: string): LetterWording<SpokenRestored> {
  const thanks = ({ promised }: SpokenRestored): string =>
    promised === undefined
      ? 'Thank you for your payment.'
      : `Thank you for telling us that ${promised.sum} will arrive by ${promised.on}. We rely on that day.`;
  return {
    subject: () => subject,
    before: (s) => (s.byUs ? [opening] : [opening, thanks(s)]),
    after: () => [],
  };
}
