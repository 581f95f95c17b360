import { namesCurrency } from '../../src/core/money/symbols.ts';
import { DomainError } from '../../src/core/error.ts';
import { quoted } from '../../src/core/reading/quoted.ts';
import { findCustomer } from '../../src/services/customer/find.ts';
import { customerNamed } from '../../src/services/customer/named.ts';
import { type LedgerPart, receivables } from '../../src/services/report/receivables.ts';
import type { Scope } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { personMeant } from '../reading/filter.ts';
import type { People } from '../views/words.ts';

export interface PartMeant {
  readonly part: LedgerPart;
  /** Shown in full. */
  readonly currency?: string;
  /** In words: `all customers`, a rep's name, a customer's. */
  readonly whose: string;
}

/**
 * Which part of the ledger a line means: a currency that is owed, a person, else a customer.
 * @throws DomainError for a name that nobody has, or that several have.
 */
export async function readLedgerPart(
  scope: Scope,
  context: Context,
  people: People,
  text: string,
): Promise<PartMeant> {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const owed = words.length === 0 ? [] : (await receivables(scope)).map((of) => of.currency);
  const currency = owed.find((code) => words.some((word) => namesCurrency(word, code)));
  const rest = words.filter((word) => currency === undefined || !namesCurrency(word, currency));
  const whose = await whoseLedger(scope, context, people, rest);
  return currency === undefined ? whose : { ...whose, currency };
}

async function whoseLedger(
  scope: Scope,
  context: Context,
  people: People,
  words: readonly string[],
): Promise<PartMeant> {
  const [first] = words;
  if (first === undefined) return { part: {}, whose: 'all customers' };
  if (first === 'nobody' && words.length === 1)
    return { part: { withoutOwner: true }, whose: 'customers without an owner' };
  const person = words.length === 1 ? personMeant(context, people, first) : undefined;
  if (person !== undefined) return { part: { ownerId: person.id }, whose: person.name };
  const { customerId, rest } = await findCustomer(scope, words.join(' '));
  if (rest !== '')
    throw new DomainError(
      'invalid',
      `${quoted(rest)} is not understood: write one customer, one person or a currency, and \`share\` at the end.`,
    );
  return { part: { customerIds: [customerId] }, whose: await customerNamed(scope, customerId) };
}
