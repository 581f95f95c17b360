import { DomainError } from '../src/core/error.ts';
import { type CaseOverview, overviewOfCase, overviews } from '../src/services/case/overview.ts';
import { type Scope, within } from '../src/services/scope.ts';
import type { Context } from './context.ts';

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
 * The case whose customer the words name, longest name first, and the words that are left.
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
      const found = await matches(scope, words.slice(0, taken).join(' '));
      if (found !== undefined) return { found, rest: words.slice(taken).join(' ') };
    }
    throw new DomainError(
      'not_found',
      `No customer with an open case is called "${words.join(' ')}": try part of the name, or /overdue.`,
    );
  });
}

async function matches(scope: Scope, name: string): Promise<CaseOverview | undefined> {
  const { rows, totalCases } = await overviews(scope, { customer: name, limit: 6 });
  const exact = rows.filter((row) => row.number === name || row.name.toLowerCase() === name.toLowerCase());
  const [first] = exact.length === 1 ? exact : rows;
  if (first === undefined || totalCases === 1 || exact.length === 1) return first;
  const some = rows.map((row) => `${row.name} (${row.number}, ${row.currency})`).slice(0, 5);
  throw new DomainError(
    'invalid',
    `"${name}" could be ${some.join('; ')}${totalCases > 5 ? ` and ${totalCases - 5} more` : ''}: write more of the name, or the number.`,
  );
}
