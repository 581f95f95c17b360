import type { Part } from '../../src/chat/types.ts';
import { overviews } from '../../src/services/case/overview.ts';
import { ledgerIsStale } from '../../src/services/import/tell-stale.ts';
import type { Member } from '../../src/services/member/roster.ts';
import { type Tally, talliesFor } from '../../src/services/member/tallies.ts';
import type { Scope } from '../../src/services/scope.ts';
import { count, type People } from '../views/words.ts';
import { heading, holds, line, type Section } from './section.ts';

/** A desk of more people than this is looked at with /team. */
const mostPeople = 12;

/** The collections desk: who has how much in hand, what was missed, whom nobody owns. */
export const deskSection: Section = async (scope, person, people) => {
  if (!holds(person, 'lead')) return [];
  const tallies = await talliesFor(scope, people, person);
  return [
    heading('The desk'),
    ...workload(people, tallies),
    ...(await takenOver(scope, person)),
    ...(await unowned(scope)),
    ...(ledgerIsStale(scope) ? [line(staleLine(scope))] : []),
    {
      kind: 'buttons',
      buttons: [
        { label: 'Worklist', action: { command: 'overdue', action: 'page', args: { filter: '', page: 0 } } },
        { label: 'Team', action: { command: 'team', action: 'page', args: { page: 0 } } },
      ],
    },
  ];
};

function workload(people: People, tallies: ReadonlyMap<number, Tally>): readonly Part[] {
  const busy = [...tallies]
    .map(([id, tally]) => ({ name: people.get(id)?.name ?? '', tally }))
    .filter(({ tally }) => tally.open + tally.missed + tally.customers > 0)
    .toSorted((a, b) => b.tally.missed - a.tally.missed || b.tally.open - a.tally.open);
  if (busy.length === 0)
    return [line('Nobody has a task or a customer yet: give customers away with /assign.')];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Who' },
        { title: 'Open', align: 'right' },
        { title: 'Missed this week', align: 'right' },
        { title: 'Customers', align: 'right' },
      ],
      rows: busy
        .slice(0, mostPeople)
        .map(({ name, tally }) => [name, ...[tally.open, tally.missed, tally.customers].map(String)]),
    },
    ...(busy.length > mostPeople ? [line(`and ${busy.length - mostPeople} more: /team`)] : []),
  ];
}

async function takenOver(scope: Scope, person: Member): Promise<readonly Part[]> {
  const { rows } = await overviews(scope, { holderId: person.id });
  const risen = rows.filter(({ task }) => task !== undefined && task.level !== 'owner').length;
  return risen === 0
    ? []
    : [line(`${count(risen, 'task')} came to you because somebody missed ${risen === 1 ? 'it' : 'them'}`)];
}

async function unowned(scope: Scope): Promise<readonly Part[]> {
  const { totalCases } = await overviews(scope, { withoutOwner: true, limit: 1 });
  if (totalCases === 0) return [];
  return [
    {
      kind: 'row',
      text: `${count(totalCases, 'case')} without an owner: share them out with /assign evenly`,
      buttons: [
        {
          label: 'Show',
          action: { command: 'overdue', action: 'page', args: { filter: 'nobody', page: 0 } },
        },
      ],
    },
  ];
}

function staleLine({ workspace }: Scope): string {
  return `The ledger is as of ${workspace.ledgerCovers ?? 'never'}: letters and verdicts on promises wait for newer data`;
}
