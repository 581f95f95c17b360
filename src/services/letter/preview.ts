import { waitingAnnouncements } from '../../../db/queries/announcement/find.ts';
import type { AnnouncementRow, LetterRow } from '../../../db/schema/index.ts';
import { addDays, type BusinessDate } from '../../core/calendar/business-date.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn, timeIn } from '../../core/calendar/zone.ts';
import { letterByHand } from '../../core/dunning/by-hand.ts';
import { decideNextStep } from '../../core/dunning/decide.ts';
import { pressedAmounts } from '../../core/dunning/pressure.ts';
import { warnedHold } from '../../core/dunning/warned-hold.ts';
import { accountsPayable } from '../../core/letter/recipients.ts';
import { DomainError } from '../../core/error.ts';
import type { Letter } from '../../letters/letter.ts';
import { letterPdf } from '../../letters/pdf.ts';
import { claimDeadline } from '../approval/carry-out.ts';
import { type CaseFile, loadCaseFile } from '../case/file.ts';
import { labelOfStep } from '../ladder/labels.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { addressBook } from './address.ts';
import { composeLetter } from './compose.ts';
import { freezer } from './freezer.ts';
import { whyNot } from './by-hand.ts';
import { addresseesIn } from './told.ts';
import { factsFor, type LetterOrder } from './write.ts';

/** A letter that was not sent, to be read by one of us. */
export interface Preview {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly comment: string;
}

/**
 * What would go now or next, as a PDF; nothing is sent and nothing is written down.
 * @throws DomainError `conflict` when nothing is open to write about.
 */
export async function previewLetter(office: Office, workspaceId: number, caseId: number): Promise<Preview> {
  const { letter, comment } = await within(office, workspaceId, async (scope) => {
    const file = await loadCaseFile(scope, caseId);
    const [announced] = await waitingAnnouncements(scope.tx, [caseId]);
    if (announced !== undefined && announced.kind !== 'formal claim')
      return announcedPreview(scope, file, { ...announced, kind: announced.kind });
    return {
      letter: composeLetter(scope.workspace, await draft(scope, file)),
      comment: await words(scope, file),
    };
  });
  return { name: `preview-${letter.fileName}`, bytes: await letterPdf(letter), comment };
}

type AnnouncedLetter = AnnouncementRow & { readonly kind: LetterOrder['kind'] };

/** What stands announced, as it would go now. */
async function announcedPreview(
  scope: Scope,
  file: CaseFile,
  { kind, step, goesAt, recipients, invoices: named }: AnnouncedLetter,
): Promise<{ readonly letter: Letter; readonly comment: string }> {
  const { calendar, caseId } = file.facts;
  const on = dateIn(calendar.zone, scope.now);
  const freeze = await freezer(scope, [caseId], named);
  const warnsOf = warnedHold(file.ladder, file.facts, step, on);
  const facts = factsFor({ file, kind, on, named, warnsOf }, recipients, freeze);
  const when = `${formatDate(dateIn(calendar.zone, goesAt), { today: scope.today })} ${timeIn(calendar.zone, goesAt)}`;
  const to = addresseesIn(recipients) ?? 'them';
  return {
    letter: composeLetter(scope.workspace, { kind, facts: { ...facts } }),
    comment: `Preview of the ${kind} that goes ${when} to ${to}, unless somebody holds it back.`,
  };
}

type Draft = Pick<LetterRow, 'kind' | 'facts'>;

/** A claim once one is due or demanded, else the demand of what is overdue, else a reminder of what is to come. */
async function draft(scope: Scope, asItIs: CaseFile): Promise<Draft> {
  const on = dateIn(asItIs.facts.calendar.zone, scope.now);
  const file = someIsPressed(asItIs, on) ? pressedPart(asItIs, on) : onceNothingRests(asItIs);
  const { facts } = file;
  const to = (await addressBook(scope, [file.customerId]))(file.customerId, accountsPayable);
  const open = facts.invoices.filter((invoice) => !invoice.excluded);
  const overdue = open.filter((invoice) => invoice.effectiveDueOn < on);
  const named = (overdue.length > 0 ? overdue : open).map(({ id }) => id);
  if (named.length === 0)
    throw new DomainError('conflict', `${file.customerName} owes nothing that a letter could name.`);
  const freeze = await freezer(scope, [facts.caseId], named);
  const frozen = freeze.letter(file, { to, on, named });
  const demandedOn = lastDemand(file, on);
  if (overdue.length === 0) return { kind: 'reminder', facts: { ...frozen } };
  if (demandedOn === undefined) return { kind: 'payment demand', facts: { ...frozen } };
  const deadline = claimDeadline(file, on);
  return { kind: 'formal claim', facts: { ...frozen, claim: { demandedOn, deadline, alsoOpen: [] } } };
}

function someIsPressed({ facts }: CaseFile, on: BusinessDate): boolean {
  return pressedAmounts(facts, on).some((amount) => amount > 0n);
}

/** Without the invoices of which all rests: a letter would not name them. */
function pressedPart(file: CaseFile, on: BusinessDate): CaseFile {
  const pressed = pressedAmounts(file.facts, on);
  const invoices = file.facts.invoices.filter((_, index) => (pressed[index] ?? 0n) > 0n);
  return { ...file, facts: { ...file.facts, invoices } };
}

/** Where all of it rests, the preview shows what would be demanded afterwards. */
function onceNothingRests(file: CaseFile): CaseFile {
  const { pausedUntil: _, ...facts } = file.facts;
  const invoices = facts.invoices.map(({ pausedUntil: _until, onPlan: _plan, ...invoice }) => ({
    ...invoice,
    promised: 0n,
    disputed: 0n,
  }));
  return { ...file, facts: { ...facts, cover: [], invoices } };
}

/** The day of the first delivered demand before this one; a claim speaks of it. */
function lastDemand({ facts, ladder }: CaseFile, on: BusinessDate): BusinessDate | undefined {
  const letters = new Set(ladder.steps.filter(({ kind }) => kind === 'letter').map(({ key }) => key));
  return facts.invoices
    .flatMap(({ received }) => received)
    .filter(({ step, how, on: day }) => letters.has(step) && how === 'delivered' && day <= addDays(on, -1))
    .map(({ on: day }) => day)
    .sort()[0];
}

/** To whom, and what the engine will do by itself. */
async function words(scope: Scope, file: CaseFile): Promise<string> {
  const book = await addressBook(scope, [file.customerId]);
  const [first] = book(file.customerId, accountsPayable);
  const to = first?.email ?? 'nobody yet: there is no mail address';
  const decision = decideNextStep(file.ladder, file.facts, scope.now);
  const zone = file.facts.calendar.zone;
  const next =
    decision.kind === 'rest' && decision.next !== undefined
      ? ` Next: ${labelOfStep(decision.next.step)}, ${formatDate(dateIn(zone, decision.next.at), { today: scope.today })}.`
      : '';
  const hand = letterByHand(file.ladder, file.facts, scope.now, 'payment demand');
  const now =
    hand.kind === 'blocked' ? ` ${whyNot(file, 'payment demand', hand)}` : ' A demand may go now by hand.';
  return `Preview, not sent. It would go to ${to}.${next}${now}`;
}
