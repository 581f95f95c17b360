import {
  customersWithNews,
  type NewContactWord,
  type NewFacts,
  newsOfContacts,
  noteContacts,
  noteFacts,
} from '../../../../db/queries/import/side.ts';
import { zoneOfCountry } from '../../../core/calendar/zone-of-country.ts';
import { redateInvoices } from '../../calendar/redate.ts';
import { type CustomerFacts, readCustomerRows } from '../../../import/side/customers.ts';
import type { RowAnswers } from '../../../import/row-reading.ts';
import type { Table } from '../../../import/table.ts';
import { moveCustomers } from '../../customer/assign.ts';
import type { Move } from '../../customer/plan-moves.ts';
import { roster } from '../../member/roster.ts';
import { settleLadders } from '../../ladder/settle.ts';
import type { Scope } from '../../scope.ts';
import { countOf } from '../words.ts';
import { customerDirectory } from './find-customers.ts';
import { findPeople, type Found, withoutContradictions } from './find-people.ts';
import type { SidePlan } from './plan.ts';

/** Contacts, owners and what a credit file knows, for customers that are here. */
export async function planCustomers(scope: Scope, table: Table, answers: RowAnswers): Promise<SidePlan> {
  const { rows, badRows } = readCustomerRows(table, answers);
  const people = await roster(scope);
  const { found, bad } = findPeople(rows, await customerDirectory(scope), people);
  const { single, contradicting } = withoutContradictions(found);
  const moves = movesOf(single);
  const { contacts, added } = await newContacts(scope, contactsOf(single));
  const facts = await newFacts(scope, factsOf(single));
  const corrected = contacts.length - added;
  return {
    lines: [
      ...line(added, 'new contact', 'new contacts'),
      ...line(corrected, 'known contact brought up to date', 'known contacts brought up to date'),
      ...line(moves.length, 'customer with another owner', 'customers with another owner'),
      ...line(
        facts.length,
        'customer with payer type, terms or other facts',
        'customers with payer type, terms or other facts',
      ),
    ],
    badRows: [...badRows, ...bad, ...contradicting],
    changes: contacts.length + moves.length + facts.length,
    apply: async (by) => {
      await noteFacts(scope.tx, facts);
      if (facts.some(({ country, region }) => country !== null || region !== null))
        await redateInvoices(scope);
      await settleLadders(
        scope,
        facts.map(({ id }) => id),
      );
      await noteContacts(scope.tx, contacts);
      await moveCustomers(scope, { people, by }, moves);
    },
  };
}

/** Those that say something the ledger does not know yet. */
async function newContacts(
  { tx }: Scope,
  contacts: readonly NewContactWord[],
): Promise<{ readonly contacts: readonly NewContactWord[]; readonly added: number }> {
  const news = await newsOfContacts(tx, contacts);
  const fresh = contacts.filter(({ customer, name }) => news.has(`${customer} ${name.toLowerCase()}`));
  return { contacts: fresh, added: [...news.values()].filter((each) => each === 'new').length };
}

async function newFacts({ tx }: Scope, facts: readonly NewFacts[]): Promise<readonly NewFacts[]> {
  const news = await customersWithNews(tx, facts);
  return facts.filter(({ id }) => news.has(id));
}

function movesOf(found: readonly Found[]): readonly Move[] {
  const moves = new Map<number, Move>();
  for (const { customer, owner } of found) {
    if (owner === undefined || owner.id === customer.ownerId) continue;
    const { id: customerId, number, name, ownerId: from } = customer;
    moves.set(customerId, { customerId, number, name, from, to: owner.id, overdue: [] });
  }
  return [...moves.values()];
}

function contactsOf(found: readonly Found[]): readonly NewContactWord[] {
  const contacts = found.flatMap(({ row: { contact }, customer }): NewContactWord[] => {
    if (contact === undefined) return [];
    const { name, role = null, email = null, phone = null, language = null } = contact;
    return [{ customer: customer.id, name, role, email, phone, language }];
  });
  return [...new Map(contacts.map((one) => [`${one.customer} ${one.name.toLowerCase()}`, one])).values()];
}

function factsOf(found: readonly Found[]): readonly NewFacts[] {
  const byCustomer = new Map<number, CustomerFacts>();
  for (const { row, customer } of found)
    if (Object.keys(row.facts).length > 0)
      byCustomer.set(customer.id, { ...byCustomer.get(customer.id), ...row.facts });
  return [...byCustomer].map(([id, facts]) => ({
    id,
    payer_type: facts.payerType ?? null,
    terms_days: facts.termsDays ?? null,
    language: facts.language ?? null,
    country: facts.country ?? null,
    region: facts.region ?? null,
    zone: facts.country === undefined ? null : (zoneOfCountry(facts.country) ?? null),
    tax_id: facts.taxId ?? null,
    legal_address: facts.legalAddress ?? null,
    credit_limit: facts.creditLimit === undefined ? null : String(facts.creditLimit.amount),
    credit_currency: facts.creditLimit?.currency ?? null,
    needs_purchase_order: facts.needsPurchaseOrder ?? null,
    tags: facts.tags ?? null,
  }));
}

function line(n: number, one: string, many: string): readonly string[] {
  return n === 0 ? [] : [countOf(n, one, many)];
}
