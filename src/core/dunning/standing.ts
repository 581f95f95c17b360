import { owedLetter, pendingStep, type Progress } from './earned.ts';
import type { InvoiceFacts } from './facts.ts';
import type { Look } from './look.ts';
import { pressedAmounts } from './pressure.ts';
import { isTalk, type LetterRung, type Rung } from './rungs.ts';

/** Where a pressed invoice stands on the ladder. */
export interface Standing extends Progress {
  /** More than the floor is pressed, so that it earns steps of its own; otherwise it rides along. */
  readonly pitches: boolean;
  readonly overdue: boolean;
  /** The step it has earned and not received. */
  readonly pending: Rung | undefined;
  /** A letter that it must get, maybe below its height. */
  readonly owed: LetterRung | undefined;
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
  const height = received.findLastIndex((step) => step !== undefined);
  const progress = { invoice, received, height };
  const overdue = invoice.effectiveDueOn < look.today;
  const earned = pendingStep(look, progress);
  const pending = overdue && invoice.promiseBroken ? callAfterBreach(look, height, earned) : earned;
  return { invoice, received, height, pitches, overdue, pending, owed: owedLetter(look, progress) };
}

/**
 * The call about a broken promise comes at once, whatever was earned meanwhile: the next one above what was received
 * and below the next claim, else the last one again.
 */
function callAfterBreach(look: Look, height: number, pending: Rung | undefined): Rung | undefined {
  if (pending && isTalk(pending)) return pending;
  const from = pending?.step.kind === 'letter' ? pending.position : height;
  const above = look.rungs.all.slice(from + 1).find(({ step }) => step.kind !== 'letter');
  if (above && isTalk(above)) return above;
  return look.rungs.all.slice(0, from + 1).findLast(isTalk);
}

function receivedByPosition(look: Look, { received }: InvoiceFacts): Progress['received'] {
  if (received.length === 0) return [];
  return look.rungs.all.map(({ step }) => received.find((one) => one.step === step.key));
}
