/** Cases as they are described: what happened, in values of its own, from which both rows and facts are made. */

/** The moment of every look: Wednesday noon in Berlin. */
export const now = new Date('2026-11-25T11:00:00Z');

/** The workspace's own place. */
export const home = { country: 'DE', region: 'BY', zone: 'Europe/Berlin' };

/** Steps of the standard ladder, and some of those that are on another one only. */
export const steps = [
  'friendly-call',
  'friendly-mail',
  'due-day-call',
  'payment-demand',
  'pay-or-date-call',
  'official-letter-call',
  'formal-claim',
  'legal-handover',
  'friendly-reminder',
  'second-reminder',
  'service-hold',
  'client-call',
  'final-notice',
] as const;

export interface Desk {
  readonly shadow: boolean;
  readonly floor: bigint;
  readonly covers: string | null;
  /** For how long a letter stands announced; none of these cases has one that does. */
  readonly noticeMinutes: number;
}

export interface Customer {
  readonly country: string | null;
  readonly region: string | null;
  readonly zone: string | null;
  readonly stops: readonly Stopped[];
  readonly payerType: string | null;
  readonly tags: readonly string[];
  readonly contacts: readonly { readonly role: string; readonly mail: 'none' | 'good' | 'refused' }[];
  readonly cases: readonly Case[];
}

/** Nobody pressed the customer from then on; `endedAt`: until that was over. */
export interface Stopped {
  readonly since: Date;
  readonly endedAt: Date | null;
}

export interface Case {
  /** The ladder that its invoices have for themselves; empty: that of all. */
  readonly ownLadder: '' | 'soft' | 'services';
  readonly raisedTo: string | null;
  readonly lettersHeldUntil: string | null;
  readonly invoices: readonly Invoice[];
  readonly contacts: readonly Contact[];
  readonly promises: readonly Promised[];
  readonly disputes: readonly Disputed[];
  readonly plans: readonly Planned[];
  readonly pauses: readonly Paused[];
  readonly advices: readonly { readonly amount: bigint; readonly until: string }[];
  readonly cash: readonly Cash[];
  readonly approvals: readonly Approval[];
  readonly tasks: readonly Task[];
  readonly letters: readonly { readonly kind: string; readonly status: string; readonly beside: boolean }[];
}

export interface Invoice {
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: bigint;
  readonly excluded: boolean;
  readonly payments: readonly Payment[];
}

/** So many thousandths of the invoice were paid, credited or given up, and perhaps taken back a moment later. */
export interface Payment {
  readonly thousandths: number;
  readonly as: 'cash' | 'credit note' | 'allocation' | 'write-off';
  /** When it was booked. */
  readonly at: Date;
  /** The day of the money. */
  readonly receivedOn: string;
  readonly bank: boolean;
  /** Of an allocation: it is allocated from a deposit. */
  readonly deposit: boolean;
  readonly takenBack: boolean;
  /** Of an allocation that is taken back: its money is, too. */
  readonly bounced: boolean;
}

/** A step was done for some invoices; `step` is what each received, if anything. */
export interface Contact {
  readonly step: string;
  readonly how: string;
  readonly joined: boolean;
  readonly on: string;
  readonly at: Date;
  readonly invoices: readonly { readonly invoice: number; readonly step: string | null }[];
}

/** A part of some of the case's invoices; `invoice` counts around. */
export interface Line {
  readonly invoice: number;
  readonly thousandths: number;
  readonly whole: boolean;
}

export interface Promised {
  readonly lines: readonly Line[];
  readonly status: string;
  readonly rests: boolean;
  readonly calledAbout: boolean;
  readonly madeAt: Date;
  readonly madeOn: string;
  readonly dueOn: string;
  readonly endedOn: string | null;
}

export interface Disputed {
  readonly lines: readonly (Line & { readonly upheldThousandths: number })[];
  readonly status: string;
  readonly raisedOn: string;
  readonly resolvedOn: string | null;
}

export interface Planned {
  readonly invoices: readonly number[];
  readonly status: string;
  readonly calledAbout: boolean;
  readonly agreedOn: string | null;
  readonly endedOn: string | null;
  readonly instalments: readonly {
    readonly dueOn: string;
    readonly status: string;
    readonly reminded: boolean;
    readonly noticedOn: string | null;
  }[];
}

export interface Paused {
  readonly whole: boolean;
  readonly invoices: readonly number[];
  readonly status: string;
  readonly from: string;
  readonly until: string;
  readonly endedOn: string | null;
  readonly told: boolean;
}

/** Money that nobody allocated; `deposit`: that covers nothing. */
export interface Cash {
  readonly amount: bigint;
  readonly bank: boolean;
  readonly deposit: boolean;
  readonly bookedOn: string;
  readonly at: Date;
  readonly takenBack: boolean;
}

export interface Approval {
  readonly kind: 'step' | 'pause';
  readonly step: string;
  readonly status: string;
  readonly reviewOn: string | null;
}

export interface Task {
  readonly kind: 'call' | 'call back' | 'commitment';
  readonly step: string | null;
  readonly open: boolean;
  readonly openedAt: Date;
  readonly dueAt: Date;
  readonly hours: number;
  readonly nudges: number;
  /** When it was done, unless it is open. */
  readonly closedAt: Date;
}

/** The day of a moment as the clock of Greenwich says it, which is by whom these cases are booked. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export function addHours(at: Date, hours: number): Date {
  return new Date(at.getTime() + hours * 3_600_000);
}

/** A day so many days from today. */
export function dayFromNow(offset: number): string {
  return dayOf(addHours(now, 24 * offset));
}

const currencies = ['EUR', 'USD', 'JPY'] as const;

/** Each case is in a currency of its own; on a ladder of its own, in that of the first. */
export function currencyOf({ cases }: Customer, index: number): string {
  const before = cases.slice(0, index).filter(({ ownLadder }) => ownLadder === '');
  return currencies[cases[index]?.ownLadder === '' ? before.length : 0] ?? 'EUR';
}

/** What is said of an invoice that the case does not have is said of another one. */
export function around<T>(list: readonly T[], n: number): T | undefined {
  return list.length === 0 ? undefined : list[n % list.length];
}

/** So many thousandths of an amount, and at least one minor unit of it. */
export function partOf(whole: bigint, thousandthsOf: number): bigint {
  const part = (whole * BigInt(thousandthsOf)) / 1000n;
  return part < 1n ? 1n : part;
}
