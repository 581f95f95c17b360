import type { BusinessDate } from '../calendar/business-date.ts';
import { addBusinessDays } from '../calendar/business-days.ts';
import type { InvoiceFacts, Received } from './facts.ts';
import { lastStartOf, type Look } from './look.ts';
import { isLetter, isTalk, isWritten, type LetterRung, type Rung, type Rungs } from './rungs.ts';
import { dayAt, type Offset } from './offset.ts';
import { waitFor } from './waiting.ts';

/** What one invoice received, by ladder position. */
export interface Progress {
  readonly invoice: InvoiceFacts;
  readonly received: readonly (Received | undefined)[];
  /** The steps that are on its way. */
  readonly way: Rungs;
  /** The highest position it received, whatever came of it; -1 for none. */
  readonly height: number;
}

/**
 * The business day on which an invoice earns a step by its own dates; undefined while that cannot be said, because
 * the step before is not done or what was written before it is not delivered.
 */
function earnedOn(look: Look, progress: Progress, rung: Rung): BusinessDate | undefined {
  if (rung.beforeDue && tooLateForReminder(look, progress.invoice)) return undefined;
  const day =
    rung.after === undefined ? dayFromDue(look, progress, rung) : dayFromBefore(look, progress, rung);
  if (day === undefined) return undefined;
  return latest(day, dayToTryAgain(look, progress, rung), firstLawfulDay(look, progress, rung));
}

/**
 * The highest step above what was received whose day has come: lower ones that were skipped stay skipped. One that
 * failed is tried again, and nothing below it.
 */
export function pendingStep(look: Look, progress: Progress): Rung | undefined {
  return progress.way.all.findLast((rung) => lacks(progress, rung) && hasCome(look, progress, rung));
}

/**
 * The highest letter whose day has come and that never reached the customer, if nothing stronger did in writing. A
 * letter withheld in shadow mode is owed again when that ends, and an impossible one when there is an address.
 */
export function owedLetter(look: Look, progress: Progress): LetterRung | undefined {
  return progress.way.all.findLast(
    (rung): rung is LetterRung => isOwable(look, progress, rung) && hasCome(look, progress, rung),
  );
}

/** The next day after today on which any of these invoices earns a step that it lacks. */
export function nextToEarn(look: Look, rung: Rung, invoices: readonly Progress[]): BusinessDate | undefined {
  const lacking = invoices.filter((one) => lacks(one, rung) || isOwable(look, one, rung));
  return (rung.after === undefined ? nextDue(look, rung, lacking) : lacking)
    .map((one) => earnedOn(look, one, rung))
    .reduce((first, day) => (comesBetween(look.today, day, first) ? day : first), undefined);
}

/**
 * Of invoices that wait for a day counted from their own dates, the earliest; and those that try again. Reckoning
 * a day for each invoice at each look was half of what a decision cost.
 */
function nextDue(look: Look, rung: Rung, invoices: readonly Progress[]): readonly Progress[] {
  const trying = invoices.filter((one) => hasFailed(one, rung));
  const last = lastStartOf(look, rung);
  const next = invoices.reduce<Progress | undefined>((first, one) => {
    if (hasFailed(one, rung) || anchorDay(one.invoice, rung) <= last) return first;
    return first !== undefined && anchorDay(first.invoice, rung) <= anchorDay(one.invoice, rung)
      ? first
      : one;
  }, undefined);
  return next === undefined ? trying : [...trying, next];
}

function hasCome(look: Look, progress: Progress, rung: Rung): boolean {
  if (rung.after === undefined && lastStartOf(look, rung) < anchorDay(progress.invoice, rung)) return false;
  const day = earnedOn(look, progress, rung);
  return day !== undefined && day <= look.today;
}

function comesBetween(
  after: BusinessDate,
  day: BusinessDate | undefined,
  before: BusinessDate | undefined,
): boolean {
  return day !== undefined && day > after && (before === undefined || day < before);
}

