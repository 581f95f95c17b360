import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { businessDate } from '../../../src/core/calendar/business-date.ts';
import { formatDate } from '../../../src/core/calendar/format-date.ts';
import { money } from '../../../src/core/money.ts';
import type { AuditRow } from '../../../src/services/case/history.ts';
import { amount, stepLabel } from '../words.ts';

/** What a deed is told from. */
export interface Telling {
  /** Of the case; empty for what is about the workspace. */
  readonly currency: string | null;
  readonly today: BusinessDate;
}

type Details = AuditRow['details'];
type Tell = (of: Facts) => string;

/** The details of an entry as words. */
interface Facts {
  readonly text: (name: string) => string;
  readonly day: (name: string) => string;
  readonly sum: (name: string) => string;
}

/**
 * What somebody did, to follow their name: "recorded a promise of €4,100.00 for Fri 27 Nov". What has no sentence of
 * its own is said in the words in which it was written down.
 */
export function deed(row: Pick<AuditRow, 'what' | 'details'>, telling: Telling): string {
  const facts = factsOf(row.details, telling);
  return (
    sentences[row.what]?.(facts) ??
    aboutApproval(row.what, facts) ??
    aboutLetter(row.what, facts) ??
    plainly(row, telling)
  );
}

const sentences: Readonly<Record<string, Tell>> = {
  'finding seen': ({ text }) => `looks after what the check found (${text('check')})`,
  'promise made': ({ sum, day }) => `recorded a promise of ${sum('amount')} for ${day('due')}`,
  'promise renewed': ({ sum, day }) => `recorded a new promise of ${sum('amount')} for ${day('due')}`,
  'promise kept': () => 'found the promise kept',
  'promise partial': () => 'found the promise kept in part, and so broken',
  'promise broken': () => 'found the promise broken',
  'promise unconfirmed': () => 'could not judge the promise yet: the ledger did not cover its day',
  'dispute raised': ({ text, sum }) =>
    `recorded that ${sum('amount')} of ${text('invoices')} is disputed: ${text('reason')}`,
  'dispute rejected': ({ sum, text }) => `rejected the dispute of ${sum('amount')}: ${text('answer')}`,
  'dispute upheld': ({ sum, text }) => `upheld the dispute for ${sum('amount')}: ${text('answer')}`,
  'credit note booked': ({ sum }) => `booked a credit note of ${sum('amount')}`,
  'credit note found in the books': () => 'noted that the books have the credit note already',
  'case paused': ({ day, text }) => `paused the case until ${day('until')}: ${text('reason')}`,
  'invoices paused': ({ day, text }) => `paused some invoices until ${day('until')}: ${text('reason')}`,
  'pause asked for': ({ day, text }) => `asked for a pause until ${day('until')}: ${text('reason')}`,
  'pause ended early': () => 'ended the pause early',
  'pause over': () => 'let the pause end',
  'call: reached': () => 'called and reached them',
  'call: no answer': () => 'called: no answer',
  'call: voicemail': () => 'called: voicemail',
  'call: wrong number': () => 'called: wrong number',
  'task missed': ({ text }) =>
    `missed the deadline${text('step') === '' ? '' : ` of the ${stepLabel(text('step'))}`}`,
  'commitment kept': ({ text }) => `did what we owed them: ${text('task')}`,
  'customer assigned': ({ text }) =>
    `gave customer ${text('customer')} from ${text('from')} to ${text('to')}`,
  'case raised': ({ text }) => `raised the case to the ${stepLabel(text('step'))}: ${text('reason')}`,
  'payment recorded': ({ sum, day }) => `recorded a payment of ${sum('amount')}, received ${day('received')}`,
  'payment advised': ({ sum, day }) =>
    `noted that ${sum('amount')} is on its way; it rests until ${day('until')}`,
  'claim delivered': ({ text, day }) =>
    `recorded that the claim was delivered on ${day('on')} (${text('proof')})`,
  'contact added': ({ text }) => `added the contact ${text('contact')}: ${text('noted')}`,
  'ladder saved': ({ text }) => `saved the ladder ${text('ladder')}`,
  'ladder set': ({ text }) => `set the ladder of ${text('for')} to ${text('to')}`,
  'moved to a ladder': ({ text }) => `moved the case from ${text('from')} to ${text('to')}`,
  'tags changed': ({ text }) => (text('to') === '' ? 'took its tags away' : `tagged it ${text('to')}`),
  'contact corrected': ({ text }) => `corrected the contact ${text('contact')}: ${text('noted')}`,
  'due date changed': () => 'imported a changed due date',
  'file received': ({ text }) => `dropped the file ${text('file')}`,
  'import confirmed': ({ text }) => `had ${text('file') || 'the file'} imported`,
  'import cancelled': ({ text }) => `did not import ${text('file')}`,
  'ledger imported': ({ text }) => `imported ${text('file')}: ${text('items')} items, ${text('amount')}`,
  'ledger covered': ({ day }) => `said that all payments are in through ${day('through')}`,
  'vanished invoices booked as paid': ({ text }) => `booked ${text('invoices')} vanished invoices as paid`,
  'member enrolled': ({ text }) => `enrolled ${text('member')} as ${text('roles')}`,
  'member added': ({ text }) => `added ${text('member')} as ${text('roles')}`,
  'channel chosen': () => 'chose the channel for the cases',
  'shadow mode switched on': () => 'held all letters back (shadow mode)',
  'shadow mode switched off': () => 'let letters out to customers',
  'write-off proposed': ({ sum, text }) =>
    `proposed to write off ${sum('amount')} of ${text('invoices')}: ${text('reason')}`,
  'write-off booked': ({ sum, text }) => `had ${sum('amount')} of ${text('invoices')} written off`,
  'write-off taken back': ({ sum, text }) =>
    `took the write-off of ${sum('amount')} back (${text('invoices')}): ${text('reason')}`,
  'waiver proposed': ({ text }) =>
    `proposed to waive ${text('waived')} of late costs of ${text('invoices')}: ${text('reason')}`,
  'late costs waived': ({ text }) =>
    `had ${text('waived')} of late costs of ${text('invoices')} waived: ${text('reason')}`,
  'absence entered': ({ text, day }) =>
    `entered ${text('member')} as away from ${day('from')} to ${day('to')}, with ${text('deputy')} as deputy`,
  'absence ended': ({ text }) => `ended the absence of ${text('member')}`,
  'invoice copy attached': ({ text }) => `attached a copy of invoice ${text('invoice')}`,
};

