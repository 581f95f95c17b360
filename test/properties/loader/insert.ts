/** Writes described cases as rows. */
import type { Transaction } from '../../../db/client.ts';
import { type Case, currencyOf, type Customer, now } from './described.ts';
import { addCash, addInvoice, type Money } from './insert/money.ts';
import { addRests } from './insert/rests.ts';
import { emptyRows, type Place, type Rows, write } from './insert/rows.ts';
import { addContacts, addWork } from './insert/work.ts';
import { addWords } from './insert/words.ts';
import { ladderOf, type Numbered } from './model/case.ts';

/** Returns the customers with the ids that their cases and invoices were given. */
export async function insertDescribed(
  tx: Transaction,
  at: Place,
  described: readonly Customer[],
): Promise<readonly Numbered[]> {
  const rows = emptyRows(at.workspaceId);
  const numbered = described.map((one, n) => addCustomer(rows, at, one, n));
  await write(tx, rows);
  return numbered;
}

function addCustomer(rows: Rows, at: Place, one: Customer, n: number): Numbered {
  const customerId = rows.add('customer', {
    number: String(n),
    name: `Customer ${n}`,
    country: one.country,
    region: one.region,
    zone: one.zone,
    stopped: one.stops.some(({ endedAt }) => endedAt === null) ? 'insolvent' : null,
    payer_type: one.payerType,
    tags: one.tags,
  });
  for (const { role, mail } of one.contacts)
    rows.add('contact', {
      customer_id: customerId,
      name: 'Somebody',
      role,
      email: mail === 'none' ? null : 'a@b.example',
      email_refused_at: mail === 'refused' ? now : null,
      language: 'en',
    });
  for (const { since, endedAt } of one.stops)
    rows.add('full_stop', {
      customer_id: customerId,
      kind: 'insolvency',
      said: '12 IN 345/26',
      since,
      set_by: at.memberId,
      ended_at: endedAt,
    });
  const firstInvoice: number[] = [];
  const caseIds = one.cases.map((of, index) => {
    firstInvoice.push((rows.of.get('invoice')?.length ?? 0) + 1);
    return addCase(rows, at, customerId, currencyOf(one, index), of);
  });
  return { customer: one, caseIds, firstInvoice };
}

function addCase(rows: Rows, at: Place, customerId: number, currency: string, of: Case): number {
  const caseId = rows.add('case', {
    customer_id: customerId,
    currency,
    own_ladder: of.ownLadder,
    ladder_id: at.ladderIds.get(ladderOf(of).name),
    position: -1,
    raised_to: of.raisedTo,
    letters_held_until: of.lettersHeldUntil,
    created_at: now,
  });
  const money: Money = { rows, customerId, currency };
  const invoices = of.invoices.map((one, n) =>
    addInvoice(money, one, { number: `${caseId}-${n}`, ownLadder: of.ownLadder }),
  );
  for (const one of of.cash) addCash(money, one);
  addContacts(rows, caseId, invoices, of);
  addWords(rows, at, caseId, invoices, of);
  addRests(rows, at, caseId, invoices, of);
  addWork(rows, at, caseId, of);
  return caseId;
}
