import { lastSuspension } from '../../../db/queries/hold/find.ts';
import { mailsThatAsked } from '../../../db/queries/letter/sent.ts';
import type { HoldRow } from '../../../db/schema/index.ts';
import { addDays, type BusinessDate, businessDate, daysBetween } from '../../core/calendar/business-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { debtOf } from '../../core/hold/owed.ts';
import { money } from '../../core/money.ts';
import type { LetterInvoice } from '../../letters/facts.ts';
import { letterLanguage } from '../../letters/languages/language.ts';
import { type LockedFacts, lockedPage, type LockedPage } from '../../letters/locked-page.ts';
import type { CaseFile } from '../case/file.ts';
import type { Audience } from '../../core/letter/audience.ts';
import { addressBook } from '../letter/address.ts';
import { roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { suspensionDays } from './suspension.ts';

/** How many letters before the hold are named on the page: the two that warned of it. */
const warnings = 2;

/** Who sees the page: whoever uses the service, else whoever pays for it. */
const readers: Audience = { to: ['service user', 'accounts payable'], copy: [] };

/** The text for the page that a locked service shows; none when nothing is owed any more. */
export async function pageOf(
  scope: Scope,
  hold: HoldRow,
  files: readonly CaseFile[],
): Promise<LockedPage | undefined> {
  const [first] = files;
  const invoices = files.flatMap((file) => invoicesOf(scope, file, hold));
  if (first === undefined || invoices.length === 0) return undefined;
  const [reader] = (await addressBook(scope, [hold.customerId]))(hold.customerId, readers);
  const manager = (await roster(scope)).get(first.ownerId ?? 0)?.name;
  const { name = scope.workspace.name, ...creditor } = scope.workspace.creditor;
  return lockedPage({
    held: hold.kind,
    language: letterLanguage(reader?.language ?? 'en'),
    date: scope.today,
    asOf: first.facts.ledgerCovers ?? scope.today,
    creditor: { name, ...creditor },
    recipient: { name: first.customerName, customerNumber: first.customerNumber },
    invoices: invoices.toSorted((a, b) => (a.due < b.due ? -1 : 1)),
    promiseFrom: await promiseFrom(scope, hold),
    written: await writtenBefore(scope, files),
    ...(manager === undefined ? {} : { manager }),
  });
}

function invoicesOf(scope: Scope, { facts }: CaseFile, { invoices }: HoldRow): readonly LetterInvoice[] {
  const today = dateIn(facts.calendar.zone, scope.now);
  return debtOf(facts, today, invoices).map(({ invoice, owed }) => ({
    number: invoice.number,
    issued: invoice.issuedOn,
    due: invoice.dueOn,
    daysOverdue: daysBetween(invoice.effectiveDueOn, today),
    amount: money(owed, facts.currency),
  }));
}

/** From when a promise lifts a hold of the customer (again). */
async function promiseFrom(scope: Scope, { customerId }: HoldRow): Promise<BusinessDate> {
  const last = await lastSuspension(scope.tx, customerId);
  return last === undefined ? scope.today : addDays(businessDate(last), suspensionDays);
}

/** The last letters that asked for payment and arrived, in the order in which they went. */
async function writtenBefore(scope: Scope, files: readonly CaseFile[]): Promise<LockedFacts['written']> {
  const mails = await mailsThatAsked(
    scope.tx,
    files.map(({ facts }) => facts.caseId),
  );
  return mails.map(({ on_day: on, to_whom: to }) => ({ on: businessDate(on), to })).slice(-warnings);
}
