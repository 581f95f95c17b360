import { findAnnouncement } from '../../../db/queries/announcement/find.ts';
import { findLetter } from '../../../db/queries/letter/find.ts';
import type { AnnouncementRow, LetterRow } from '../../../db/schema/index.ts';
import { formatMoney, money } from '../../core/money.ts';
import { loadCaseFile, pressedSumOf } from '../case/file.ts';
import { type CaseOverview, overviewOfCase } from '../case/overview.ts';
import { sumOf } from '../letter/frozen.ts';
import type { Scope } from '../scope.ts';

export type { AnnouncementRow } from '../../../db/schema/index.ts';

/** What a letter's announcement says now. */
export interface AnnouncementView {
  readonly row: AnnouncementRow;
  readonly of: CaseOverview;
  /** What it asks for as things stand, or asked for when it went. */
  readonly amount: string;
  /** The letter by which it went. */
  readonly letter: LetterRow | undefined;
}

export async function announcementView(scope: Scope, id: number): Promise<AnnouncementView | undefined> {
  const row = await findAnnouncement(scope.tx, id);
  const of = row && (await overviewOfCase(scope, row.caseId));
  if (row === undefined || of === undefined) return undefined;
  const letter = row.letterId === null ? undefined : await findLetter(scope.tx, row.letterId);
  return { row, of, letter, amount: letter === undefined ? await amountOf(scope, row) : sumOf(letter) };
}

/** While it waits, what was paid meanwhile is asked for no more; afterwards it stands as it was told. */
async function amountOf(
  scope: Scope,
  { status, caseId, invoices, amount }: AnnouncementRow,
): Promise<string> {
  if (status !== 'waiting') return amount;
  const file = await loadCaseFile(scope, caseId);
  return formatMoney(money(pressedSumOf(file, invoices, scope.now), file.facts.currency));
}
