import { DomainError } from '../../src/core/error.ts';
import { type CaseOverview, overviewOfCase, overviews } from '../../src/services/case/overview.ts';
import { type Scope, within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';

/** The case that a button was about. */
export async function caseOfPress(context: Context, caseId: unknown): Promise<CaseOverview> {
  return within(context.office, context.actor.workspaceId, async (scope) => {
    const found = await overviewOfCase(scope, Number(caseId));
    if (found === undefined)
      throw new DomainError(
        'not_found',
        `There is no case ${String(caseId)} here: look it up with /overdue.`,
      );
    return found;
  });
}

/**
 * The case whose customer the words name, longest name first, and the words that are left. Who owes in several
 * currencies has a case for each: one of the words left says which, as in `lagerhaus usd 4100 fri`.
 * @throws DomainError `not_found` when nobody is meant, `invalid` when several could be, naming them.
 */
export async function caseNamed(
  context: Context,
  text: string,
): Promise<{ readonly found: CaseOverview; readonly rest: string }> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0)
    throw new DomainError(
      'invalid',
      'Which customer? Write part of the name or the number after the command.',
    );
  return within(context.office, context.actor.workspaceId, async (scope) => {
    for (let taken = Math.min(words.length, 6); taken > 0; taken -= 1) {
      const cases = await matches(scope, words.slice(0, taken).join(' '));
      if (cases !== undefined) return inCurrency(cases, words.slice(taken));
    }
    throw new DomainError(
      'not_found',
      `No customer with an open case is called "${words.join(' ')}": try part of the name, or /overdue.`,
    );
  });
}

/** The cases of the one customer who is called so; undefined when nobody is. */
async function matches(scope: Scope, name: string): Promise<readonly CaseOverview[] | undefined> {
  const { rows, totalCases } = await overviews(scope, { customer: name, limit: mostCases });
  const exact = rows.filter((row) => row.number === name || row.name.toLowerCase() === name.toLowerCase());
  const [first] = rows;
  if (first === undefined) return undefined;
  if (isOneCustomer(exact)) return exact;
  if (isOneCustomer(rows) && rows.length === totalCases) return rows;
  const some = rows.map((row) => `${row.name} (${row.number}, ${row.currency})`).slice(0, 5);
  throw new DomainError(
    'invalid',
    `"${name}" could be ${some.join('; ')}${totalCases > 5 ? ` and ${totalCases - 5} more` : ''}: write more of the name, or the number.`,
  );
}

/** More currencies than one customer owes in. */
const mostCases = 30;

function isOneCustomer(rows: readonly CaseOverview[]): boolean {
  return new Set(rows.map(({ customerId }) => customerId)).size === 1;
}

function inCurrency(
  cases: readonly CaseOverview[],
  rest: readonly string[],
): { readonly found: CaseOverview; readonly rest: string } {
  const named = rest.findIndex((word) => cases.some(({ currency }) => currency === word.toUpperCase()));
  const currency = rest[named]?.toUpperCase();
  const meant = currency === undefined ? cases : cases.filter((one) => one.currency === currency);
  const currencies = [...new Set(meant.map((one) => one.currency))];
  if (currencies.length > 1)
    throw new DomainError(
      'invalid',
      `${cases[0]?.name ?? 'The customer'} owes in ${currencies.join(' and ')}: write the currency after the name, for example ${cases[0]?.number ?? ''} ${currencies[0] ?? ''}.`,
    );
  const words = isOneCurrency(cases) ? rest : rest.toSpliced(named, 1);
  return onLadder(meant, words);
}

const isOneCurrency = (cases: readonly CaseOverview[]): boolean =>
  new Set(cases.map(({ currency }) => currency)).size === 1;

/** Invoices with a ladder of their own stand in a case of their own: it is meant where the ladder's name is written. */
function onLadder(
  cases: readonly CaseOverview[],
  rest: readonly string[],
): { readonly found: CaseOverview; readonly rest: string } {
  const named = rest.findIndex((word) => cases.some(({ ownLadder }) => ownLadder === word.toLowerCase()));
  const ladder = rest[named]?.toLowerCase() ?? '';
  const found = cases.find(({ ownLadder }) => ownLadder === ladder) ?? cases[0];
  if (found === undefined) throw new DomainError('not_found', 'No open case is meant: look with /overdue.');
  return { found, rest: (named < 0 ? rest : rest.toSpliced(named, 1)).join(' ') };
}
