import type { Card } from '../../src/chat/types.ts';
import { groupBy } from '../../src/core/group-by.ts';
import { sum } from '../../src/core/money.ts';
import type { Assigned } from '../../src/services/customer/assign.ts';
import type { Move } from '../../src/services/customer/plan-moves.ts';
import { amount, count, nameOf, type People } from './words.ts';

/** Customers named one by one; more are a number. */
const mostNamed = 10;

/** What is about to move, for somebody to look at first. `text` is what was asked, as it was typed. */
export function askingCard(moves: readonly Move[], people: People, text: string): Card {
  const named = moves.slice(0, mostNamed).map(({ name, number }) => `${name.slice(0, 80)} (${number})`);
  const hidden = moves.length - named.length;
  return {
    summary: `This moves ${count(moves.length, 'customer')}`,
    parts: [
      {
        kind: 'text',
        text: [{ bold: `This moves ${count(moves.length, 'customer')}` }, ` · ${sums(moves)}`],
      },
      { kind: 'text', text: perOwner(moves, people) },
      { kind: 'small', text: `${named.join('; ')}${hidden > 0 ? ` and ${hidden} more` : ''}` },
      {
        kind: 'buttons',
        buttons: [
          { label: 'Move', style: 'primary', action: { command: 'assign', action: 'move', args: { text } } },
        ],
      },
    ],
  };
}

/** What moved. */
export function assignedCard({ moves, tasks }: Assigned, people: People): Card {
  if (moves.length === 0)
    return {
      summary: 'Nothing moved',
      parts: [{ kind: 'text', text: 'Nothing moved: they are where you want them already.' }],
    };
  const along = tasks === 0 ? '' : `\n${count(tasks, 'open task')} went along.`;
  return {
    summary: `Moved ${count(moves.length, 'customer')}`,
    parts: [
      {
        kind: 'text',
        text: [
          { bold: `Moved ${moves.length === 1 ? (moves[0]?.name ?? '') : count(moves.length, 'customer')}` },
          ` · ${sums(moves)}\n${perOwner(moves, people)}${along}`,
        ],
      },
    ],
  };
}

/** One line for each new owner. */
function perOwner(moves: readonly Move[], people: People): string {
  return [...groupBy(moves, ({ to }) => to)]
    .map(([to, theirs]) => {
      const taken = theirs.filter(({ from }) => from !== undefined).length;
      const some = taken === theirs.length ? '' : `${taken} of them `;
      const from = taken === 0 ? '' : `, ${some}from somebody else`;
      return `to ${nameOf(people, to)}: ${count(theirs.length, 'customer')}, ${sums(theirs)}${from}`;
    })
    .join('\n');
}

/** One sum a currency: nobody adds euros to dollars. */
function sums(moves: readonly Move[]): string {
  const byCurrency = groupBy(
    moves.flatMap(({ overdue }) => overdue),
    ({ currency }) => currency,
  );
  const totals = [...byCurrency].map(([currency, list]) => amount(sum(list, currency)));
  return totals.length === 0 ? 'nothing overdue' : `${totals.join(' + ')} overdue`;
}