function lacks(progress: Progress, rung: Rung): boolean {
  return progress.height < rung.position || hasFailed(progress, rung);
}

/** A letter that could still be owed, although a call that came before it may stand above it. */
function isOwable(look: Look, progress: Progress, letter: Rung): letter is LetterRung {
  if (!isLetter(letter) || progress.received[letter.position]?.how === 'done') return false;
  return !look.rungs.all.some(
    (rung) =>
      rung.position >= letter.position &&
      isWritten(rung.step.kind) &&
      isSettled(look, progress.received[rung.position]),
  );
}

function hasFailed({ received }: Progress, { position }: Rung): boolean {
  return received[position]?.how === 'failed';
}

/** "Due in three days" is said before the day, and never to somebody who got a demand for something else. */
function tooLateForReminder({ today, facts, rungs }: Look, { effectiveDueOn }: InvoiceFacts): boolean {
  return today >= effectiveDueOn || facts.customerPosition >= rungs.demandPosition;
}

function dayFromDue({ calendar }: Look, { invoice }: Progress, rung: Rung): BusinessDate {
  return dayAt(calendar, anchorDay(invoice, rung), rung.step.offset);
}

/** The day that the steps which follow no other count from. */
function anchorDay({ effectiveDueOn, issuedOn }: InvoiceFacts, { from }: Rung): BusinessDate {
  return from === 'issue' ? issuedOn : effectiveDueOn;
}

/** Calls count from the step before; letters, claims and hand-overs from every delivery on the way to them as well. */
function dayFromBefore(look: Look, progress: Progress, rung: Rung): BusinessDate | undefined {
  const before = rung.after && progress.received[rung.after.position];
  if (before === undefined || !opensTheWay(before)) return undefined;
  const wait = (from: BusinessDate, offset: Offset): BusinessDate =>
    waitFor(look.calendar, from, offset, progress.invoice.rested);
  const day = wait(before.on, rung.step.offset);
  if (isTalk(rung)) return day;
  return rung.writtenBefore.reduce<BusinessDate | undefined>((soFar, { rung: letter, offsets }) => {
    const written = progress.received[letter.position];
    if (soFar === undefined || written?.how !== 'delivered') return undefined;
    return latest(soFar, offsets.reduce(wait, written.on));
  }, day);
}

/** A letter that we held back or could not send opens the way for calls; what is written needs more, see above. */
function opensTheWay({ how }: Received): boolean {
  switch (how) {
    case 'done':
    case 'delivered':
    case 'withheld':
    case 'impossible':
      return true;
    case 'under way':
    case 'failed':
      return false;
  }
}

/** Nothing to be written again: it arrived, may still arrive, or its obstacle stands as it stood. */
function isSettled({ facts }: Look, received: Received | undefined): boolean {
  switch (received?.how) {
    case 'delivered':
    case 'under way':
      return true;
    case 'withheld':
      return facts.shadow;
    case 'impossible':
      return !facts.hasMailAddress;
    case 'done':
    case 'failed':
    case undefined:
      return false;
  }
}

function dayToTryAgain(
  { calendar }: Look,
  { received }: Progress,
  { position }: Rung,
): BusinessDate | undefined {
  const tried = received[position];
  return tried?.how === 'failed' ? addBusinessDays(calendar, tried.on, 1) : undefined;
}

/** Nobody is sued for what is not overdue, however the ladder is written. */
function firstLawfulDay({ calendar }: Look, { invoice }: Progress, { step }: Rung): BusinessDate | undefined {
  const sues = step.kind === 'claim' || step.kind === 'handover';
  return sues ? addBusinessDays(calendar, invoice.effectiveDueOn, 1) : undefined;
}

function latest(first: BusinessDate, ...others: readonly (BusinessDate | undefined)[]): BusinessDate {
  return others.reduce<BusinessDate>((last, day) => (day !== undefined && last < day ? day : last), first);
}
