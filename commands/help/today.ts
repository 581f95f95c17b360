import { overviews } from '../../src/services/case/overview.ts';
import { approvalsFor, casesAtLegal, hasLedger } from '../../src/services/home/figures.ts';
import { ledgerIsStale } from '../../src/services/import/tell-stale.ts';
import { hasRole, type Member, type Role } from '../../src/services/member/roster.ts';
import type { Scope } from '../../src/services/scope.ts';
import { count, countTasks } from '../views/words.ts';

export interface Suggestion {
  readonly what: string;
  /** The line to type. */
  readonly how: string;
}

type Look = (scope: Scope, person: Member) => Promise<Suggestion | undefined>;

const mostSuggestions = 3;

/** Three things that make sense for this person now: what waits first, then what is always of use. */
export async function todayFor(scope: Scope, person: Member): Promise<readonly Suggestion[]> {
  if (!(await hasLedger(scope))) return beforeTheLedger(person);
  const found: Suggestion[] = [];
  for (const look of looks) {
    const suggestion = found.length < mostSuggestions ? await look(scope, person) : undefined;
    if (suggestion !== undefined) found.push(suggestion);
  }
  return [...found, ...always].slice(0, mostSuggestions);
}

function beforeTheLedger(person: Member): readonly Suggestion[] {
  return [
    hasRole(person, ['finance'])
      ? { what: 'There is no ledger yet; drop an export of open items here, or', how: '/import' }
      : { what: 'There is no ledger yet; finance brings it in. Meanwhile, who is here', how: '/team' },
  ];
}

const always: readonly Suggestion[] = [
  { what: 'Who owes what, the biggest first', how: '/overdue' },
  { what: 'Everything about a customer before you call', how: '/account lagerhaus' },
  { what: 'The totals as of now', how: '/digest' },
];

const looks: readonly Look[] = [
  async (scope, person) => {
    const { length } = await approvalsFor(scope, person);
    return length === 0
      ? undefined
      : { what: `${count(length, 'approval')} for you, on your Home; what led there`, how: '/audit' };
  },
  async (scope, person) => {
    const { rows } = await overviews(scope, { holderId: person.id });
    return rows.length === 0 ? undefined : { what: `${countTasks(rows)} of yours`, how: '/calls' };
  },
  forRole('lead', async (scope) => {
    const { totalCases } = await overviews(scope, { withoutOwner: true, limit: 1 });
    return totalCases === 0
      ? undefined
      : { what: `${count(totalCases, 'case')} without an owner, to share out`, how: '/assign evenly' };
  }),
  forRole('finance', (scope) =>
    Promise.resolve(
      ledgerIsStale(scope)
        ? {
            what: `The ledger is as of ${scope.workspace.ledgerCovers ?? ''}; bring a newer one`,
            how: '/import',
          }
        : { what: 'Record cash that came in', how: '/payment lagerhaus 4100' },
    ),
  ),
  forRole('legal', async (scope) => {
    const { length } = await casesAtLegal(scope);
    return length === 0
      ? undefined
      : { what: `${count(length, 'case')} with you; the last letter of one`, how: '/letter lagerhaus' };
  }),
  forRole('manager', (scope) =>
    Promise.resolve(
      scope.workspace.shadow
        ? { what: 'Letters are held back; let them out when you are ready', how: '/team' }
        : undefined,
    ),
  ),
  forRole('rep', () => Promise.resolve({ what: 'Your customers that owe', how: '/overdue me' })),
  forRole('admin', () => Promise.resolve({ what: 'Who is in the team, and how it is set up', how: '/team' })),
];

function forRole(role: Role, look: (scope: Scope) => Promise<Suggestion | undefined>): Look {
  return (scope, person) => (hasRole(person, [role]) ? look(scope) : Promise.resolve(undefined));
}
