import { readFileSync } from 'node:fs';
import { type Said, saidAt } from '../desk/tape.ts';
import { type Agreed, agreedIn, type Ended, endIn } from './agreed.ts';
import { fingerprintOf, type Mail } from './fingerprint.ts';
import { monthNumber } from './named-days.ts';
import { linesOf, rowsOf } from './texts.ts';

/** Finance said that the books are in up to a day. */
export interface Covered {
  readonly at: Date;
  readonly through: string;
}

/** A person was asked to do a step of a customer: in the morning's list, a nudge, or when it became theirs. */
export interface Asked {
  readonly at: Date;
  readonly user: string;
  readonly customer: string;
  /** A step's label; other tasks are called otherwise. */
  readonly what: string;
  /** A message that changed in place notifies nobody. */
  readonly silently: boolean;
}

/** A person recorded what a call produced. */
export interface Called {
  readonly at: Date;
  readonly user: string;
  readonly customer: string;
  /** Somebody was reached. */
  readonly spoke: boolean;
  /** The day promised, as it was said. */
  readonly promisedFor?: string;
  /** The day on which we call back, as it was said. */
  readonly callBackOn?: string;
}

/** A person was told that a deadline of theirs passed. */
export interface Missed {
  readonly at: Date;
  readonly user: string;
  readonly customers: readonly string[];
}

/** A letter arrived. */
export interface Letter {
  readonly at: Date;
  readonly customer: string;
  readonly subject: string;
  /** A step's label. */
  readonly what: 'friendly mail' | 'payment demand';
  readonly invoices: readonly string[];
}

/** Managers were asked to approve a step, or reminded of it. */
export interface Approval {
  readonly at: Date;
  readonly customer: string;
  readonly what: string;
  /** As the question names them; absent when it says that there are more. */
  readonly invoices?: readonly string[];
  readonly again: boolean;
}

export interface Log {
  readonly covered: readonly Covered[];
  readonly asked: readonly Asked[];
  readonly called: readonly Called[];
  readonly missed: readonly Missed[];
  readonly letters: readonly Letter[];
  readonly approvals: readonly Approval[];
  /** What people agreed on that rests something, and what of it is over. */
  readonly agreed: readonly Agreed[];
  readonly ended: readonly Ended[];
  /** Every message, without its later versions. */
  readonly posts: readonly Said[];
  /** The same for the same messages and mails: see fingerprint.ts. */
  readonly fingerprint: string;
}

/** Reads what the chat server and the mail server wrote down. */
export function readLog(chatPath: string, mailPath: string): Log {
  const said = jsonLines<{ readonly type: string; readonly message?: Said }>(chatPath).flatMap(
    ({ type, message }) => (message === undefined ? [] : [{ type, message }]),
  );
  const messages = said.map(({ message }) => message);
  const mails = jsonLines<Mail>(mailPath);
  const customerOf = customersOfThreads(messages);
  return {
    covered: messages.flatMap(coverIn),
    asked: messages.flatMap(asksIn),
    called: messages.flatMap(callIn),
    missed: messages.flatMap(missIn),
    letters: mails.map(letterOf),
    approvals: messages.flatMap(approvalIn),
    agreed: messages.flatMap(agreedIn),
    ended: messages.flatMap((one) => endIn(one, customerOf)),
    posts: said.filter(({ type }) => type === 'message').map(({ message }) => message),
    fingerprint: fingerprintOf(messages, mails),
  };
}

function letterOf({ receivedAt, to, subject, text }: Mail): Letter {
  const [, customer = ''] = /ap@([^.]+)\.example/.exec(to.join(' ')) ?? [];
  const invoices = [...text.matchAll(/^\s*(\d{4,})\b/gm)].map(([, number = '']) => number);
  const what = /will soon be due$|^Reminder: /.test(subject) ? 'friendly mail' : 'payment demand';
  return { at: new Date(receivedAt), customer: customer.toUpperCase(), subject, what, invoices };
}

