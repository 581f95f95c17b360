import type { InvoiceRow } from '../../../db/queries/case/facts.ts';
import type {
  DisputeLineRow,
  PauseRow,
  PlanLineRow,
  StopRow,
} from '../../../db/queries/case/facts-at-rest.ts';
import type { PromiseLineRow } from '../../../db/queries/case/facts-pending.ts';
import type { ReceivedRow } from '../../../db/queries/case/facts-of-steps.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import type { InvoiceFacts, Received, RestedDays } from '../../core/dunning/facts.ts';

/** What was said and done about one invoice. */
export interface InvoiceHistory {
  readonly promises: readonly PromiseLineRow[];
  readonly disputes: readonly DisputeLineRow[];
  readonly plans: readonly PlanLineRow[];
  /** Those of its case, of this invoice or not. */
  readonly pauses: readonly PauseRow[];
  /** Full stops of its customer that are over. */
  readonly stops: readonly StopRow[];
  readonly received: readonly ReceivedRow[];
}

/** The facts of one invoice, from its row, what was promised, disputed, planned and paused of it and what it received. */
export function invoiceFacts(row: InvoiceRow, history: InvoiceHistory): InvoiceFacts {
  const { promises, disputes, plans, received } = history;
  const pauses = history.pauses.filter((pause) => pause.whole || pause.invoice_ids.includes(String(row.id)));
  const pausedUntil = endOf(pauses.filter((pause) => !pause.whole && pause.ended_on === null));
  return {
    id: Number(row.id),
    number: row.number,
    issuedOn: businessDate(row.issued_on),
    dueOn: businessDate(row.due_on),
    effectiveDueOn: businessDate(row.effective_due_on),
    open: row.open,
    promised: atMost(row.open, sum(promises.filter(isResting).map((line) => line.unpaid))),
    disputed: atMost(row.open, sum(disputes.map(atRest))),
    excluded: row.excluded,
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(plans.some(({ status }) => status === 'agreed') && { onPlan: true as const }),
    promiseBroken: [...promises, ...plans].some((line) => isBroken(line) && !line.called_about),
    received: received.map(receivedFact),
    rested: [
      ...promises.flatMap(daysPromised),
      ...disputes.flatMap(daysDisputed),
      ...plans.flatMap((line) => daysUntil(line.agreed_on, line.ended_on)),
      ...pauses.flatMap(daysPaused),
      ...history.stops.flatMap((stop) => daysUntil(stop.from_day, stop.ended_on)),
    ],
  };
}

const isResting = ({ rests, status }: PromiseLineRow): boolean =>
  rests && (status === 'open' || status === 'unconfirmed');

const isBroken = ({ status }: PromiseLineRow | PlanLineRow): boolean =>
  status === 'broken' || status === 'partial';

/** What they are right about rests until its credit note is booked. */
function atRest({ status, amount, upheld }: DisputeLineRow): bigint {
  switch (status) {
    case 'open':
      return amount;
    case 'upheld':
      return upheld;
    case 'credited':
    case 'rejected':
    case 'moot':
      return 0n;
  }
}

function endOf(pauses: readonly PauseRow[]): BusinessDate | undefined {
  const [last] = pauses.map((pause) => pause.until_day).toSorted((a, b) => (a < b ? 1 : -1));
  return last === undefined ? undefined : businessDate(last);
}

function receivedFact(row: ReceivedRow): Received {
  return { step: row.step, on: businessDate(row.on_day), how: row.how };
}

/** Days that a promise rested the whole invoice do not count as waiting; the day it broke counts again. */
function daysPromised(line: PromiseLineRow): readonly RestedDays[] {
  return line.rests && line.whole ? daysUntil(line.made_on, line.ended_on) : [];
}

/** Nor do those on which all of it was disputed; the day of our answer counts again. */
function daysDisputed(line: DisputeLineRow): readonly RestedDays[] {
  return line.whole ? daysUntil(line.raised_on, line.resolved_on) : [];
}

/** A pause says beforehand which days it takes out of the count. */
function daysPaused({ from_day, until_day, ended_on }: PauseRow): readonly RestedDays[] {
  return daysUntil(from_day, ended_on !== null && ended_on < until_day ? ended_on : until_day);
}

/** From the first day to the one before the last; nothing while the last is not known. */
function daysUntil(first: string, last: string | null): readonly RestedDays[] {
  if (last === null) return [];
  const to = addDays(businessDate(last), -1);
  return first <= to ? [{ from: businessDate(first), to }] : [];
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);

const atMost = (limit: bigint, amount: bigint): bigint => (amount < limit ? amount : limit);
