import { and, asc, eq, getTableColumns, isNotNull } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { bankFile } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';
import { only } from '../only.ts';

/** What is kept of a bank's file beside its bytes. */
export type BankFileRow = Omit<typeof bankFile.$inferSelect, 'bytes'>;

const { bytes: _bytes, ...columns } = getTableColumns(bankFile);

export async function insertBankFile(tx: Transaction, file: NewRow<typeof bankFile>): Promise<number> {
  const rows = await tx
    .insert(bankFile)
    .values({ ...file, workspaceId: here })
    .returning({ id: bankFile.id });
  return only(rows).id;
}

export async function findBankFile(tx: Transaction, id: number): Promise<BankFileRow | undefined> {
  const [row] = await tx.select(columns).from(bankFile).where(eq(bankFile.id, id));
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockBankFile(tx: Transaction, id: number): Promise<BankFileRow | undefined> {
  const [row] = await tx.select(columns).from(bankFile).where(eq(bankFile.id, id)).for('update');
  return row;
}

export async function bytesOfBankFile(tx: Transaction, id: number): Promise<Uint8Array> {
  return only(await tx.select({ bytes: bankFile.bytes }).from(bankFile).where(eq(bankFile.id, id))).bytes;
}

/** The file with these bytes that a member gave and nobody has decided about yet. */
export async function undecidedBankFile(
  tx: Transaction,
  givenBy: number,
  hash: string,
): Promise<number | undefined> {
  const [row] = await tx
    .select({ id: bankFile.id })
    .from(bankFile)
    .where(and(eq(bankFile.hash, hash), eq(bankFile.status, 'received'), eq(bankFile.givenBy, givenBy)));
  return row?.id;
}

export async function changeBankFile(
  tx: Transaction,
  id: number,
  change: Partial<Omit<NewRow<typeof bankFile>, 'bytes'>>,
): Promise<void> {
  await tx.update(bankFile).set(change).where(eq(bankFile.id, id));
}

/** The days that booked files cover, the earliest first. */
export async function coveredByBank(
  tx: Transaction,
): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const rows = await tx
    .select({ from: bankFile.coversFrom, to: bankFile.coversTo })
    .from(bankFile)
    .where(and(eq(bankFile.status, 'booked'), isNotNull(bankFile.coversFrom), isNotNull(bankFile.coversTo)))
    .orderBy(asc(bankFile.coversFrom));
  return rows.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
}
