import type { Text } from '../../../src/chat/types.ts';
import type { BusinessDate } from '../../../src/core/calendar/business-date.ts';
import type { CaseOverview, HoldKind } from '../../../src/services/case/overview.ts';
import type { Pressed } from '../../../src/services/case/pressed.ts';
import { planWords } from '../plan.ts';
import { amount, count, onDay } from '../words.ts';

/** What of a case rests, and why; what is pressed all the same; and what the customer does not get. One fact a line. */
export function restLines(of: CaseOverview, pressed: Pressed, today: BusinessDate): readonly Text[] {
  const lines = [
    of.plan && planWords(of.plan, today),
    promiseLine(of, today),
    disputeLine(of, today),
    pauseLine(of, today),
    coverLine(pressed),
  ].filter((line) => line !== undefined);
  return [...lines, ...pressedLine(of, pressed, lines.length), ...holdLines(of)];
}

function promiseLine(of: CaseOverview, today: BusinessDate): string | undefined {
  if (of.promise === undefined) return of.promiseBroken ? 'The last promise was broken' : undefined;
  const effect = of.promise.rests ? 'rests' : 'rests nothing: two broke before';
  const fate = of.promise.dueOn < today ? 'is unconfirmed until the ledger covers that day' : effect;
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

/** Money that somebody says is on its way, or that is not on an invoice yet. */
function coverLine({ covered }: Pressed): string | undefined {
  return covered.amount === 0n
    ? undefined
    : `${amount(covered)} is on its way or not allocated yet, and rests`;
}

/** Where only a part rests, the number that does not. */
function pressedLine(of: CaseOverview, { pressed }: Pressed, resting: number): readonly string[] {
  const isPart = pressed.amount > 0n && pressed.amount < of.overdue.amount;
  return resting > 0 && isPart && of.stopped === undefined ? [`${amount(pressed)} is pressed`] : [];
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
