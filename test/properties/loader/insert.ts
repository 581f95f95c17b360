/** Writes described cases as rows, the cheapest way: all of a table in one statement. */
import { sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import {
  around,
  type Case,
  currencies,
  type Customer,
  dayFromNow,
  type Line,
  now,
  partOf,
  type Payment,
} from './described.ts';
import type { Numbered } from './model.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows to be written, by table, in an order in which each finds what it points to. */
interface Rows {
  readonly of: Map<string, Row[]>;
  readonly add: (table: string, row: Row) => number;
}

const tables = [
  'customer',
  'contact',
  'case',
  'invoice',
  'invoice_balance',
  'payment',
  'posting',
  'occurrence',
  'occurrence_invoice',
  'promise',
  'promise_invoice',
  'payment_advice',
  'dispute',
  'dispute_invoice',
  'plan',
  'plan_invoice',
  'instalment',
  'pause',
  'pause_invoice',
  'approval',
  'task',
  'letter',
] as const;

/** Tables whose rows have a number of their own. */
const unnumbered = new Set([
  'invoice_balance',
  'instalment',
  ...tables.filter((name) => name.includes('_invoice')),
]);

export interface Place {
  readonly workspaceId: number;
  readonly ladderId: number;
  readonly memberId: number;
}

/** Returns the customers with the ids that their cases and invoices were given. */
export async function insertDescribed(
  tx: Transaction,
  at: Place,
  described: readonly Customer[],
): Promise<readonly Numbered[]> {
  const of = new Map<string, Row[]>(tables.map((table) => [table, []]));
  const rows: Rows = {
    of,
    add: (table, row) => {
      const list = of.get(table) ?? [];
      const id = list.length + 1;
      list.push({ workspace_id: at.workspaceId, ...(unnumbered.has(table) ? {} : { id }), ...row });
      return id;
    },
  };
  const numbered = described.map((one, n) => addCustomer(rows, at, one, n));
  for (const table of tables) await bulk(tx, table, of.get(table) ?? []);
  return numbered;
}

async function bulk(tx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(
    [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => sql.identifier(name)),
    sql`, `,
  );
  const name = sql.identifier(table);
  await tx.execute(sql`
    insert into ${name} (${columns}) overriding system value
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows, asJson)}::json)`);
}

const asJson = (_name: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

function addCustomer(rows: Rows, at: Place, one: Customer, n: number): Numbered {
  const customerId = rows.add('customer', {
    number: String(n),
    name: `Customer ${n}`,
    country: one.country,
    region: one.region,
    zone: one.zone,
    stopped: one.stopped ? 'insolvent' : null,
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
  const firstInvoice: number[] = [];
  const caseIds = one.cases.map((of, index) => {
    firstInvoice.push((rows.of.get('invoice')?.length ?? 0) + 1);
    return addCase(rows, at, customerId, currencies[index] ?? 'EUR', of);
  });
  return { customer: one, caseIds, firstInvoice };
}

function addCase(rows: Rows, at: Place, customerId: number, currency: string, of: Case): number {
  const caseId = rows.add('case', {
    customer_id: customerId,
    currency,
    ladder_id: at.ladderId,
    position: -1,
    raised_to: of.raisedTo,
    letters_held_until: of.lettersHeldUntil,
    created_at: now,
  });
  const money: Money = { rows, customerId, currency };
  const invoices = of.invoices.map((one, n) => addInvoice(money, one, `${caseId}-${n}`));
  for (const one of of.cash) addCash(money, one);
  addContacts(rows, caseId, invoices, of);
  addWords(rows, at, caseId, invoices, of);
  addRests(rows, at, caseId, invoices, of);
  addWork(rows, at, caseId, of);
  return caseId;
}

interface Money {
  readonly rows: Rows;
  readonly customerId: number;
  readonly currency: string;
}

interface Booked {
  readonly id: number;
  readonly amount: bigint;
}

function addInvoice(money: Money, one: Case['invoices'][number], number: string): Booked {
  const { rows, customerId, currency } = money;
  const id = rows.add('invoice', {
    customer_id: customerId,
    number,
    currency,
    issued_on: one.issuedOn,
    due_on: one.dueOn,
    effective_due_on: one.dueOn,
    excluded: one.excluded,
  });
  addPosting(money, { debit: 'receivable', credit: 'sales', amount: one.amount, invoice_id: id, at: early });
  let open = one.amount;
  for (const payment of one.payments) {
    const amount = partOf(one.amount, payment.thousandths);
    const debit = fundsOf(money, payment, amount);
    const posting = addPosting(money, {
      debit,
      credit: 'receivable',
      amount,
      invoice_id: id,
      at: payment.at,
    });
    if (payment.takenBack)
      addPosting(money, {
        debit: 'receivable',
        credit: debit,
        amount,
        invoice_id: id,
        at: new Date(payment.at.getTime() + 1),
        reverses_id: posting,
      });
    else open -= amount;
  }
  rows.add('invoice_balance', { invoice_id: id, total: one.amount, open });
  return { id, amount: one.amount };
}

const early = new Date(now.getTime() - 100 * 86_400_000);

/** The account that an invoice is paid from. What is allocated came in before. */
function fundsOf(money: Money, { as, at }: Payment, amount: bigint): string {
  switch (as) {
    case 'cash':
      return 'cash';
    case 'credit note':
      return 'credit';
    case 'allocation':
      addPosting(money, { debit: 'cash', credit: 'unapplied', amount, at });
      return 'unapplied';
  }
}

function addPosting(
  { rows, customerId, currency }: Money,
  { at, ...posting }: Row & { readonly at: Date },
): number {
  return rows.add('posting', {
    currency,
    customer_id: customerId,
    booked_on: at.toISOString().slice(0, 10),
    key: `posting:${rows.of.get('posting')?.length ?? 0}`,
    input_hash: 'x',
    created_at: at,
    ...posting,
  });
}

function addCash(
  money: Money,
  { amount, bank, deposit, bookedOn, at, takenBack }: Case['cash'][number],
): void {
  const { rows, customerId, currency } = money;
  const paymentId = rows.add('payment', {
    customer_id: customerId,
    currency,
    amount,
    received_on: bookedOn,
    source: bank ? 'bank' : 'finance',
    is_deposit: deposit,
    created_at: at,
  });
  const posting = { amount, payment_id: paymentId, at, booked_on: bookedOn };
  const posted = addPosting(money, { ...posting, debit: 'cash', credit: 'unapplied' });
  if (takenBack) addPosting(money, { ...posting, debit: 'unapplied', credit: 'cash', reverses_id: posted });
}

function addContacts(rows: Rows, caseId: number, invoices: readonly Booked[], of: Case): void {
  for (const [round, one] of of.contacts.entries()) {
    const occurrenceId = rows.add('occurrence', {
      case_id: caseId,
      step: one.step,
      round,
      on_day: one.on,
      at: one.at,
      how: one.how,
      reason: one.joined ? 'joined' : 'ladder',
    });
    for (const { invoice, step } of one.invoices)
      rows.add('occurrence_invoice', {
        occurrence_id: occurrenceId,
        invoice_id: around(invoices, invoice)?.id,
        step,
      });
  }
}

function addWords(
  rows: Rows,
  { memberId }: Place,
  caseId: number,
  invoices: readonly Booked[],
  of: Case,
): void {
  const of_ = (line: Line) => {
    const about = around(invoices, line.invoice);
    const amount = partOf(about?.amount ?? 1n, line.thousandths);
    return { invoice_id: about?.id, amount, whole: line.whole };
  };
  for (const one of of.promises) {
    const promiseId = rows.add('promise', {
      case_id: caseId,
      amount: 1,
      due_on: one.dueOn,
      made_on: one.madeOn,
      made_at: one.madeAt,
      made_by: memberId,
      status: one.status,
      rests: one.rests,
      ended_on: one.endedOn,
      paid: 0,
      called_about: one.calledAbout,
    });
    for (const line of one.lines) rows.add('promise_invoice', { promise_id: promiseId, ...of_(line) });
  }
  for (const one of of.disputes) {
    const disputeId = rows.add('dispute', {
      case_id: caseId,
      amount: 1,
      reason: 'other',
      fixer_id: memberId,
      deadline_on: one.raisedOn,
      status: one.status,
      raised_by: memberId,
      raised_at: now,
      raised_on: one.raisedOn,
      upheld: 0,
      resolved_on: one.resolvedOn,
    });
    for (const line of one.lines) {
      const row = of_(line);
      const upheld = (row.amount * BigInt(line.upheldThousandths)) / 1000n;
      rows.add('dispute_invoice', { dispute_id: disputeId, ...row, upheld });
    }
  }
  for (const { amount, until } of of.advices)
    rows.add('payment_advice', {
      case_id: caseId,
      amount,
      advised_on: dayFromNow(0),
      rests_until: until,
      member_id: memberId,
    });
}

function addRests(
  rows: Rows,
  { memberId }: Place,
  caseId: number,
  invoices: readonly Booked[],
  of: Case,
): void {
  for (const one of of.plans) {
    const planId = rows.add('plan', {
      case_id: caseId,
      total: 1,
      status: one.status,
      proposed_by: memberId,
      proposed_at: now,
      reminders_spent: 0,
      decided_at: now,
      agreed_on: one.agreedOn,
      ended_on: one.endedOn,
      called_about: one.calledAbout,
    });
    for (const about of one.invoices)
      rows.add('plan_invoice', { plan_id: planId, invoice_id: around(invoices, about)?.id, amount: 1 });
    for (const [n, { dueOn, status, reminded, noticedOn }] of one.instalments.entries())
      rows.add('instalment', {
        plan_id: planId,
        number: n + 1,
        amount: 1,
        due_on: dueOn,
        status,
        reminded,
        noticed_on: noticedOn,
      });
  }
  for (const one of of.pauses) {
    const pauseId = rows.add('pause', {
      case_id: caseId,
      whole: one.whole,
      reason: 'because',
      from_day: one.from,
      until_day: one.until,
      status: one.status,
      asked_by: memberId,
      asked_at: now,
      budgeted: false,
      ended_on: one.endedOn,
      told: one.told,
    });
    for (const about of one.invoices)
      rows.add('pause_invoice', { pause_id: pauseId, invoice_id: around(invoices, about)?.id });
  }
}

function addWork(rows: Rows, { memberId }: Place, caseId: number, of: Case): void {
  for (const { kind, step, status, reviewOn } of of.approvals)
    rows.add('approval', {
      case_id: caseId,
      kind,
      step,
      amount: 1,
      invoices: [],
      also_open: [],
      receives: [],
      status,
      asked_at: now,
      needs: 1,
      reminders_spent: 0,
      decided_alone: false,
      review_on: reviewOn,
    });
  for (const one of of.tasks)
    rows.add('task', {
      case_id: caseId,
      kind: one.kind,
      step: one.step,
      what: 'call',
      level: 'owner',
      holder_id: memberId,
      first_holder_id: memberId,
      due_at: one.dueAt,
      deadline_at: new Date(one.dueAt.getTime() + one.hours * 3_600_000),
      nudges_spent: one.nudges,
      attempts: 0,
      fence: 0,
      status: one.open ? 'open' : 'done',
      opened_at: one.openedAt,
    });
  const occurrenceId = rows.of.get('occurrence')?.length;
  for (const { kind, status, beside } of of.letters)
    rows.add('letter', {
      case_id: caseId,
      occurrence_id: beside ? null : occurrenceId,
      kind,
      facts: {},
      status,
      audience: {},
      recipients: [],
    });
}
