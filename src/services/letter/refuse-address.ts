import { customerOfCase } from '../../../db/queries/case/find.ts';
import { refuseMailAddress } from '../../../db/queries/contact/mail-address.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import type { Scope } from '../scope.ts';
import { accountsPayable } from '../../core/letter/recipients.ts';
import { addressBook } from './address.ts';
import { haveAddressFound } from './address-task.ts';

/** An address that does not take our mail is none any more; when it was the only one, the owner looks for another. */
export async function refuseAddress(
  scope: Scope,
  letter: LetterRow,
  why: string,
  address = letter.toAddress,
): Promise<void> {
  const customer = await customerOfCase(scope.tx, letter.caseId);
  if (customer === undefined || address === null) return;
  const { id: customerId, ownerId } = customer;
  await refuseMailAddress(scope.tx, customerId, address, scope.now);
  const book = await addressBook(scope, [customerId]);
  if (book(customerId, accountsPayable).length > 0) return;
  await haveAddressFound(scope, [
    { letter, customerId, ownerId: ownerId ?? undefined, because: `${why} by ${address}` },
  ]);
}
