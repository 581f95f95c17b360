import { caseIdsBeside } from '../../../db/queries/case/ids.ts';
import { findPromise } from '../../../db/queries/promise/find.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import { businessDate } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { debtOf } from '../../core/hold/owed.ts';
import type { Audience } from '../../core/letter/audience.ts';
import { type CaseFile, loadCaseFile, loadCaseFiles } from '../case/file.ts';
import { type NoticeOrder, sendNotices } from '../letter/send-notice.ts';
import { restoredBy } from '../../letters/notices.ts';
import type { Scope } from '../scope.ts';
import { stillOwed } from './still-owed.ts';

/** Whoever pays, and whoever finds the service locked or the order waiting. */
const audienceOf: Readonly<Record<HoldRow['kind'], Audience>> = {
  service: { to: ['accounts payable', 'service user'], copy: [] },
  order: { to: ['accounts payable', 'purchasing'], copy: [] },
  credit: { to: ['accounts payable', 'purchasing'], copy: [] },
};

const noticeWhenOn = {
  service: 'service-hold notice',
  order: 'orders suspended',
  credit: 'moved to prepayment',
} as const;

/** Writes to the customer that something is held back from now on. Nobody hears of it from a locked page first. */
export async function writeThatOn(scope: Scope, { caseId, kind, invoices }: HoldRow): Promise<void> {
  const file = await loadCaseFile(scope, caseId);
  const today = dateIn(file.facts.calendar.zone, scope.now);
  const named = debtOf(file.facts, today, invoices).map(({ invoice }) => invoice.id);
  // A word about ordering in advance needs no debt; the others are about one.
  if (named.length === 0 && kind !== 'credit') return;
  await write(scope, file, { kind: noticeWhenOn[kind], audience: audienceOf[kind], named });
}

/** Writes to the customer that what was held is open again, and thanks for what they did for it, if they did. */
export async function writeThatOff(scope: Scope, hold: HoldRow): Promise<void> {
  const file = await loadCaseFile(scope, hold.caseId);
  const promise = hold.status === 'suspended' ? await findPromise(scope.tx, hold.promiseId ?? 0) : undefined;
  const files = await loadCaseFiles(scope, await caseIdsBeside(scope.tx, hold.caseId));
  const isOwed = (await stillOwed(scope, hold, files)).length > 0;
  await write(scope, file, {
    kind: restoredBy[hold.kind],
    audience: audienceOf[hold.kind],
    named: [],
    byUs: promise === undefined && isOwed,
    ...(promise && { promised: { amount: promise.amount, on: businessDate(promise.dueOn) } }),
  });
}

/** Nobody is written to whom we may not press. */
async function write(scope: Scope, file: CaseFile, order: Omit<NoticeOrder, 'file'>): Promise<void> {
  if (!file.facts.stopped) await sendNotices(scope, [{ ...order, file }]);
}
