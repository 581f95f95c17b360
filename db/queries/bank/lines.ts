import { and, asc, eq, inArray, min } from 'drizzle-orm';
import type { Transaction } from '../../client.ts';
import { bankLine, type BankLineRow } from '../../schema/index.ts';
import { here } from '../here.ts';
import type { NewRow } from '../new-row.ts';

export type { BankLineRow } from '../../schema/index.ts';

/** Those of the keys that are here already. */
export async function knownLineKeys(tx: Transaction, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await tx
    .select({ key: bankLine.key })
    .from(bankLine)
    .where(inArray(bankLine.key, [...keys]));
  return new Set(rows.map(({ key }) => key));
}

/** Writes lines, but for those that are here already. Returns the ids of the new ones by their keys. */
export async function insertBankLines(
  tx: Transaction,
  lines: readonly NewRow<typeof bankLine>[],
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>();
  // A line has some fifteen columns, and a statement takes 65,535 parameters at most.
  for (let from = 0; from < lines.length; from += 1000) {
    const rows = await tx
      .insert(bankLine)
      .values(lines.slice(from, from + 1000).map((line) => ({ ...line, workspaceId: here })))
      .onConflictDoNothing({ target: [bankLine.workspaceId, bankLine.key] })
      .returning({ id: bankLine.id, key: bankLine.key });
    for (const { id, key } of rows) ids.set(key, id);
  }
  return ids;
}

export async function findBankLine(tx: Transaction, id: number): Promise<BankLineRow | undefined> {
  const [row] = await tx.select().from(bankLine).where(eq(bankLine.id, id));
  return row;
}

/** The same, locked: two people may press at once. */
export async function lockBankLine(tx: Transaction, id: number): Promise<BankLineRow | undefined> {
  const [row] = await tx.select().from(bankLine).where(eq(bankLine.id, id)).for('update');
  return row;
}

export async function linesOfFile(tx: Transaction, fileId: number): Promise<readonly BankLineRow[]> {
  return tx.select().from(bankLine).where(eq(bankLine.fileId, fileId)).orderBy(asc(bankLine.id));
}

/** Lines that wait for a person, the oldest first. */
export async function waitingLines(tx: Transaction, limit: number): Promise<readonly BankLineRow[]> {
  return tx
    .select()
    .from(bankLine)
    .where(eq(bankLine.status, 'waiting'))
    .orderBy(asc(bankLine.bookedOn), asc(bankLine.id))
    .limit(limit);
}

/** The earliest day with money that nobody has decided about. */
export async function firstWaitingDay(tx: Transaction): Promise<string | undefined> {
  const [row] = await tx
    .select({ day: min(bankLine.bookedOn) })
    .from(bankLine)
    .where(and(eq(bankLine.status, 'waiting'), eq(bankLine.direction, 'in')));
  return row?.day ?? undefined;
}

export async function changeBankLine(
  tx: Transaction,
  id: number,
  change: Partial<NewRow<typeof bankLine>>,
): Promise<void> {
  await tx.update(bankLine).set(change).where(eq(bankLine.id, id));
}
