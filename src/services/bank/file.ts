import { createHash } from 'node:crypto';
import {
  type BankFileRow,
  bytesOfBankFile,
  findBankFile,
  insertBankFile,
  lockBankFile,
  undecidedBankFile,
} from '../../../db/queries/bank/files.ts';
import { knownLineKeys } from '../../../db/queries/bank/lines.ts';
import { DomainError } from '../../core/error.ts';
import { isBankFile, readBankFile } from '../../import/bank/read-bank-file.ts';
import type { BankFile, StatementLine } from '../../import/bank/statement.ts';
import { record } from '../audit/record.ts';
import type { GivenFile } from '../import/receive.ts';
import { stewardOf } from '../import/steward.ts';
import { showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { allCaseKeys } from '../../../db/queries/bank/book.ts';
import { findingsOf } from './findings.ts';
import { judgeLines } from './judge.ts';
import { loadBooks } from './match-book.ts';

/** Whether a dropped file is a bank's, and so none of open items. */
export const isFromBank = ({ name, bytes }: GivenFile): boolean => isBankFile(bytes, name);

/**
 * Takes a bank's file in and shows its giver, in their direct messages, what booking it would do. Nothing of it counts
 * before that. The same bytes again, while they wait for their giver, are the same file.
 * @throws DomainError `invalid` for what cannot be read, with the place and the reason; `forbidden`.
 */
export async function receiveBankFile(office: Office, actor: Actor, file: GivenFile): Promise<number> {
  return within(office, actor.workspaceId, async (scope) => {
    await stewardOf(scope, actor, 'book a bank statement');
    const name = file.name
      .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
      .slice(0, 120)
      .toWellFormed();
    const read = await readWith(scope, file.bytes, name);
    const hash = hashOf(file.bytes);
    const fileId =
      (await undecidedBankFile(scope.tx, actor.memberId, hash)) ??
      (await keep(scope, actor, { name, bytes: file.bytes, hash, read }));
    await showCard(scope, 'bank file', String(fileId), {
      stream: directStream(actor.memberId),
      asked: true,
    });
    return fileId;
  });
}

async function keep(
  scope: Scope,
  actor: Actor,
  { name, bytes, hash, read }: GivenFile & { readonly hash: string; readonly read: BankFile },
): Promise<number> {
  const { fresh, again } = await newLines(scope, read);
  const judged = judgeLines(
    fresh.map(({ line }) => line),
    await loadBooks(scope),
  );
  const fileId = await insertBankFile(scope.tx, {
    fileName: name,
    bytes,
    hash,
    status: 'received',
    findings: { ...findingsOf(read, judged, again) },
    givenBy: actor.memberId,
    createdAt: scope.now,
  });
  const details = { 'bank file': fileId, file: name, lines: fresh.length };
  await record(scope, [{ what: 'bank file received', memberId: actor.memberId, details }]);
  return fileId;
}

/** A line of a file under the key by which the database knows it. */
export interface KeyedLine {
  readonly key: string;
  readonly line: StatementLine;
}

/** The lines of a file that no file before it had, and how many were there already. */
export async function newLines(
  { tx }: Scope,
  file: BankFile,
): Promise<{ readonly fresh: readonly KeyedLine[]; readonly again: number }> {
  const all = file.statements.flatMap(({ lines }) => lines);
  const byKey = new Map(all.map((line) => [hashOf(new TextEncoder().encode(line.key)), line]));
  const known = await knownLineKeys(tx, [...byKey.keys()]);
  const fresh = [...byKey].filter(([key]) => !known.has(key)).map(([key, line]) => ({ key, line }));
  return { fresh, again: all.length - fresh.length };
}

/** A file as it was given, read again: the same bytes always say the same. */
export async function readKept(scope: Scope, { id, fileName }: BankFileRow): Promise<BankFile> {
  return readWith(scope, await bytesOfBankFile(scope.tx, id), fileName);
}

/** A table without a currency is in the ledger's, if that has only one. */
async function readWith(scope: Scope, bytes: Uint8Array, name: string): Promise<BankFile> {
  const currencies = new Set((await allCaseKeys(scope.tx)).map(({ currency }) => currency));
  const [only] = currencies;
  return readBankFile(bytes, name, {
    dateOrder: scope.workspace.dateOrder,
    currency: currencies.size === 1 ? only : undefined,
    decimal: undefined,
  });
}

export async function bankFileRow({ tx }: Scope, fileId: number): Promise<BankFileRow | undefined> {
  return findBankFile(tx, fileId);
}

/** @throws DomainError `not_found`; `conflict` when it was booked or put away, naming who did. */
export async function holdBankFile(
  { tx }: Scope,
  fileId: number,
  nameOf: (memberId: number) => string,
): Promise<BankFileRow> {
  const row = await lockBankFile(tx, fileId);
  if (row === undefined)
    throw new DomainError('not_found', `There is no bank file ${fileId} here: drop it once more.`);
  if (row.status === 'received') return row;
  const who = row.decidedBy === null ? 'Somebody' : nameOf(row.decidedBy);
  throw new DomainError(
    'conflict',
    `${row.fileName} is decided already: ${who} ${row.status === 'booked' ? 'booked it' : 'put it away'}.`,
  );
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