/** "formal-claim approval asked", "write-off approved": what is asked comes first, a step by its key. */
function aboutApproval(what: string, { text }: Facts): string | undefined {
  const [, key = '', fate] =
    /^([\w-]+|(?:service|order|credit) hold(?: release)?|fee waiver) (approval asked|agreed to|asked again|approved|refused|lapsed)$/.exec(
      what,
    ) ?? [];
  const name = key === 'write-off' ? key : stepLabel(key);
  const others = text('with') === '' ? '' : `, with ${text('with')}`;
  switch (fate) {
    case 'approval asked':
      return `asked for the approval of the ${name}`;
    case 'agreed to':
      return `agreed to the ${name}; somebody else must, too`;
    case 'asked again':
      return `asked for the ${name} again${text('grounds') === '' ? '' : `: ${text('grounds')}`}`;
    case 'approved':
      return `approved the ${name}${others}${text('alone') === '' ? '' : ', with too few people: there was nobody else to ask'}`;
    case 'refused':
      return `refused the ${name}${text('reason') === '' ? '' : `: ${text('reason')}`}`;
    case 'lapsed':
      return `let the approval of the ${name} lapse${text('reason') === '' ? '' : `: ${text('reason')}`}`;
    default:
      return undefined;
  }
}

/** "payment demand sent", "formal claim withheld": the letter comes first, by its kind. */
function aboutLetter(what: string, { text }: Facts): string | undefined {
  const [, kind = '', fate] = /^(.+) (sent|withheld|impossible|refused|delivered)$/.exec(what) ?? [];
  const to = text('to') === '' ? '' : ` to ${text('to')}`;
  switch (fate) {
    case 'sent':
      return `sent the ${kind}${to}`;
    case 'withheld':
      return `held the ${kind} back (shadow mode)`;
    case 'impossible':
      return `could not send the ${kind}: there is no address for it`;
    case 'refused':
      return `had the ${kind} refused by the mail address ${text('to')}`.trim();
    case 'delivered':
      return `noted that the ${kind} arrived`;
    default:
      return undefined;
  }
}

function plainly({ what, details }: Pick<AuditRow, 'what' | 'details'>, telling: Telling): string {
  const facts = factsOf(details, telling);
  const more = Object.entries(details)
    .filter(([name, value]) => value !== null && value !== '' && !isOurNumber(name, value))
    .map(([name]) => `${name} ${name === 'amount' ? facts.sum(name) : facts.text(name)}`)
    .join(', ');
  return `noted: ${what}${more === '' ? '' : ` (${more.slice(0, 200)})`}`;
}

/** Numbers by which the database knows its rows mean nothing to a person. */
function isOurNumber(name: string, value: Details[string]): boolean {
  const ids = ['task', 'promise', 'letter', 'import', 'approval', 'member'];
  return (typeof value === 'number' && ids.includes(name)) || ['hash', 'sha256'].includes(name);
}

function factsOf(details: Details, { currency, today }: Telling): Facts {
  const text = (name: string): string => {
    const value = details[name];
    if (value === null || value === undefined) return '';
    return typeof value === 'number' ? value.toLocaleString('en') : String(value);
  };
  return {
    text,
    day: (name) => {
      const day = text(name);
      return /^\d{4}-\d\d-\d\d$/.test(day) ? formatDate(businessDate(day), { today }) : day;
    },
    // History keeps amounts in minor units, which nobody reads.
    sum: (name) =>
      currency !== null && /^\d+$/.test(String(details[name]))
        ? amount(money(BigInt(String(details[name])), currency))
        : text(name),
  };
}
