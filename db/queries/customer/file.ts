import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import {
  contact,
  customer,
  customerSpelling,
  letter,
  occurrence,
  outcome,
  type ContactRow,
  type CustomerRow,
  type LetterRow,
  type OutcomeRow,
} from '../../schema/index.ts';

/*
 * What stands in a customer's file beside the sums of its cases: each function is one statement, for one customer or
 * for all its cases at once.
 */

export type LetterOfCase = Pick<LetterRow, 'caseId' | 'kind' | 'status' | 'toAddress' | 'trouble'> & {
  /** The customer's day on which it was written, or on which a claim arrived. */
  readonly onDay: string;
};

export async function findCustomer(tx: Transaction, customerId: number): Promise<CustomerRow | undefined> {
  const [row] = await tx.select().from(customer).where(eq(customer.id, customerId));
  return row;
}

/** Names of a customer that are not the one it goes by here, the most frequent first. */
export async function otherSpellings(tx: Transaction, of: CustomerRow): Promise<readonly string[]> {
  const rows = await tx
    .select({ name: customerSpelling.name })
    .from(customerSpelling)
    .where(and(eq(customerSpelling.customerId, of.id), ne(customerSpelling.name, of.name)))
    .orderBy(desc(customerSpelling.count), asc(customerSpelling.name));
  return rows.map((row) => row.name);
}

export async function contactsOfCustomer(
  tx: Transaction,
  customerId: number,
): Promise<readonly ContactRow[]> {
  return tx.select().from(contact).where(eq(contact.customerId, customerId)).orderBy(asc(contact.id));
}

/** Letters of these cases, the latest first. */
export async function lettersOfCases(
  tx: Transaction,
  caseIds: readonly number[],
): Promise<readonly LetterOfCase[]> {
  return tx
    .select({
      caseId: letter.caseId,
      kind: letter.kind,
      status: letter.status,
      toAddress: letter.toAddress,
      trouble: letter.trouble,
      onDay: sql<string>`coalesce(${occurrence.onDay}::text, ${letter.facts} ->> 'on')`,
    })
    .from(letter)
    .leftJoin(
      occurrence,
      and(eq(occurrence.workspaceId, letter.workspaceId), eq(occurrence.id, letter.occurrenceId)),
    )
    .where(inArray(letter.caseId, [...caseIds]))
    .orderBy(desc(letter.id));
}

/** The last `perCase` calls of each of these cases, the latest first. */
export async function lastOutcomesOfCases(
  tx: Transaction,
  caseIds: readonly number[],
  perCase: number,
): Promise<readonly OutcomeRow[]> {
  const ranked = tx
    .select({
      id: outcome.id,
      rank: sql<string>`row_number() over (partition by ${outcome.caseId} order by ${outcome.id} desc)`.as(
        'rank',
      ),
    })
    .from(outcome)
    .where(inArray(outcome.caseId, [...caseIds]))
    .as('ranked');
  const rows = await tx
    .select({ outcome })
    .from(outcome)
    .innerJoin(ranked, eq(ranked.id, outcome.id))
    .where(sql`${ranked.rank} <= ${perCase}`)
    .orderBy(desc(outcome.id));
  return rows.map((row) => row.outcome);
}
