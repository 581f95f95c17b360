import { customersLookedFor, finishMailAddressTasks } from '../../../db/queries/task/mail-address.ts';
import { lettersWithoutAddress } from '../../../db/queries/letter/without-address.ts';
import { insertTasks } from '../../../db/queries/task/open.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import { holderOf } from '../member/holder.ts';
import { deadlineOf } from '../task/deadline-of.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { refreshLists } from '../task/refresh-lists.ts';

/** A letter that cannot go, and whose customer it is. */
export interface Unsendable {
  readonly letter: Pick<LetterRow, 'caseId' | 'occurrenceId' | 'kind'>;
  readonly customerId: number;
  readonly ownerId: number | undefined;
  /** Why there is no address: none on file, or the one there was is refused. */
  readonly because: string;
}

/**
 * Letters that cannot go for want of an address become work for their owners, once for a customer. It is done when
 * somebody notes an address, and then the letter goes. In shadow mode nothing goes anyway.
 */
export async function haveAddressFound(scope: Scope, unsendable: readonly Unsendable[]): Promise<void> {
  if (unsendable.length === 0 || scope.workspace.shadow) return;
  const known = await customersLookedFor(
    scope.tx,
    unsendable.map(({ customerId }) => customerId),
  );
  const wanted = [...new Map(unsendable.map((one) => [one.customerId, one])).values()].filter(
    ({ customerId }) => !known.has(customerId),
  );
  if (wanted.length === 0) return;
  const people = await roster(scope);
  await insertTasks(
    scope.tx,
    wanted.map(({ letter, ownerId, because }) => {
      const holder = holderOf(people, ownerId, scope.now);
      return {
        caseId: letter.caseId,
        occurrenceId: letter.occurrenceId,
        kind: 'mail address' as const,
        what: `find the accounts-payable mail address: our ${letter.kind} could not go, ${because}`,
        holderId: holder.id,
        firstHolderId: holder.id,
        dueAt: scope.now,
        deadlineAt: deadlineOf(holder, 'owner', scope.now),
        openedAt: scope.now,
      };
    }),
  );
  await refreshLists(
    scope,
    wanted.map(({ letter }) => letter.caseId),
  );
}

/** A letter that could not go in shadow mode is nobody's work then; it is from the day on which letters go out. */
export async function addressWanted(scope: Scope, caseIds: readonly number[]): Promise<void> {
  if (scope.workspace.shadow) return;
  const letters = await lettersWithoutAddress(scope.tx, caseIds, scope.today);
  await haveAddressFound(
    scope,
    letters.map(({ case_id, occurrence_id, kind, customer_id, owner_id }) => ({
      letter: { caseId: Number(case_id), occurrenceId: Number(occurrence_id), kind },
      customerId: Number(customer_id),
      ownerId: owner_id === null ? undefined : Number(owner_id),
      because: 'as there is no address on file',
    })),
  );
}

/** Takes the search off the lists of customers that have an address by now, wherever it came from. */
export async function addressFound(scope: Scope, caseIds: readonly number[]): Promise<void> {
  if (caseIds.length === 0) return;
  await refreshLists(scope, await finishMailAddressTasks(scope.tx, caseIds, scope.now));
}
