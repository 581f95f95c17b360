import { asc, inArray, isNotNull, and } from 'drizzle-orm';
import { contact, letter } from '../../../db/schema/index.ts';
import { daysBetween } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import type { Decision } from '../../core/dunning/decision.ts';
import { enqueue, mailStream } from '../outbox/enqueue.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { record } from '../audit/record.ts';
import { formatMoney, money } from '../../core/money.ts';
import { occur } from './occur.ts';
import type { Judged } from './press.ts';

type Letter = Judged<Extract<Decision, { kind: 'letter' }>>;

/** What a letter says, frozen when it was decided; amounts in minor units as text, days as YYYY-MM-DD. */
export interface FrozenLetter {
  readonly customerName: string;
  readonly contactName: string | null;
  readonly language: string;
  readonly currency: string;
  readonly on: string;
  readonly invoices: readonly FrozenInvoice[];
}

export interface FrozenInvoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly daysOverdue: number;
  readonly open: string;
}

const occurrenceHow = { send: 'under way', withhold: 'withheld', impossible: 'impossible' } as const;
const letterStatus = { send: 'queued', withhold: 'withheld', impossible: 'impossible' } as const;

/** Writes the letters that were decided: mails go to the outbox, withheld and impossible ones are recorded as such. */
export async function sendLetters(scope: Scope, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const occurrences = await occur(
    scope,
    letters.map(({ file, decision }) => ({ file, ...decision, how: occurrenceHow[decision.how], reason: 'ladder' })),
  );
  const addresses = await addressesOf(scope, letters);
  const rows = await scope.tx
    .insert(letter)
    .values(letters.map((one, n) => asRow(scope, one, addresses.get(one.file.customerId), occurrences[n]!)))
    .returning({ id: letter.id, caseId: letter.caseId, status: letter.status, toAddress: letter.toAddress });
  await enqueue(
    scope,
    rows
      .filter((row) => row.status === 'queued')
      .map((row) => ({ stream: mailStream(row.caseId), class: 'mail', notice: { kind: 'mail', letterId: row.id } })),
  );
  await announce(scope, letters, rows);
}

async function announce(
  scope: Scope,
  letters: readonly Letter[],
  rows: readonly { caseId: number; status: string; toAddress: string | null }[],
): Promise<void> {
  await record(
    scope,
    rows.map((row) => ({ what: `payment demand ${row.status}`, caseId: row.caseId, details: { to: row.toAddress } })),
  );
  for (const [n, { file, decision }] of letters.entries()) {
    if (decision.how === 'send') continue;
    await mentionInThread(scope, file.facts.caseId, {
      kind: 'letter',
      caseId: file.facts.caseId,
      letter: 'payment demand',
      fate: rows[n]!.status,
      to: rows[n]!.toAddress,
      amount: formatMoney(money(sumOf(file.facts.invoices, decision.invoices), file.facts.currency)),
    });
  }
}

function sumOf(invoices: readonly { id: number; open: bigint }[], named: readonly number[]): bigint {
  return invoices.reduce((sum, invoice) => (named.includes(invoice.id) ? sum + invoice.open : sum), 0n);
}

interface Address {
  readonly customerId: number;
  readonly name: string;
  readonly email: string | null;
  readonly language: string;
}

/** Accounts payable first, else whoever has an address. */
async function addressesOf(scope: Scope, letters: readonly Letter[]): Promise<ReadonlyMap<number, Address>> {
  const rows = await scope.tx
    .select()
    .from(contact)
    .where(and(inArray(contact.customerId, letters.map(({ file }) => file.customerId)), isNotNull(contact.email)))
    .orderBy(asc(contact.id));
  const chosen = new Map<number, Address>();
  for (const row of rows)
    if (!chosen.has(row.customerId) || row.role === 'accounts payable') chosen.set(row.customerId, row);
  return chosen;
}

function asRow(
  scope: Scope,
  { file, decision }: Letter,
  address: Address | undefined,
  occurrenceId: number,
): typeof letter.$inferInsert {
  const on = dateIn(file.facts.calendar.zone, scope.now);
  const frozen: FrozenLetter = {
    customerName: file.customerName,
    contactName: address?.name ?? null,
    language: address?.language ?? 'en',
    currency: file.facts.currency,
    on,
    invoices: file.facts.invoices
      .filter((invoice) => decision.invoices.includes(invoice.id))
      .map((invoice) => ({
        number: invoice.number,
        issuedOn: invoice.issuedOn,
        dueOn: invoice.dueOn,
        daysOverdue: daysBetween(invoice.effectiveDueOn, on),
        open: String(invoice.open),
      })),
  };
  return {
    workspaceId: scope.workspace.id,
    caseId: file.facts.caseId,
    occurrenceId,
    kind: 'payment demand',
    toAddress: address?.email ?? null,
    facts: { ...frozen },
    status: letterStatus[decision.how],
    messageId: decision.how === 'send' ? `<${scope.office.token()}@dunwell.letters>` : null,
  };
}

