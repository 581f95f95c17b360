import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import type { ApprovalRow } from '../../../db/schema/index.ts';
import { claimGoesAt } from '../../core/dunning/notice.ts';
import { accountsPayable } from '../../core/letter/recipients.ts';
import type { CaseFile } from '../case/file.ts';
import { addressBook } from '../letter/address.ts';
import type { Scope } from '../scope.ts';
import { announce } from './announce.ts';
import { withdraw } from './end.ts';

/**
 * A claim that was just approved is announced before it is posted. What was announced of a lesser letter goes no more.
 * @returns whether it was; otherwise it is to be carried out at once.
 */
export async function announceClaim(scope: Scope, row: ApprovalRow, file: CaseFile): Promise<boolean> {
  const goesAt = claimGoesAt(file.ladder, file.facts, scope.now, row.step);
  if (goesAt === undefined) return false;
  for (const lesser of await waitingAnnouncements(scope.tx, [row.caseId]))
    await withdraw(scope, lesser, 'a formal claim was approved');
  const book = await addressBook(scope, [file.customerId]);
  await announce(scope, file, {
    step: row.step,
    kind: 'formal claim',
    approvalId: row.id,
    goesAt,
    invoices: row.invoices,
    recipients: book(file.customerId, accountsPayable),
  });
  return true;
}
