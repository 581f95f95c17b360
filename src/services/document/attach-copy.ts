import { caseOfMessage } from '../../../db/queries/case/of-thread.ts';
import { findCase } from '../../../db/queries/case/find.ts';
import { insertDocument } from '../../../db/queries/document/add.ts';
import { DomainError } from '../../core/error.ts';
import { quoted } from '../../core/reading/quoted.ts';
import { record } from '../audit/record.ts';
import { actingMember } from '../member/acting.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { invoicesMeant, type NamedInvoice } from './invoice-named.ts';
import { checkPaper, type GivenPaper } from './paper.ts';

/** The message in whose thread a file was put. */
export interface Thread {
  readonly channelId: string;
  readonly messageId: string;
}

export interface CopyAttached {
  readonly number: string;
  readonly customerName: string;
  readonly isNew: boolean;
}

/** Which invoice a file's name means; nothing when none. In a case's thread only that customer's are meant. */
export async function invoiceOfFile(
  office: Office,
  actor: Actor,
  fileName: string,
  thread?: Thread,
): Promise<NamedInvoice | undefined> {
  return within(office, actor.workspaceId, async (scope) => {
    const meant = await invoicesMeant(scope, fileName);
    const customerId = thread && (await customerOfThread(scope, thread));
    const [one, ...others] =
      customerId === undefined ? meant : meant.filter((invoice) => invoice.customerId === customerId);
    return others.length > 0 ? undefined : one;
  });
}

/** The invoice that somebody typed, of one customer if the number is not enough. @throws DomainError `invalid`, `not_found`. */
export async function invoiceTyped(office: Office, actor: Actor, text: string): Promise<NamedInvoice> {
  return within(office, actor.workspaceId, async (scope) => {
    const meant = await invoicesMeant(scope, text);
    const [one, ...others] = meant.filter(
      ({ number }) => number.length >= text.trim().length || meant.length === 1,
    );
    if (one === undefined)
      throw new DomainError(
        'not_found',
        `There is no invoice ${quoted(text)} here: /account shows a customer's.`,
      );
    if (others.length === 0) return one;
    const names = [one, ...others].map(({ customerName }) => customerName).slice(0, 5);
    throw new DomainError(
      'invalid',
      `${names.join(', ')} have an invoice ${one.number}: drop the file in the thread of the case that is meant.`,
    );
  });
}

/**
 * Keeps the copy of an invoice: it goes with demands from now on, and into the bundle for legal. The same file again
 * changes nothing; another one takes the place of the one before, which stays on file.
 * @throws DomainError `invalid` for what is no PDF or too big.
 */
export async function attachCopy(
  office: Office,
  actor: Actor,
  invoice: NamedInvoice,
  file: GivenPaper,
): Promise<CopyAttached> {
  const paper = checkPaper(file);
  return within(office, actor.workspaceId, async (scope) => {
    const { person } = await actingMember(scope, actor);
    const documentId = await insertDocument(scope.tx, {
      ...paper,
      customerId: invoice.customerId,
      kind: 'invoice copy',
      invoiceId: invoice.id,
      addedBy: person.id,
      addedAt: scope.now,
    });
    const { number, customerName, caseId } = invoice;
    if (documentId === undefined) return { number, customerName, isNew: false };
    await record(scope, [
      {
        what: 'invoice copy attached',
        memberId: person.id,
        ...(caseId === undefined ? {} : { caseId }),
        details: { invoice: number, file: paper.fileName, sha256: paper.hash },
      },
    ]);
    return { number, customerName, isNew: true };
  });
}

async function customerOfThread(scope: Scope, { channelId, messageId }: Thread): Promise<number | undefined> {
  const caseId = await caseOfMessage(scope.tx, channelId, messageId);
  return caseId === undefined ? undefined : (await findCase(scope.tx, caseId))?.customerId;
}
