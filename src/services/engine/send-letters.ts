import { letter } from '../../../db/schema/index.ts';
import type { Decision } from '../../core/dunning/decision.ts';
import { enqueue, mailStream } from '../outbox/enqueue.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { record } from '../audit/record.ts';
import { formatMoney, money } from '../../core/money.ts';
import { type Address, addressesOf } from '../letter/address.ts';
import { freezeLetter } from '../letter/frozen.ts';
import { occur } from './occur.ts';
import type { Judged } from './press.ts';

type Letter = Judged<Extract<Decision, { kind: 'letter' }>>;

const occurrenceHow = { send: 'under way', withhold: 'withheld', impossible: 'impossible' } as const;
const letterStatus = { send: 'queued', withhold: 'withheld', impossible: 'impossible' } as const;

/** Writes the letters that were decided: mails go to the outbox, withheld and impossible ones are recorded as such. */
export async function sendLetters(scope: Scope, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return;
  const occurrences = await occur(
    scope,
    letters.map(({ file, decision }) => ({
      file,
      ...decision,
      how: occurrenceHow[decision.how],
      reason: 'ladder',
    })),
  );
  const addresses = await addressesOf(
    scope,
    letters.map(({ file }) => file.customerId),
  );
  const rows = await scope.tx
    .insert(letter)
    .values(letters.map((one, n) => asRow(scope, one, addresses.get(one.file.customerId), occurrences[n]!)))
    .returning({ id: letter.id, caseId: letter.caseId, status: letter.status, toAddress: letter.toAddress });
  await enqueue(
    scope,
    rows
      .filter((row) => row.status === 'queued')
      .map((row) => ({
        stream: mailStream(row.caseId),
        class: 'mail',
        notice: { kind: 'mail', letterId: row.id },
      })),
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
    rows.map((row) => ({
      what: `payment demand ${row.status}`,
      caseId: row.caseId,
      details: { to: row.toAddress },
    })),
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

function asRow(
  scope: Scope,
  { file, decision }: Letter,
  address: Address | undefined,
  occurrenceId: number,
): typeof letter.$inferInsert {
  return {
    workspaceId: scope.workspace.id,
    caseId: file.facts.caseId,
    occurrenceId,
    kind: 'payment demand',
    toAddress: address?.email ?? null,
    facts: { ...freezeLetter(scope, file, address, decision.on, decision.invoices) },
    status: letterStatus[decision.how],
    messageId: decision.how === 'send' ? `<${scope.office.token()}@dunwell.letters>` : null,
  };
}
