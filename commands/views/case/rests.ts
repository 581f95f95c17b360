import type { Text } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import { money } from '../../../src/core/money.ts';
import type { CaseOverview, HoldKind } from '../../../src/services/case/overview.ts';
import { planWords } from '../plan.ts';
import { amount, count, onDay } from '../words.ts';

/** What of a case rests, and why; what is pressed all the same; and what the customer does not get. One fact a line. */
export function restLines(of: CaseOverview, today: BusinessDate): readonly Text[] {
  const lines = [
    of.plan && planWords(of.plan, today),
    promiseLine(of, today),
    disputeLine(of, today),
    pauseLine(of, today),
  ].filter((line) => line !== undefined);
  return [...lines, ...pressedLine(of, lines.length), ...holdLines(of)];
}

function promiseLine(of: CaseOverview, today: BusinessDate): string | undefined {
  if (of.promise === undefined) return of.promiseBroken ? 'The last promise was broken' : undefined;
  const fate = of.promise.dueOn < today ? 'is unconfirmed until the ledger covers that day' : 'rests';
  return `${amount(of.promise.amount)} promised for ${onDay(of.promise.dueOn, today)} ${fate}`;
}

function disputeLine({ dispute }: CaseOverview, today: BusinessDate): string | undefined {
  if (dispute === undefined) return undefined;
  const many = dispute.disputes > 1 ? ` in ${count(dispute.disputes, 'dispute')}` : '';
  return dispute.answerBy === undefined
    ? `${amount(dispute.amount)} was rightly disputed and rests: its credit note is to be booked`
    : `${amount(dispute.amount)} disputed${many} rests; we answer by ${onDay(dispute.answerBy, today)}`;
}

function pauseLine({ pause }: CaseOverview, today: BusinessDate): string | undefined {
  if (pause === undefined) return undefined;
  return `${pause.whole ? 'Paused' : 'Some invoices are paused'} until ${onDay(pause.until, today)}: ${pause.reason}`;
}

/** Where only a part rests, the number that does not. */
function pressedLine(of: CaseOverview, resting: number): readonly string[] {
  if (resting === 0 || of.pause !== undefined || of.plan?.status === 'agreed' || of.overdue.amount === 0n)
    return [];
  const held = (of.promise?.amount.amount ?? 0n) + (of.dispute?.amount.amount ?? 0n);
  const pressed = of.overdue.amount - held;
  return held > 0n && pressed > 0n ? [`${amount(money(pressed, of.currency))} is pressed`] : [];
}

function holdLines({ holds }: CaseOverview): readonly Text[] {
  return holds.length === 0 ? [] : [[{ bold: holds.map(holdName).join(', ') }, ' is on']];
}

const names: Readonly<Record<HoldKind, string>> = {
  service: 'Service hold',
  order: 'Order hold',
  credit: 'Credit hold',
};

export const holdName = (kind: HoldKind): string => names[kind];
