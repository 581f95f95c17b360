import { owedLetter, pendingStep, type Progress } from './earned.ts';
import { minorDigits } from '../money.ts';
import type { InvoiceFacts, Received } from './facts.ts';
import type { Look } from './look.ts';
import { placesOf, positionOf } from './place.ts';
import { pressedAmounts } from './pressure.ts';
import { wayOf } from './way.ts';
import { isTalk, type LetterRung, type Rung } from './rungs.ts';

/** Where a pressed invoice stands on the ladder. */
export interface Standing extends Progress {
  /** More than the floor is pressed. */
  readonly worthwhile: boolean;
  /** It has earned a step of its own, or would; otherwise it rides along. */
  readonly pitches: boolean;
  readonly overdue: boolean;
  /** The step it has earned and not received. */
  readonly pending: Rung | undefined;
  /** A letter that it must get, maybe below its height. */
  readonly owed: LetterRung | undefined;
}

/** The invoices on which there is pressure today, each with what it earned by its own dates. */
export function standingsOf(look: Look): readonly Standing[] {
  const { facts } = look;
  const pressed = pressedAmounts(facts, look.today);
  return facts.invoices.flatMap((invoice, index) => {
    const amount = pressed[index] ?? 0n;
    return amount > 0n ? [standingOf(look, invoice, amount)] : [];
  });
}

/** Whether enough is pressed of it for this step: the step's own floor is a condition of being on its way. */
export function isWorth({ worthwhile }: Standing, { step }: Rung): boolean {
  return worthwhile || step.floor !== undefined;
}

/** The invoices' ids. */
export function idsOf(standings: readonly Standing[]): readonly number[] {
  return standings.map(({ invoice }) => invoice.id);
}

function standingOf(look: Look, invoice: InvoiceFacts, amount: bigint): Standing {
  const progress = progressOf(look, invoice, amount);
  const overdue = invoice.effectiveDueOn < look.today;
  const earned = pendingStep(look, progress);
  const pending = overdue && invoice.promiseBroken ? callAfterBreach(progress, earned) : earned;
  const owed = owedLetter(look, progress);
  const worthwhile = amount >= look.facts.floor;
  const pitches = worthwhile || [pending, owed].some((rung) => rung?.step.floor !== undefined);
  return { ...progress, worthwhile, pitches, overdue, pending, owed };
}

function progressOf(look: Look, invoice: InvoiceFacts, amount: bigint): Progress {
  const { payer, currency, hasMailAddress } = look.facts;
  const received = receivedByPosition(look, invoice);
  const height = received.findLastIndex((step) => step !== undefined);
  const unit = 10n ** BigInt(minorDigits(currency));
  const way = wayOf(look.ladder, { payer, amount, unit, hasMailAddress });
  return { invoice, received, height, way };
}

/**
 * The call about a broken promise comes at once, whatever was earned meanwhile: the next one above what was received
 * and below the next claim, else the last one again.
 */
function callAfterBreach({ way, height }: Progress, pending: Rung | undefined): Rung | undefined {
  if (pending && isTalk(pending)) return pending;
  const from = pending?.step.kind === 'letter' ? pending.position : height;
  const above = way.all.find(({ step, position }) => position > from && step.kind !== 'letter');
  if (above && isTalk(above)) return above;
  return way.all.findLast((rung) => isTalk(rung) && rung.position <= from);
}

/** Whatever was taken at a place, of one step or another; the latest. */
function receivedByPosition({ ladder }: Look, { received }: InvoiceFacts): Progress['received'] {
  if (received.length === 0) return [];
  const byPlace: (Received | undefined)[] = placesOf(ladder).map(() => undefined);
  for (const one of received) {
    const position = positionOf(ladder, one.step);
    const before = byPlace[position];
    if (position >= 0 && (before === undefined || before.on <= one.on)) byPlace[position] = one;
  }
  return byPlace;
}
