import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import { insertAnnouncement, renewAnnouncement } from '../../../db/queries/announcement/write.ts';
import type { AnnouncementRow } from '../../../db/schema/index.ts';
import type { Recipient } from '../../core/letter/audience.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, pressedSumOf } from '../case/file.ts';
import type { JudgedTo } from '../engine/judged.ts';
import { addressBook } from '../letter/address.ts';
import { showInThreadIfAny } from '../outbox/thread.ts';
import type { Scope } from '../scope.ts';
import { refreshAnnouncements } from './refresh.ts';
import { tellUnseen } from './tell-unseen.ts';

/** Says in the cases' threads which letters are about to go; one that stands there already is brought up to date. */
export async function announceLetters(
  scope: Scope,
  letters: readonly JudgedTo<'announcement'>[],
): Promise<void> {
  if (letters.length === 0) return;
  const book = await addressBook(
    scope,
    letters.map(({ file }) => file.customerId),
  );
  const waiting = await waitingAnnouncements(
    scope.tx,
    letters.map(({ file }) => file.facts.caseId),
  );
  for (const { file, decision } of letters) {
    await announce(
      scope,
      file,
      {
        step: decision.step,
        kind: decision.letter,
        goesAt: decision.goesAt,
        invoices: decision.invoices,
        recipients: book(file.customerId, decision.audience),
      },
      waiting.find(({ caseId }) => caseId === file.facts.caseId),
    );
  }
  await tellUnseen(scope, letters);
}

/** What is going to leave. */
export interface Announced extends Pick<AnnouncementRow, 'step' | 'kind' | 'goesAt' | 'invoices'> {
  readonly recipients: readonly Recipient[];
  /** Of a claim. */
  readonly approvalId?: number;
}

/** One of them; `before` is what stands announced for the case. */
export async function announce(
  scope: Scope,
  file: CaseFile,
  announced: Announced,
  before?: AnnouncementRow,
): Promise<void> {
  const { caseId, currency } = file.facts;
  const amount = formatMoney(money(pressedSumOf(file, announced.invoices, scope.now), currency));
  if (before !== undefined) {
    await renewAnnouncement(scope.tx, before.id, { ...announced, amount });
    return refreshAnnouncements(scope, [before]);
  }
  const id = await insertAnnouncement(scope.tx, {
    ...announced,
    caseId,
    amount,
    announcedAt: scope.now,
  });
  await showInThreadIfAny(scope, caseId, 'announcement', String(id));
  await record(scope, [
    { what: `${announced.kind} announced`, caseId, details: { for: announced.goesAt.toISOString() } },
  ]);
}
