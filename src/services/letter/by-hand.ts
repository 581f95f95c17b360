import { dateIn } from '../../core/calendar/zone.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { type HandLetter, letterByHand, type NotByHand } from '../../core/dunning/by-hand.ts';
import type { Letter } from '../../core/dunning/decision.ts';
import { DomainError } from '../../core/error.ts';
import { formatMoney, money } from '../../core/money.ts';
import { record } from '../audit/record.ts';
import { type CaseFile, loadCaseFile, pressedSumOf } from '../case/file.ts';
import { type HeldCase, holdCase } from '../case/of-actor.ts';
import { wakeCases } from '../case/wake.ts';
import { occur } from '../engine/occur.ts';
import { hasRole } from '../member/roster.ts';
import type { Actor, Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { addressBook } from './address.ts';
import { writeLetters } from './write.ts';

/** A letter that is on its way out. */
export interface SentByHand {
  readonly to: string;
  readonly amount: string;
  readonly invoices: number;
}

/**
 * Sends a reminder or a demand at once, within all that protects the customer.
 * @throws DomainError `forbidden` for a rep whose customer it is not; `conflict` with the reason why it may not go now.
 */
export async function sendByHand(
  office: Office,
  actor: Actor,
  caseId: number,
  wanted: HandLetter,
): Promise<SentByHand> {
  return within(office, actor.workspaceId, async (scope) => {
    const held = await holdCase(scope, actor, caseId);
    const file = await loadCaseFile(scope, caseId);
    requireRightPerson(held, file, `send a ${wanted}`);
    const decision = letterByHand(file.ladder, file.facts, scope.now, wanted);
    if (decision.kind === 'blocked') throw new DomainError('conflict', whyNot(file, wanted, decision));
    const to = await firstAddress(scope, file, decision, wanted);
    await send(scope, file, decision);
    await record(scope, [
      {
        what: `${wanted} sent by hand`,
        memberId: held.actor.id,
        caseId,
        details: { to, invoices: decision.invoices.length },
      },
    ]);
    await wakeCases(scope, [caseId]);
    const sum = money(pressedSumOf(file, decision.invoices, scope.now), file.facts.currency);
    return { to, amount: formatMoney(sum), invoices: decision.invoices.length };
  });
}

/** Reps answer for their own customers; leads, managers and admins for all. */
export function requireRightPerson({ people, actor }: HeldCase, file: CaseFile, toDo: string): void {
  if (actor.id === file.ownerId || hasRole(actor, ['lead', 'manager', 'admin'])) return;
  const owner = file.ownerId === undefined ? undefined : people.get(file.ownerId)?.name;
  throw new DomainError(
    'forbidden',
    `You cannot ${toDo} here: that is for ${owner === undefined ? '' : `${owner}, who owns the customer, or for `}a lead or manager.`,
  );
}

async function firstAddress(
  scope: Scope,
  file: CaseFile,
  { audience }: Letter,
  wanted: HandLetter,
): Promise<string> {
  const book = await addressBook(scope, [file.customerId]);
  const [first] = book(file.customerId, audience);
  if (first !== undefined) return first.email;
  throw new DomainError('conflict', whyNot(file, wanted, { kind: 'blocked', because: 'no mail address' }));
}

async function send(
  scope: Scope,
  file: CaseFile,
  { step, letter, audience, invoices, receives, on }: Letter,
): Promise<void> {
  const happened = await occur(scope, [
    { file, step, invoices, receives, on, how: 'under way', reason: 'raised' },
  ]);
  await writeLetters(
    scope,
    happened.map(({ occurrenceId }) => ({
      file,
      kind: letter,
      audience,
      on,
      named: invoices,
      how: 'send',
      occurrenceId,
    })),
  );
}

/** The reason in words, and the way out. */
export function whyNot(file: CaseFile, wanted: HandLetter, { because, at }: NotByHand): string {
  const day = at === undefined ? '' : ` It may go from ${formatDate(dateIn(file.facts.calendar.zone, at))}.`;
  return `No ${wanted} to ${file.customerName} now: ${reasons[because] ?? because}.${day}`;
}

const reasons: Readonly<Partial<Record<NotByHand['because'], string>>> = {
  stopped: 'the customer is stopped',
  paused: 'the case is paused',
  'letter is under way': 'a letter is on its way already',
  'shadow mode': 'shadow mode is on, and a manager lets letters out with /team',
  'ledger is stale': 'the ledger is older than a business day; finance says with /import how far it reaches',
  'no mail address': 'there is no mail address that works; add a contact in /account',
  'nothing falls due soon': 'nothing falls due within two weeks; what is overdue is for a demand',
  'demanded already': 'a demand went out already, and nobody is gently reminded after one',
  'not due yet': 'nothing above the floor is overdue',
  'minimum gap': 'they were contacted a short time ago',
  'outside hours': 'letters go in business hours of the customer',
  'letters are held back': 'somebody holds the letters of this case back; /letter release lets them go',
  promised: 'all of it is promised',
  disputed: 'all of it is disputed',
  covered: 'money for it is on its way or not allocated yet',
};
