import { searchCustomers } from '../../../db/queries/customer/search.ts';
import { DomainError } from '../../core/error.ts';
import { quoted } from '../../core/reading/quoted.ts';
import type { Scope } from '../scope.ts';

/** A name has no more words than this; what follows is about something else. */
const mostWords = 6;

/** How many candidates an answer names. */
const namedCandidates = 5;

/**
 * The customer whom the words name, paid up or not, longest name first, and the words that are left.
 * @throws DomainError `invalid` when there are no words or several customers could be meant, naming them; `not_found`
 * when nobody is meant.
 */
export async function findCustomer(
  scope: Scope,
  text: string,
): Promise<{ readonly customerId: number; readonly rest: string }> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const [first] = words;
  if (first === undefined)
    throw new DomainError(
      'invalid',
      'Which customer? Write part of the name or the number after the command.',
    );
  for (let taken = Math.min(words.length, mostWords); taken > 0; taken -= 1) {
    const customerId = await onlyMatch(scope, words.slice(0, taken).join(' '));
    if (customerId !== undefined) return { customerId, rest: words.slice(taken).join(' ') };
  }
  throw new DomainError(
    'not_found',
    `No customer is called ${quoted(first)}: try part of the name, or the number. /overdue lists who owes.`,
  );
}

async function onlyMatch(scope: Scope, name: string): Promise<number | undefined> {
  const found = await searchCustomers(scope.tx, name, namedCandidates);
  const exact = found.filter((one) => one.exact);
  const [first, second] = exact.length === 1 ? exact : found;
  if (first === undefined || second === undefined) return first === undefined ? undefined : Number(first.id);
  const more = first.total > found.length ? ` and ${first.total - found.length} more` : '';
  throw new DomainError(
    'invalid',
    `${quoted(name)} could be ${found.map((one) => `${one.name} (${one.number})`).join('; ')}${more}: write more of the name, or the number.`,
  );
}
