import { insertLetters, type NewLetter } from '../../../db/queries/letter/write.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { formatMoney, money } from '../../core/money.ts';
import { zip } from '../../core/zip.ts';
import { record } from '../audit/record.ts';
import { pressedSumOf } from '../case/file.ts';
import { type Address, addressesOf } from '../letter/address.ts';
import { haveAddressFound } from '../letter/address-task.ts';
import { type Freezer, freezer } from '../letter/freezer.ts';
import { enqueue, mailStream } from '../outbox/enqueue.ts';
import { mentionInThread } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import type { JudgedTo } from './judged.ts';
import { occur } from './occur.ts';

const occurrenceHow = { send: 'under way', withhold: 'withheld', impossible: 'impossible' } as const;
const letterStatus = { send: 'queued', withhold: 'withheld', impossible: 'impossible' } as const;

/** Writes the letters that were decided: mails go to the outbox, withheld and impossible ones are recorded as such. */
export async function sendLetters(scope: Scope, letters: readonly JudgedTo<'letter'>[]): Promise<void> {
  if (letters.length === 0) return;
  const rows = await writeLetters(scope, letters);
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
  await haveAddressFound(
    scope,
    zip(letters, rows)
      .filter(([, row]) => row.status === 'impossible')
      .map(([{ file }, row]) => ({
        letter: row,
        customerId: file.customerId,
        ownerId: file.ownerId,
        because: 'as there is no address on file',
      })),
  );
  await announce(scope, letters, rows);
}

async function writeLetters(
  scope: Scope,
  letters: readonly JudgedTo<'letter'>[],
): Promise<readonly LetterRow[]> {
  const happened = await occur(
    scope,
    letters.map(({ file, decision }) => ({
      ...decision,
      file,
      decision,
      how: occurrenceHow[decision.how],
      reason: 'ladder' as const,
    })),
  );
  const addresses = await addressesOf(
    scope,
    letters.map(({ file }) => file.customerId),
  );
  const freeze = await freezer(
    scope,
    letters.map(({ file }) => file.facts.caseId),
    letters.flatMap(({ decision }) => decision.invoices),
  );
  return insertLetters(
    scope.tx,
    happened.map((one) => asRow(scope, one, one.occurrenceId, addresses.get(one.file.customerId), freeze)),
  );
}

function asRow(
  scope: Scope,
  { file, decision }: JudgedTo<'letter'>,
  occurrenceId: number,
  address: Address | undefined,
  freeze: Freezer,
): NewLetter {
  return {
    caseId: file.facts.caseId,
    occurrenceId,
    kind: 'payment demand',
    toAddress: address?.email ?? null,
    facts: { ...freeze.letter(file, { address, on: decision.on, named: decision.invoices }) },
    status: letterStatus[decision.how],
    messageId: decision.how === 'send' ? `<${scope.office.token()}@dunwell.letters>` : null,
  };
}

async function announce(
  scope: Scope,
  letters: readonly JudgedTo<'letter'>[],
  rows: readonly LetterRow[],
): Promise<void> {
  await record(
    scope,
    rows.map((row) => ({
      what: `payment demand ${row.status}`,
      caseId: row.caseId,
      details: { to: row.toAddress },
    })),
  );
  for (const [{ file, decision }, row] of zip(letters, rows)) {
    if (decision.how === 'send') continue;
    await mentionInThread(scope, row.caseId, {
      kind: 'letter',
      caseId: row.caseId,
      letter: 'payment demand',
      fate: row.status,
      to: row.toAddress,
      amount: formatMoney(money(pressedSumOf(file, decision.invoices, scope.now), file.facts.currency)),
    });
  }
}
