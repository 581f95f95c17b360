import { type Said, saidAt } from '../desk/tape.ts';
import { centsIn } from './amounts.ts';
import { dayNamed } from './named-days.ts';
import { linesOf } from './texts.ts';

/** Dunwell told somebody that it took down what puts something at rest. */
export interface Agreed {
  readonly at: Date;
  readonly customer: string;
  readonly kind: 'dispute' | 'pause' | 'plan' | 'advice';
  /** Named ones; none: what is overdue, or of a pause all. */
  readonly invoices: readonly string[];
  /** Only so much of them. */
  readonly cents?: number;
  /** The first day that is pressed again, if one was said. */
  readonly until?: string;
}

/** A case's thread was told that something at rest is so no more. */
export interface Ended {
  readonly at: Date;
  readonly customer: string;
  readonly kind: 'dispute' | 'pause' | 'plan';
  /** Something of it may rest on, until a credit note is booked. */
  readonly inPart: boolean;
}

export function agreedIn(said: Said): readonly Agreed[] {
  if (said.onlyFor === undefined || said.edited !== undefined) return [];
  const [, customer, what] = /^Noted for ([^:]+): (.+)$/.exec(linesOf(said).join(' ')) ?? [];
  if (customer === undefined || what === undefined) return [];
  const found =
    disputeIn(what) ?? pauseIn(what, saidAt(said)) ?? planIn(what) ?? adviceIn(what, saidAt(said));
  return found === undefined ? [] : [{ at: saidAt(said), customer, ...found }];
}

type Found = Omit<Agreed, 'at' | 'customer'>;

function disputeIn(what: string): Found | undefined {
  const [, sum, numbers] = /^(\S+(?: [\d,.]+)?) of (.+?) is disputed \(/.exec(what) ?? [];
  if (sum === undefined || numbers === undefined) return undefined;
  return { kind: 'dispute', invoices: numbers.split(', '), cents: centsIn(sum) };
}

function pauseIn(what: string, at: Date): Found | undefined {
  const [, numbers, day] = /^(.+?) rests? until (.+?); pressing resumes/.exec(what) ?? [];
  if (numbers === undefined || day === undefined) return undefined;
  const invoices = numbers === 'all of it' ? [] : numbers.split(', ');
  return { kind: 'pause', invoices, until: dayNamed(day, at) };
}

const planIn = (what: string): Found | undefined =>
  /^plan of .* Agreed; its invoices rest/.test(what) ? { kind: 'plan', invoices: [] } : undefined;

function adviceIn(what: string, at: Date): Found | undefined {
  const [, sum, day] = /^(.+?) on its way rests until (.+?);/.exec(what) ?? [];
  if (sum === undefined || day === undefined) return undefined;
  return { kind: 'advice', invoices: [], cents: centsIn(sum), until: dayNamed(day, at) };
}

/** @param customerOf by the id of the message that a thread hangs from */
export function endIn(said: Said, customerOf: (threadTs: string) => string | undefined): readonly Ended[] {
  const customer = said.threadTs === undefined ? undefined : customerOf(said.threadTs);
  const [line = ''] = linesOf(said);
  const found = endings.find(({ begins }) => begins.test(line));
  if (customer === undefined || found === undefined || said.edited !== undefined) return [];
  return [{ at: saidAt(said), customer, kind: found.kind, inPart: found.inPart ?? false }];
}

const endings: readonly (Pick<Ended, 'kind'> & { readonly begins: RegExp; readonly inPart?: true })[] = [
  { begins: /^Dispute rejected/, kind: 'dispute' },
  { begins: /^Dispute upheld/, kind: 'dispute', inPart: true },
  { begins: /^The dispute of .* is over/, kind: 'dispute' },
  { begins: /credited · noted by/, kind: 'dispute' },
  { begins: /^Plan (broken|cancelled|kept)/, kind: 'plan' },
  { begins: /^The pause /, kind: 'pause' },
];
