import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { isOpen } from '../../core/calendar/business-days.ts';
import { formatDate } from '../../core/calendar/format-date.ts';
import { dateIn } from '../../core/calendar/zone.ts';
import { DomainError } from '../../core/error.ts';
import { minorDigits } from '../../core/money.ts';
import { readDate } from '../../core/reading/date.ts';
import { quoted } from '../../core/reading/quoted.ts';
import type { DecimalMark } from '../../import/amounts.ts';
import type { DateOrder } from '../../import/dates.ts';
import type { Missing } from '../../import/missing-answers.ts';
import type { Scope } from '../scope.ts';
import type { ImportAnswers } from './row.ts';

/** What was typed or chosen, as it came in. */
export interface TypedAnswers {
  readonly asOf: string;
  readonly currency?: string | undefined;
  readonly dateOrder?: string | undefined;
  readonly decimal?: string | undefined;
  readonly country?: string | undefined;
  readonly zone?: string | undefined;
  readonly clock?: string | undefined;
}

export type AnswerFaults = Readonly<Partial<Record<keyof TypedAnswers, string>>>;

export type ReadAnswers = { readonly answers: ImportAnswers } | { readonly faults: AnswerFaults };

/** Reads answers, each by itself, so that all that is wrong can be shown beside its own field. */
export function readAnswers(scope: Scope, typed: TypedAnswers, missing: readonly Missing[]): ReadAnswers {
  const faults: Partial<Record<keyof TypedAnswers, string>> = unanswered(typed, missing);
  const take = <T>(field: keyof TypedAnswers, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults[field] = error.message;
      return undefined;
    }
  };
  const asOf = take('asOf', () => readAsOf(scope, typed.asOf));
  const currency = take('currency', () => readCurrency(typed.currency));
  const country = take('country', () => readCountry(scope, typed.country));
  const zone = take('zone', () => readZone(scope, typed.zone));
  const dateOrder = take('dateOrder', () => oneOf<DateOrder>(typed.dateOrder, ['DMY', 'MDY']));
  const decimal = take('decimal', () => oneOf<DecimalMark>(typed.decimal, ['.', ',']));
  if (asOf === undefined || country === undefined || zone === undefined || Object.keys(faults).length > 0)
    return { faults };
  return {
    answers: {
      asOf,
      country,
      zone,
      movesClock: typed.clock === 'move',
      ...(currency && { currency }),
      ...(dateOrder && { dateOrder }),
      ...(decimal && { decimal }),
    },
  };
}

/** Questions that the file leaves open; those about columns are answered in the file itself. */
function unanswered(
  typed: TypedAnswers,
  missing: readonly Missing[],
): Partial<Record<keyof TypedAnswers, string>> {
  const askable = ['currency', 'dateOrder', 'decimal'] as const;
  const open = askable.filter((answer) => (typed[answer] ?? '').trim() === '');
  return Object.fromEntries(
    open.flatMap((answer) =>
      missing.filter((each) => each.answer === answer).map(({ question }) => [answer, question] as const),
    ),
  );
}

/** The day whose evening the export shows: today or before, and no older than what the ledger knows already. */
function readAsOf({ workspace, today }: Scope, text: string): BusinessDate {
  const asOf = readDate(text, { today, order: workspace.dateOrder, looking: 'back' });
  if (asOf > today)
    throw new DomainError(
      'invalid',
      `${formatDate(asOf, { today })} is still to come: an export knows today (${formatDate(today, { today })}) at the latest.`,
    );
  refuseOlder(workspace.ledgerCovers, asOf);
  return asOf;
}

/** An older export would undo payments that the ledger has learnt of since. */
export function refuseOlder(covers: string | null, asOf: BusinessDate): void {
  if (covers === null || asOf >= covers) return;
  throw new DomainError(
    'conflict',
    `The ledger covers ${covers} already; an export as of ${asOf} is older and would undo what was paid since. Export again as of ${covers} or later.`,
  );
}

function readCurrency(text: string | undefined): string | undefined {
  const code = text?.trim().toUpperCase() ?? '';
  if (code === '') return undefined;
  minorDigits(code);
  return code;
}

/** Only a country whose holidays are known can give a calendar. */
function readCountry({ workspace, today }: Scope, text: string | undefined): string {
  const typed = text?.trim().toUpperCase() ?? '';
  const country = typed === '' ? workspace.country : typed;
  isOpen({ country, zone: workspace.zone }, today);
  return country;
}

function readZone({ workspace, now }: Scope, text: string | undefined): string {
  const zone = text?.trim() ?? '';
  if (zone === '') return workspace.zone;
  dateIn(zone, now);
  return zone;
}

function oneOf<T extends string>(text: string | undefined, allowed: readonly T[]): T | undefined {
  if (text === undefined || text === '') return undefined;
  const chosen = allowed.find((each) => each === text);
  if (chosen !== undefined) return chosen;
  throw new DomainError('invalid', `${quoted(text)} is none of ${allowed.join(', ')}: choose one of them.`);
}
