import type { BusinessDate } from '../calendar/business-date.ts';
import { owedLetter, pendingStep, type Progress } from './earned.ts';
import type { InvoiceFacts, Received } from './facts.ts';
import type { Look } from './look.ts';
import { pressedAmounts } from './pressure.ts';
import type { Rung } from './rungs.ts';

/** Where a pressed invoice stands on the ladder. */
export interface Standing extends Progress {
  /** More than the floor is pressed, so that it earns steps of its own; otherwise it rides along. */
  readonly pitches: boolean;
  readonly overdue: boolean;
  /** The highest position it received; -1 for none. */
  readonly height: number;
  /** The step it has earned and not received. */
  readonly pending: Rung | undefined;
  /** A letter that it must get, maybe below its height. */
  readonly owed: Rung | undefined;
  /** The day on which a letter that names it was first known to have arrived. */
  readonly demandedOn: BusinessDate | undefined;
  /** A claim for it was sent. */
  readonly claimed: boolean;
}

/** The invoices on which there is pressure today, each with what it earned by its own dates. */
export function standingsOf(look: Look): readonly Standing[] {
  const pressed = pressedAmounts(look.facts, look.today);
  return look.facts.invoices.flatMap((invoice, index) => {
    const amount = pressed[index] ?? 0n;
    return amount > 0n ? [standingOf(look, invoice, amount >= look.facts.floor)] : [];
  });
}

/** The invoices' ids. */
export function idsOf(standings: readonly Standing[]): readonly number[] {
  return standings.map(({ invoice }) => invoice.id);
}

function standingOf(look: Look, invoice: InvoiceFacts, pitches: boolean): Standing {
  const received = receivedByPosition(look, invoice);
  const progress = { invoice, received };
  const height = received.findLastIndex((step) => step !== undefined && step.how !== 'failed');
  const overdue = invoice.effectiveDueOn < look.today;
  const pending = pendingStep(look, progress, height);
  return {
    ...progress,
    pitches,
    overdue,
    height,
    pending: overdue && invoice.promiseBroken ? callAfterBreach(look, height, pending) : pending,
    owed: owedLetter(look, progress),
    demandedOn: firstDemand(look, received),
    claimed: look.rungs.all.some(
      ({ step, position }) => step.kind === 'claim' && reached(received[position]),
    ),
  };
}

/**
 * The call about a broken promise comes at once, whatever was earned meanwhile: the next one above what was received
 * and below the next claim, else the last one again.
 */
function callAfterBreach(look: Look, height: number, pending: Rung | undefined): Rung | undefined {
  if (pending?.step.kind === 'call') return pending;
  const from = pending?.step.kind === 'letter' ? pending.position : height;
  const above = look.rungs.all.slice(from + 1).find(({ step }) => step.kind !== 'letter');
  if (above?.step.kind === 'call') return above;
  return look.rungs.all.slice(0, from + 1).findLast(({ step }) => step.kind === 'call');
}

function receivedByPosition(look: Look, { received }: InvoiceFacts): readonly (Received | undefined)[] {
  return look.rungs.all.map(({ step }) => received.find((one) => one.step === step.key));
}

function firstDemand(look: Look, received: readonly (Received | undefined)[]): BusinessDate | undefined {
  return look.rungs.all.reduce<BusinessDate | undefined>((first, { step, position }) => {
    const letter = received[position];
    if (step.kind !== 'letter' || letter?.how !== 'delivered') return first;
    return first === undefined || letter.on < first ? letter.on : first;
  }, undefined);
}

function reached(received: Received | undefined): boolean {
  return received?.how === 'delivered' || received?.how === 'under way';
}
