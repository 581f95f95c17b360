import type { FormValues } from '../../src/chat/types.ts';
import type { BusinessDate } from '../../src/core/calendar/business-date.ts';
import { DomainError } from '../../src/core/error.ts';
import { readMoney } from '../../src/core/money.ts';
import { readDate } from '../../src/core/reading/date.ts';
import type { CaseOverview } from '../../src/services/case/overview.ts';
import { disputeProspect } from '../../src/services/dispute/prospect.ts';
import type { Next } from '../../src/services/outcome/record.ts';
import { within } from '../../src/services/scope.ts';
import type { Context } from '../context.ts';
import { readDispute } from '../dispute/read.ts';
import { promisedAmount } from '../reading/amount.ts';
import { textOf } from '../reading/form-values.ts';
import { todayAt } from '../reading/today.ts';

/** Reads a field, and keeps what is wrong with it. */
type Read = <T>(field: string, work: () => T) => T | undefined;

/** What comes next after a call, as the form says it; undefined when a field could not be read. */
export async function readNext(
  context: Context,
  found: CaseOverview,
  values: FormValues,
  read: Read,
): Promise<Next | undefined> {
  const asked = { today: await todayAt(context, found), order: context.workspace.dateOrder };
  const day = (text: string) => read('when', () => readDate(text, asked));
  switch (textOf(values, 'next')) {
    case 'promise':
      return promised(found, values, day, read);
    case 'call back': {
      const { date, time } = splitTime(textOf(values, 'when'));
      const on = day(date);
      return on === undefined ? undefined : { kind: 'call back', on, at: time };
    }
    case 'commitment': {
      const on = day(textOf(values, 'when'));
      const what = read('what', () => required(textOf(values, 'what')));
      return on === undefined || what === undefined ? undefined : { kind: 'commitment', on, what };
    }
    case 'dispute':
      return disputed(found, values, await openNumbers(context, found), read);
    case 'paid': {
      const amount = read('amount', () => promisedAmount(found, textOf(values, 'amount')));
      return amount === undefined ? undefined : { kind: 'paid', amount };
    }
    default:
      return { kind: 'nothing agreed' };
  }
}

function promised(
  found: CaseOverview,
  values: FormValues,
  day: (text: string) => BusinessDate | undefined,
  read: Read,
): Next | undefined {
  const dueOn = day(textOf(values, 'when'));
  const amount = read('amount', () => promisedAmount(found, textOf(values, 'amount')));
  return dueOn === undefined || amount === undefined ? undefined : { kind: 'promise', amount, dueOn };
}

/** The amount may stand among the words or in its own field, which counts. */
function disputed(
  { currency }: CaseOverview,
  values: FormValues,
  open: readonly string[],
  read: Read,
): Next | undefined {
  const word = read('what', () => readDispute(textOf(values, 'what'), open, currency));
  const text = textOf(values, 'amount');
  const sum = read('amount', () => (text === '' ? {} : { amount: readMoney(text, { currency }).amount }));
  return word === undefined || sum === undefined ? undefined : { kind: 'dispute', ...word, ...sum };
}

async function openNumbers({ office, actor }: Context, { caseId }: CaseOverview): Promise<readonly string[]> {
  const { invoices } = await within(office, actor.workspaceId, (scope) => disputeProspect(scope, caseId));
  return invoices.map(({ number }) => number);
}

function required(text: string): string {
  if (text === '')
    throw new DomainError('invalid', 'Write what we owe them, such as: the signed delivery note.');
  return text;
}

/** "Tue 10:00" is a day and a time; without a time it is the start of the calling hours. */
function splitTime(text: string): { readonly date: string; readonly time: string } {
  const [, date, hour, minute] = /^(.*?)\s+(?:at\s+)?(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (date === undefined || hour === undefined || minute === undefined) return { date: text, time: '10:00' };
  return { date, time: `${hour.padStart(2, '0')}:${minute}` };
}