function coverIn(said: Said): readonly Covered[] {
  const found = /^Ledger imported: .* as of \w{3} (\d{1,2}) (\w{3}) (\d{4});/.exec(linesOf(said).join(''));
  if (found === null) return [];
  const [, date = '', month = '', year = ''] = found;
  return [{ at: saidAt(said), through: `${year}-${monthNumber(month)}-${date.padStart(2, '0')}` }];
}

/** Rows of lists that others are shown, or that were asked for, are no requests. */
function asksIn(said: Said): readonly Asked[] {
  if (!said.channel.startsWith('D') || said.onlyFor !== undefined) return [];
  const user = `U${said.channel.slice(1)}`;
  return rowsOf(said).flatMap(([head = '', line = '']) => {
    const customer = customerIn(head);
    const [, what] = /^(.+?), (?:.* )?by \d\d:\d\d/.exec(line) ?? [];
    if (customer === undefined || what === undefined) return [];
    return [{ at: saidAt(said), user, customer, what, silently: said.edited !== undefined }];
  });
}

function callIn(said: Said): readonly Called[] {
  if (said.onlyFor === undefined || said.edited !== undefined) return [];
  const [, customer, what] = /^Noted for ([^:]+): (.+)$/.exec(linesOf(said).join(' ')) ?? [];
  if (customer === undefined || what === undefined) return [];
  if (!/^(no answer|voicemail|wrong number|spoke with)/.test(what)) return [];
  const promisedFor = /; promised for ([^.;]+)/.exec(what)?.[1];
  const callBackOn = /; we call back (.+?) at \d\d:\d\d/.exec(what)?.[1];
  const spoke = what.startsWith('spoke');
  return [
    {
      at: saidAt(said),
      user: said.onlyFor,
      customer,
      spoke,
      ...(promisedFor === undefined ? {} : { promisedFor }),
      ...(callBackOn === undefined ? {} : { callBackOn }),
    },
  ];
}

/** Told to whoever missed it: it went to somebody else; or it stays, as the rows of their next list say. */
function missIn(said: Said): readonly Missed[] {
  if (!said.channel.startsWith('D') || said.onlyFor !== undefined || said.edited !== undefined) return [];
  const lines = linesOf(said);
  const customers = /^\d+ (calls?|tasks?) went to/.test(lines[0] ?? '')
    ? lines.slice(1).flatMap((line) => customerIn(line) ?? [])
    : rowsOf(said).flatMap(([head = '', ...rest]) =>
        rest.some((line) => line.startsWith('past its deadline')) ? (customerIn(head) ?? []) : [],
      );
  return customers.length === 0 ? [] : [{ at: saidAt(said), user: `U${said.channel.slice(1)}`, customers }];
}

function approvalIn(said: Said): readonly Approval[] {
  const lines = linesOf(said);
  const [, again, what] = /^(Still waiting · )?Approve: (.+)$/.exec(lines[0] ?? '') ?? [];
  const customer = /· (\S+) ·/.exec(lines[1] ?? '')?.[1];
  if (what === undefined || customer === undefined || said.edited !== undefined) return [];
  const named = lines.find((line) => line.startsWith('Invoices: '))?.slice('Invoices: '.length);
  const invoices = named === undefined || named.includes(' and ') ? {} : { invoices: named.split(', ') };
  return [{ at: saidAt(said), customer, what, ...invoices, again: again !== undefined }];
}

/** A case's thread hangs from its card, which begins with the customer. */
function customersOfThreads(messages: readonly Said[]): (threadTs: string) => string | undefined {
  const known = new Map<string, string>();
  for (const said of messages) {
    const customer = said.threadTs === undefined ? customerIn(linesOf(said)[0] ?? '') : undefined;
    if (customer !== undefined && said.channel.startsWith('C')) known.set(said.ts, customer);
  }
  return (ts) => known.get(ts);
}

const customerIn = (line: string): string | undefined => /^(\d{4}-[A-Z]{4,5}) ·/.exec(line)?.[1];

function jsonLines<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
