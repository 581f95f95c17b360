import { sql } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';

export interface KnownCustomer {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly ownerId: number | undefined;
}

/** Every customer, once for each spelling of its name; a file of side facts names any of them. */
export async function everyCustomer(
  tx: Transaction,
): Promise<readonly (KnownCustomer & { readonly spellings: readonly string[] })[]> {
  const rows = await tx.execute<{
    id: bigint;
    number: string;
    name: string;
    owner_id: bigint | null;
    spellings: string[];
  }>(sql`
    select c.id, c.number, c.name, c.owner_id,
      array(select s.name from customer_spelling s where s.workspace_id = c.workspace_id and s.customer_id = c.id) as spellings
    from customer c where c.workspace_id = current_workspace() order by c.id`);
  return rows.map(({ id, owner_id: owner, ...row }) => ({
    ...row,
    id: Number(id),
    ownerId: owner === null ? undefined : Number(owner),
  }));
}

/** Facts to be noted; null leaves what is there. Amounts in minor units, as text. */
export interface NewFacts {
  readonly id: number;
  readonly payer_type: string | null;
  readonly terms_days: number | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly region: string | null;
  /** Of the country, if that is told and has just one. */
  readonly zone: string | null;
  readonly tax_id: string | null;
  readonly legal_address: string | null;
  readonly credit_limit: string | null;
  readonly credit_currency: string | null;
  readonly needs_purchase_order: boolean | null;
  readonly tags: readonly string[] | null;
}

const factsFile = (facts: readonly NewFacts[]) => sql`
  f as (
    select * from json_to_recordset(${JSON.stringify(facts)}::json) as f(id bigint, payer_type text, terms_days int, language text,
      country text, region text, zone text, tax_id text, legal_address text, credit_limit bigint, credit_currency text, needs_purchase_order boolean, tags text[]))`;

/** What each customer would have: region and zone belong to the country, and go with it. */
const told = sql`(coalesce(f.payer_type, c.payer_type), coalesce(f.terms_days, c.terms_days), coalesce(f.language, c.language),
  coalesce(f.country, c.country), case when f.country is null or f.country = c.country then coalesce(f.region, c.region) else f.region end,
  case when f.country is null or f.country = c.country then c.zone else coalesce(f.zone, c.zone) end,
  coalesce(f.tax_id, c.tax_id), coalesce(f.legal_address, c.legal_address), coalesce(f.credit_limit, c.credit_limit),
  coalesce(f.credit_currency, c.credit_currency), coalesce(f.needs_purchase_order, c.needs_purchase_order), coalesce(f.tags, c.tags))`;
const known = sql`(c.payer_type, c.terms_days, c.language, c.country, c.region, c.zone, c.tax_id, c.legal_address, c.credit_limit,
  c.credit_currency, c.needs_purchase_order, c.tags)`;

/** Those customers for whom the facts say something new. */
export async function customersWithNews(
  tx: Transaction,
  facts: readonly NewFacts[],
): Promise<ReadonlySet<number>> {
  const rows = await tx.execute<{ id: bigint }>(sql`
    with ${factsFile(facts)}
    select c.id from f join customer c on c.workspace_id = current_workspace() and c.id = f.id
    where ${told} is distinct from ${known}`);
  return new Set(rows.map(({ id }) => Number(id)));
}

export async function noteFacts(tx: Transaction, facts: readonly NewFacts[]): Promise<void> {
  await tx.execute(sql`
    with ${factsFile(facts)}
    update customer c set (payer_type, terms_days, language, country, region, zone, tax_id, legal_address, credit_limit,
      credit_currency, needs_purchase_order, tags) = ${told}
    from f where c.workspace_id = current_workspace() and c.id = f.id`);
}

/** A contact by its name; null leaves what is there, and a new one gets the usual instead. */
export interface NewContactWord {
  readonly customer: number;
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string | null;
}

const contactsFile = (contacts: readonly NewContactWord[]) => sql`
  file as (
    select * from json_to_recordset(${JSON.stringify(contacts)}::json)
      as f(customer bigint, name text, role text, email text, phone text, language text))`;

/** What is new of contacts, by `customer name` in lower case: whether the customer has one of that name. */
export async function newsOfContacts(
  tx: Transaction,
  contacts: readonly NewContactWord[],
): Promise<ReadonlyMap<string, 'new' | 'corrected'>> {
  const rows = await tx.execute<{ key: string; is_new: boolean }>(sql`
    with ${contactsFile(contacts)}
    select f.customer || ' ' || lower(f.name) as key, c.id is null as is_new
    from file f
    left join contact c on c.workspace_id = current_workspace() and c.customer_id = f.customer and lower(c.name) = lower(f.name)
    where c.id is null or (coalesce(f.role, c.role), coalesce(f.email, c.email), coalesce(f.phone, c.phone), coalesce(f.language, c.language))
      is distinct from (c.role, c.email, c.phone, c.language)`);
  return new Map(rows.map((row) => [row.key, row.is_new ? 'new' : 'corrected']));
}

/** Adds contacts, and corrects those that the customer has under the same name. */
export async function noteContacts(tx: Transaction, contacts: readonly NewContactWord[]): Promise<void> {
  await tx.execute(sql`
    with ${contactsFile(contacts)},
    known as (
      update contact c set role = coalesce(f.role, c.role), email = coalesce(f.email, c.email), phone = coalesce(f.phone, c.phone),
        language = coalesce(f.language, c.language),
        email_refused_at = case when f.email is null or f.email = c.email then c.email_refused_at end
      from file f
      where c.workspace_id = current_workspace() and c.customer_id = f.customer and lower(c.name) = lower(f.name)
      returning c.customer_id, lower(c.name) as name)
    insert into contact (workspace_id, customer_id, name, role, email, phone, language)
    select current_workspace(), f.customer, f.name, coalesce(f.role, 'accounts payable'), f.email, f.phone,
      coalesce(f.language, cu.language, 'en')
    from file f join customer cu on cu.workspace_id = current_workspace() and cu.id = f.customer
    where (f.customer, lower(f.name)) not in (select customer_id, name from known)
    order by f.customer, f.name`);
}
