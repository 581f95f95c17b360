import type { Card, Part, Text } from '../../../src/chat/types.ts';
import type { Going, GoingLetter } from '../../../src/services/announcement/going.ts';
import { addresseesIn } from '../../../src/services/letter/told.ts';
import { asSpans, at, count, onDay } from '../words.ts';
import { holdBack, titleOf } from './announcement.ts';
import { fateOf, type FateReading } from './fate.ts';

/** Rows shown; more letters than these at one time are few teams' morning. */
const mostRows = 15;

/** To whoever may hold letters back whose cases have no thread: which go when, and what became of each. */
export function goingCard({ goesAt }: Going, letters: readonly GoingLetter[], reading: FateReading): Card {
  const when = at(goesAt, reading.zone, reading.today, onDay);
  const waiting = letters.filter(({ row }) => row.status === 'waiting').length;
  const verb = waiting === 1 ? 'goes' : 'go';
  if (letters.length === 0) {
    const text = `What was to go ${when} goes at another time: a newer message says when.`;
    return { summary: text, parts: [{ kind: 'text', text }] };
  }
  const head =
    waiting === 0
      ? `Letters of ${when}`
      : `${count(waiting, 'letter')} ${verb} ${when}, unless you hold ${waiting === 1 ? 'it' : 'them'} back`;
  const more = letters.length - mostRows;
  return {
    summary: head,
    parts: [
      { kind: 'text', text: [{ bold: head }] },
      ...letters.slice(0, mostRows).map((one) => rowOf(one, reading)),
      ...(more > 0
        ? [
            {
              kind: 'small' as const,
              text: `and ${more} more: /letter hold and the customer’s name keeps one back`,
            },
          ]
        : []),
    ],
  };
}

function rowOf(one: GoingLetter, reading: FateReading): Part {
  const { row, customerName, amount, letter } = one;
  const to = addresseesIn(row.recipients);
  const text: Text = [
    { bold: customerName },
    ` · ${titleOf(one).toLowerCase()} · ${count(row.invoices.length, 'invoice')}, ${amount}`,
  ];
  if (row.status === 'waiting')
    return { kind: 'row', text: [...text, to === null ? '' : `\nto ${to}`], buttons: [holdBack(row)] };
  const fate = fateOf({ row, letter: letter ?? undefined }, reading);
  return { kind: 'text', text: [...text, '\n', ...asSpans(fate)] };
}
