import type { LockedWording } from './wording.ts';

const heldBack = {
  service: 'Access to the service is paused for now',
  order: 'New orders wait for now',
  credit: 'New orders are possible against prepayment for now',
} as const;

const staysAsIs = {
  service: 'So that your access stays open',
  order: 'So that your orders go on without a break',
  credit: 'So that you can go on ordering on account',
} as const;

const from = {
  service: 'access is paused',
  order: 'new orders wait',
  credit: 'new orders are against prepayment',
} as const;

export const lockedEnglish: LockedWording = {
  title: {
    service: 'Access is paused',
    order: 'New orders wait',
    credit: 'New orders against prepayment',
  },
  because: (held, s) =>
    `${heldBack[held]}, because a payment has not reached us: ${s.sum} for ${s.count === 1 ? 'invoice' : 'invoices'} ${s.numbers}, due since ${s.since}. Our books include payments received up to ${s.asOf}.`,
  oversight: 'This may well be an oversight, and it is quickly put right.',
  ends: (held, byPromise) => {
    const back = held === 'service' ? 'Access comes back' : 'All is as before';
    return byPromise
      ? `${back} at once, as soon as the payment is booked. If you need it sooner, tell us the day on which you will pay, and we will open it straight away.`
      : `${back} at once, as soon as the payment is booked.`;
  },
  promiseAgainFrom: (day) => `It can be opened against a day of payment again from ${day}.`,
  manager: (name) => `${name} looks after you here.`,
  questions: (replyTo) => `You can reach us at ${replyTo}.`,
  written: (count, places) =>
    `We wrote to you about this ${places}. If ${count === 1 ? 'the message' : 'these messages'} did not reach you, please also look in your spam folder.`,
  place: (day, to) => `on ${day} to ${to}`,
  paid: 'If you have already paid, thank you very much: please tell us, and we will look at once.',
  warning: (held, day) =>
    `${staysAsIs[held]}, the payment should reach us before ${day}. From that day on ${from[held]} until it has.`,
};
