import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { contactNamed, correctContact, insertContact } from '../../../db/queries/contact/save.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { record } from '../audit/record.ts';
import { holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { addressFound } from '../letter/address-task.ts';
import { refreshCards } from '../outbox/card.ts';
import type { Actor, Office } from '../ports.ts';
import { refreshLists } from '../task/refresh-lists.ts';
import { type Scope, within } from '../scope.ts';
import type { ContactRole, Correction } from './read.ts';

/** A contact as somebody wrote it down, checked by `read.ts`. */
export interface ContactWord {
  readonly name: string;
  readonly role: ContactRole;
  readonly email: Correction<string>;
  readonly phone: Correction<string>;
  readonly language: string;
}

/**
 * Notes a person at a customer. Somebody of that name who is known already is corrected, and an address that is
 * written down anew counts as good again, however it was refused before. Letters may have waited for it, so every
 * case of the customer is looked at afresh.
 * @throws DomainError `not_found` for a case that this workspace does not have.
 */
export async function saveContact(
  office: Office,
  actor: Actor,
  caseId: number,
  word: ContactWord,
): Promise<'added' | 'corrected'> {
  return within(office, actor.workspaceId, async (scope) => {
    const beside = await caseIdsBeside(scope.tx, caseId);
    await lockCases(scope.tx, beside);
    const held = await holdCase(scope, actor, caseId);
    const event = await write(scope, held.row.customerId, word);
    await record(scope, [
      {
        what: `contact ${event}`,
        memberId: held.actor.id,
        caseId,
        // History cannot be edited, so it does not repeat anybody's address and number.
        details: { contact: word.name, noted: noted(word) },
      },
    ]);
    await addressFound(scope, beside);
    await refreshLists(scope, beside);
    await refreshCards(scope, 'case', beside.map(String));
    await wakeCases(scope, beside);
    return event;
  });
}

async function write(scope: Scope, customerId: number, word: ContactWord): Promise<'added' | 'corrected'> {
  const known = await contactNamed(scope.tx, customerId, word.name);
  const { name, role, language, email, phone } = word;
  if (known === undefined) {
    const fresh = { name, role, language, email: email ?? null, phone: phone ?? null };
    await insertContact(scope.tx, { customerId, ...fresh });
    return 'added';
  }
  await correctContact(scope.tx, known.id, {
    name,
    role,
    language,
    ...(email === undefined ? {} : { email, emailRefusedAt: null }),
    ...(phone === undefined ? {} : { phone }),
  });
  return 'corrected';
}

function noted({ email, phone }: ContactWord): string {
  const parts = ['role and language'];
  if (email !== undefined) parts.push(email === null ? 'no mail address' : 'mail address');
  if (phone !== undefined) parts.push(phone === null ? 'no phone number' : 'phone number');
  return parts.join(', ');
}
