import { settleOccurrence } from '../../../db/queries/case/occurrences.ts';
import { findLetter } from '../../../db/queries/letter/find.ts';
import * as queries from '../../../db/queries/letter/write.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import type { LetterRow } from '../../../db/schema/index.ts';
import type { Delivery } from '../../letters/delivery.ts';
import { announceWarning } from '../hold-news/announce.ts';
import { record } from '../audit/record.ts';
import { wakeCases } from '../case/wake.ts';
import { refreshAnnouncementOf } from '../announcement/refresh.ts';
import { announcementShown } from '../announcement/shown.ts';
import { mentionInThread, tellCase } from '../outbox/thread.ts';
import type { Notice } from '../notice.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { haveItFoundOut } from './find-out.ts';
import { sumOf } from './frozen.ts';
import { addresseesOf, missingIn, refusedIn } from './told.ts';
import { reachedBy, withRefused } from '../../core/letter/recipients.ts';
import { refuseAddress } from './refuse-address.ts';

type Settled = Exclude<Delivery, { kind: 'later' }>;
const statusOf = { accepted: 'sent', refused: 'refused', unknown: 'unknown' } as const;

/**
 * Records what became of a mailed letter and lets the ladder go on: a demand counts from its delivery. A refused
 * address is none any more, and the team is told where everybody concerned sees it.
 */
export async function settleLetter(
  office: Office,
  workspaceId: number,
  letterId: number,
  reported: Settled,
): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    const held = await holdLetter(scope, letterId);
    if (held?.status !== 'queued') return;
    const row = await refuseSome(scope, held, reported);
    const delivery = deliveryTo(row, reported);
    const status = statusOf[delivery.kind];
    const trouble = troubleOf(delivery);
    await queries.settleLetter(scope.tx, letterId, { status, settledAt: scope.now, trouble });
    await settleStep(scope, row, delivery);
    await record(scope, [
      { what: `${row.kind} ${status}`, caseId: row.caseId, details: { to: row.toAddress, trouble } },
    ]);
    if (delivery.kind === 'accepted') await announceWarning(scope, row);
    await tell(scope, row, delivery);
    await wakeCases(scope, [row.caseId]);
  });
}

/** Some of several addresses may be refused when the mail is taken for the others. */
async function refuseSome(scope: Scope, row: LetterRow, delivery: Settled): Promise<LetterRow> {
  const refused = delivery.kind === 'accepted' ? delivery.refused.map(({ address }) => address) : [];
  if (refused.length === 0) return row;
  const recipients = withRefused(row.recipients, refused);
  await queries.writeRecipients(scope.tx, row.id, recipients);
  for (const address of refused) await refuseAddress(scope, row, 'it was refused', address);
  return { ...row, recipients };
}

/** Nobody whom it is addressed to has it: a copy delivers nothing. */
function deliveryTo({ recipients }: LetterRow, delivery: Settled): Settled {
  if (delivery.kind !== 'accepted' || recipients.length === 0 || reachedBy(recipients).length > 0)
    return delivery;
  const [first] = delivery.refused;
  return { kind: 'refused', code: first?.code ?? 0, text: first?.text ?? 'refused' };
}

/** As it is once nobody else can change it: two may report on one mail when a claim ran out. */
export async function holdLetter({ tx }: Scope, letterId: number): Promise<LetterRow | undefined> {
  const seen = await findLetter(tx, letterId);
  if (seen === undefined) return undefined;
  await lockCases(tx, [seen.caseId]);
  return findLetter(tx, letterId);
}

function troubleOf(delivery: Settled): string | null {
  switch (delivery.kind) {
    case 'accepted':
      return null;
    case 'refused':
      return delivery.text;
    case 'unknown':
      return delivery.reason;
  }
}

async function settleStep(scope: Scope, row: LetterRow, delivery: Settled): Promise<void> {
  const { tx } = scope;
  switch (delivery.kind) {
    case 'accepted':
      return settleOccurrence(tx, row.occurrenceId, { how: 'delivered' });
    case 'refused':
      await settleOccurrence(tx, row.occurrenceId, { how: 'failed' });
      return refuseAddress(scope, row, 'it was refused');
    case 'unknown':
      // It stays under way, neither delivered nor sent again, until a person finds out what happened.
      return haveItFoundOut(scope, row);
  }
}

async function tell(scope: Scope, row: LetterRow, delivery: Settled): Promise<void> {
  const trouble = troubleOf(delivery);
  const notice: Extract<Notice, { kind: 'letter' }> = {
    kind: 'letter',
    caseId: row.caseId,
    letter: row.kind,
    letterId: row.id,
    fate: trouble === null ? statusOf[delivery.kind] : `${statusOf[delivery.kind]} (${trouble})`,
    to: addresseesOf(row),
    amount: sumOf(row),
    ...missingIn(row),
    ...refusedIn(row),
  };
  const announced = await announcementShown(scope, row.id);
  await refreshAnnouncementOf(scope, row.id);
  if (announced && delivery.kind === 'accepted' && isComplete(notice)) return;
  // What went well is small news; what went wrong needs somebody.
  if (delivery.kind === 'accepted' && notice.refused === undefined)
    await mentionInThread(scope, row.caseId, notice);
  else await tellCase(scope, row.caseId, notice);
}

/** Everybody who should have it has it: nothing to add to what its announcement says. */
const isComplete = ({ missing, refused }: Extract<Notice, { kind: 'letter' }>): boolean =>
  missing === undefined && refused === undefined;
