/** What is true of one invoice, as the model reads it. */
import { businessDate } from '../../../../src/core/calendar/business-date.ts';
import { dateIn } from '../../../../src/core/calendar/zone.ts';
import type { InvoiceFacts } from '../../../../src/core/dunning/facts.ts';
import { type Case, type Invoice, type Line, type Paused, partOf, type Stopped } from '../described.ts';
import { receivedBy } from './contacts.ts';
import { latest, least, stretch, sum } from './numbers.ts';
import { openOf } from './open.ts';

/** `zone`: the customer's. */
export function invoiceFacts(
  of: Case,
  n: number,
  one: Invoice,
  { zone, stops }: { readonly zone: string; readonly stops: readonly Stopped[] },
): Omit<InvoiceFacts, 'id' | 'number'> {
  const open = openOf(one);
  const linesOf = <L extends Line>(lines: readonly L[]): L | undefined =>
    lines.find(({ invoice }) => invoice % of.invoices.length === n);
  const about = (invoices: readonly number[]): boolean =>
    invoices.some((invoice) => invoice % of.invoices.length === n);
  const promises = of.promises.flatMap((word) => {
    const line = linesOf(word.lines);
    return line === undefined ? [] : [{ ...word, line }];
  });
  const disputes = of.disputes.flatMap((word) => {
    const line = linesOf(word.lines);
    return line === undefined ? [] : [{ ...word, line }];
  });
  const plans = of.plans.filter(({ agreedOn, invoices }) => agreedOn !== null && about(invoices));
  const pauses = of.pauses.filter(
    (pause) => pause.status === 'granted' && (pause.whole || about(pause.invoices)),
  );
  const resting = promises.filter(
    ({ rests, status }) => rests && (status === 'open' || status === 'unconfirmed'),
  );
  const pausedUntil = latest(pauses.filter((pause) => !pause.whole && runs(pause)).map(({ until }) => until));
  return {
    issuedOn: businessDate(one.issuedOn),
    dueOn: businessDate(one.dueOn),
    effectiveDueOn: businessDate(one.dueOn),
    open,
    promised: least(
      open,
      sum(resting.map(({ line, madeAt }) => unpaid(one, partOf(one.amount, line.thousandths), madeAt))),
    ),
    disputed: least(
      open,
      sum(
        disputes.map(({ status, line }) => {
          const amount = partOf(one.amount, line.thousandths);
          if (status === 'open') return amount;
          return status === 'upheld' ? (amount * BigInt(line.upheldThousandths)) / 1000n : 0n;
        }),
      ),
    ),
    excluded: one.excluded,
    promiseBroken: [...promises, ...plans].some(
      ({ status, calledAbout }) => (status === 'broken' || status === 'partial') && !calledAbout,
    ),
    received: receivedBy(of, n),
    rested: [
      ...promises
        .filter(({ rests, line }) => rests && line.whole)
        .flatMap(({ madeOn, endedOn }) => stretch(madeOn, endedOn)),
      ...disputes
        .filter(({ line }) => line.whole)
        .flatMap(({ raisedOn, resolvedOn }) => stretch(raisedOn, resolvedOn)),
      ...plans.flatMap(({ agreedOn, endedOn }) => stretch(agreedOn ?? '', endedOn)),
      ...pauses.flatMap(({ from, until, endedOn }) =>
        stretch(from, endedOn !== null && endedOn < until ? endedOn : until),
      ),
      ...stops.flatMap(({ since, endedAt }) =>
        endedAt === null ? [] : stretch(dateIn(zone, since), dateIn(zone, endedAt)),
      ),
    ],
    ...(pausedUntil && { pausedUntil: businessDate(pausedUntil) }),
    ...(plans.some(({ status }) => status === 'agreed') && { onPlan: true as const }),
  };
}

/** What was promised and did not come in since; neither a credit note nor giving it up is a payment. */
function unpaid({ amount, payments }: Invoice, promised: bigint, madeAt: Date): bigint {
  const came = payments
    .filter(({ as }) => as !== 'credit note' && as !== 'write-off')
    .flatMap(({ thousandths, at, takenBack }) => {
      const paid = partOf(amount, thousandths);
      const movements = [{ at, paid }];
      return takenBack ? [...movements, { at: new Date(at.getTime() + 1), paid: -paid }] : movements;
    })
    .filter(({ at }) => at >= madeAt)
    .reduce((total, { paid }) => total + paid, 0n);
  const left = promised - came;
  return left < 0n ? 0n : least(promised, left);
}

/** A pause that was granted and not ended early. */
export const runs = ({ status, endedOn }: Paused): boolean => status === 'granted' && endedOn === null;
