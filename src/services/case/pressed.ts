import { dateIn } from '../../core/calendar/zone.ts';
import { sharesOf } from '../../core/dunning/shares.ts';
import { type Money, money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';
import { loadCaseFile } from './file.ts';

/** Of what is overdue of a case. */
export interface Pressed {
  readonly pressed: Money;
  /** Rests because money for it is advised, or came in and is not allocated yet. */
  readonly covered: Money;
}

/** What is pressed now, by the rules that the engine presses by: what a card says and what is done cannot differ. */
export async function pressedNow(scope: Scope, caseId: number): Promise<Pressed> {
  const { facts } = await loadCaseFile(scope, caseId);
  const today = dateIn(facts.calendar.zone, scope.now);
  const overdue = sharesOf(facts, today).filter(
    (_, index) => (facts.invoices[index]?.effectiveDueOn ?? today) < today,
  );
  const sumOf = (part: 'pressed' | 'covered'): Money =>
    money(
      overdue.reduce((sum, share) => sum + share[part], 0n),
      facts.currency,
    );
  return { pressed: sumOf('pressed'), covered: sumOf('covered') };
}
