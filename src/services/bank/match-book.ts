import * as queries from '../../../db/queries/bank/book.ts';
import { addDays, type BusinessDate, businessDate } from '../../core/calendar/business-date.ts';
import { groupBy } from '../../core/group-by.ts';
import type { LedgerItem, MatchBook } from '../../core/matching/cash-line.ts';
import { money } from '../../core/money.ts';
import type { Scope } from '../scope.ts';

/** What is known in the workspace when a statement is matched. */
export interface Books {
  readonly match: MatchBook;
  /** Payments that stand, for what a bank takes back. */
  readonly standing: readonly StandingPayment[];
  /** The case of a customer and a currency. */
  readonly caseOf: (customerId: number, currency: string) => number | undefined;
}

export interface StandingPayment {
  readonly paymentId: number;
  readonly caseId: number | undefined;
  readonly customerId: number;
  readonly amount: bigint;
  readonly currency: string;
  readonly receivedOn: BusinessDate;
  readonly iban: string | undefined;
  readonly name: string | undefined;
  readonly endToEndId: string | undefined;
  readonly numbers: readonly string[];
}

/** Direct debits can be returned for thirteen months (SEPA core scheme); older payments stay. */
const returnableDays = 400;

export async function loadBooks({ tx, today }: Scope): Promise<Books> {
  const items = await queries.allItems(tx);
  const givenUp = new Map(
    (await queries.allWrittenOff(tx)).map((row) => [row.invoice_id, writtenOffOf(row)]),
  );
  const names = await queries.allNames(tx);
  const ibans = groupBy(await queries.allIbans(tx), ({ iban }) => iban);
  const payments = await queries.standingPayments(tx, addDays(today, -returnableDays));
  const cases = new Map(
    (await queries.allCaseKeys(tx)).map((row) => [`${row.customer_id} ${row.currency}`, Number(row.id)]),
  );
  return {
    match: {
      items: items.map((row) => ({
        id: Number(row.id),
        customerId: Number(row.customer_id),
        number: row.number,
        currency: row.currency,
        effectiveDueOn: businessDate(row.effective_due_on),
        open: row.open,
        ...givenUp.get(row.id),
      })),
      customers: names.map((row) => ({ customerId: Number(row.customer_id), names: row.names })),
      ibans: new Map([...ibans].map(([iban, rows]) => [iban, rows.map((row) => Number(row.customer_id))])),
      recorded: payments
        .filter(({ line_id }) => line_id === null)
        .map((row) => ({
          paymentId: Number(row.id),
          customerId: Number(row.customer_id),
          amount: money(row.amount, row.currency),
          receivedOn: businessDate(row.received_on),
        })),
    },
    standing: payments.map(standingOf),
    caseOf: (customerId, currency) => cases.get(`${customerId} ${currency}`),
  };
}

function writtenOffOf(row: queries.WrittenOffRow): Pick<LedgerItem, 'writtenOff'> {
  const on = businessDate(row.booked_on);
  return { writtenOff: { writeOffId: Number(row.write_off_id), amount: row.amount, on } };
}

function standingOf(row: queries.StandingPaymentRow): StandingPayment {
  return {
    paymentId: Number(row.id),
    caseId: row.case_id === null ? undefined : Number(row.case_id),
    customerId: Number(row.customer_id),
    amount: row.amount,
    currency: row.currency,
    receivedOn: businessDate(row.received_on),
    iban: row.iban ?? undefined,
    name: row.name ?? undefined,
    endToEndId: row.end_to_end_id ?? undefined,
    numbers: row.numbers ?? [],
  };
}
