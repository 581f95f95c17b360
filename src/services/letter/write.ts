import { insertLetters } from '../../../db/queries/letter/write.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import type { LetterKind } from '../../core/letter/kinds.ts';
import type { Audience, Recipient } from '../../core/letter/audience.ts';
import { zip } from '../../core/zip.ts';
import type { WarnedHold } from '../../core/dunning/warned-hold.ts';
import type { CaseFile } from '../case/file.ts';
import { enqueue, mailStream } from '../outbox/enqueue.ts';
import type { Scope } from '../scope.ts';
import { addressBook } from './address.ts';
import { haveAddressFound } from './address-task.ts';
import { type Freezer, freezer } from './freezer.ts';
import type { FrozenLetter } from './frozen.ts';

/** A letter to be written now. Claims are written where they are approved. */
export interface LetterOrder {
  readonly file: CaseFile;
  readonly kind: Exclude<LetterKind, 'formal claim'>;
  readonly audience: Audience;
  readonly on: BusinessDate;
  /** Invoices, by id. */
  readonly named: readonly number[];
  readonly how: 'send' | 'withhold' | 'impossible';
  /** The time a step of the ladder is done by it; empty beside the ladder. */
  readonly occurrenceId: number | null;
  /** Of a letter that ends a hold: against what promise. Minor units of the case's currency. */
  readonly promised?: { readonly amount: bigint; readonly on: BusinessDate };
  /** Of the same: a person lifted it without payment or promise. */
  readonly byUs?: boolean;
  /** The hold that it warns of. */
  readonly warnsOf?: WarnedHold | undefined;
}

const statusOf = { send: 'queued', withhold: 'withheld', impossible: 'impossible' } as const;

/**
 * Freezes what letters say, and sends those that may go: their mails are in the outbox. Where nobody has an address,
 * somebody is asked to find one. Returns the rows in order.
 */
export async function writeLetters(
  scope: Scope,
  orders: readonly LetterOrder[],
): Promise<readonly LetterRow[]> {
  if (orders.length === 0) return [];
  const book = await addressBook(
    scope,
    orders.map(({ file }) => file.customerId),
  );
  const freeze = await freezer(
    scope,
    orders.map(({ file }) => file.facts.caseId),
    orders.flatMap(({ named }) => named),
  );
  const rows = await insertLetters(
    scope.tx,
    orders.map((order) => asRow(scope, order, book(order.file.customerId, order.audience), freeze)),
  );
  await post(scope, rows);
  await lookForAddresses(scope, orders, rows);
  return rows;
}

function asRow(scope: Scope, order: LetterOrder, to: readonly Recipient[], freeze: Freezer) {
  const { file, kind, audience, occurrenceId, how } = order;
  return {
    caseId: file.facts.caseId,
    occurrenceId,
    kind,
    audience,
    toAddress: to[0]?.email ?? null,
    recipients: to,
    facts: { ...factsFor(order, to, freeze) },
    status: statusOf[how],
    messageId: how === 'send' ? `<${scope.office.token()}@dunwell.letters>` : null,
  };
}

/** Letters that speak of those before them. */
const kindsAfterOthers: readonly LetterKind[] = [
  'second reminder',
  'final notice',
  'service-hold notice',
  'orders suspended',
];

/** What a letter says, and what it says besides because of what it is about. */
export function factsFor(
  {
    file,
    kind,
    on,
    named,
    promised,
    byUs,
    warnsOf,
  }: Pick<LetterOrder, 'file' | 'kind' | 'on' | 'named' | 'promised' | 'byUs' | 'warnsOf'>,
  to: readonly Recipient[],
  freeze: Freezer,
): FrozenLetter {
  return {
    ...freeze.letter(file, { to, on, named }),
    ...(kindsAfterOthers.includes(kind) && { before: freeze.before(file, named) }),
    ...(byUs !== undefined && { byUs }),
    ...(warnsOf && { warnsOf }),
    ...(promised && { promised: { amount: String(promised.amount), on: promised.on } }),
  };
}

async function post(scope: Scope, rows: readonly LetterRow[]): Promise<void> {
  await enqueue(
    scope,
    rows
      .filter(({ status }) => status === 'queued')
      .map(({ id, caseId }) => ({
        stream: mailStream(caseId),
        class: 'mail',
        notice: { kind: 'mail', letterId: id },
      })),
  );
}

async function lookForAddresses(
  scope: Scope,
  orders: readonly LetterOrder[],
  rows: readonly LetterRow[],
): Promise<void> {
  await haveAddressFound(
    scope,
    zip(orders, rows)
      .filter(([, { status }]) => status === 'impossible')
      .map(([{ file }, letter]) => ({
        letter,
        customerId: file.customerId,
        ownerId: file.ownerId,
        because: 'as there is no address on file',
      })),
  );
}
