import { deskCounts, overdueCustomers, promiseSums } from '../../../db/queries/digest/figures.ts';
import { missesSince } from '../../../db/queries/task/misses.ts';
import { businessDate, type BusinessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import { type Currency, type Money, money } from '../../core/money.ts';
import type { ExpectedSlot } from '../../core/metrics/expected.ts';
import { ledgerIsStale } from '../import/tell-stale.ts';
import { absenceAt } from '../member/presence.ts';
import { roster } from '../member/roster.ts';
import { type Collection, collection } from '../report/collection.ts';
import { expectedThisWeek } from '../report/expected.ts';
import { type Receivables, receivables } from '../report/receivables.ts';
import type { Scope } from '../scope.ts';

export interface PromiseSum {
  readonly promises: number;
  readonly amount: Money;
}

/** One currency's morning: nobody adds euros to dollars. */
export interface CurrencyFigures extends Receivables {
  readonly overdueCustomers: number;
  readonly expected: ExpectedSlot | undefined;
  /** Nothing while the ledger knows too little. */
  readonly collection: Collection | undefined;
  readonly dueToday: PromiseSum | undefined;
  readonly broken: PromiseSum | undefined;
  readonly unconfirmed: PromiseSum | undefined;
}

export interface DigestFigures {
  readonly today: BusinessDate;
  readonly currencies: readonly CurrencyFigures[];
  readonly approvalsWaiting: number;
  readonly missed: number;
  /** Who missed how many; empty unless the workspace allows names. */
  readonly missedBy: readonly { readonly name: string; readonly missed: number }[];
  readonly openCalls: number;
  /** Who is away today, and the last day of it. */
  readonly away: readonly { readonly name: string; readonly until: BusinessDate }[];
  readonly withheld: number;
  readonly shadow: boolean;
  readonly covers: BusinessDate | undefined;
  readonly stale: boolean;
}

/** What the team should know this morning, counted from the ledger. */
export async function digestFigures(scope: Scope): Promise<DigestFigures> {
  const { tx, today } = scope;
  const since = addBusinessDays(scope.calendar, today, -1);
  const open = await receivables(scope);
  const expected = await expectedThisWeek(scope);
  const collected = await collection(scope);
  const customers = new Map((await overdueCustomers(tx, today)).map((row) => [row.currency, row.customers]));
  const promises = await promiseSums(tx, { today, since });
  const sumOf = (currency: Currency, kind: string): PromiseSum | undefined => {
    const row = promises.find((one) => one.currency === currency && one.kind === kind);
    return row === undefined ? undefined : { promises: row.promises, amount: money(row.amount, currency) };
  };
  const counts = await deskCounts(tx, since);
  return {
    today,
    currencies: open.map((of) => ({
      ...of,
      overdueCustomers: customers.get(of.currency) ?? 0,
      expected: expected.get(of.currency),
      collection: collected.get(of.currency),
      dueToday: sumOf(of.currency, 'today'),
      broken: sumOf(of.currency, 'broken'),
      unconfirmed: sumOf(of.currency, 'unconfirmed'),
    })),
    approvalsWaiting: counts.approvals,
    missed: counts.missed,
    missedBy: await named(scope, since),
    openCalls: counts.open_calls,
    away: await awayToday(scope),
    withheld: counts.withheld,
    shadow: scope.workspace.shadow,
    covers: scope.workspace.ledgerCovers === null ? undefined : businessDate(scope.workspace.ledgerCovers),
    stale: ledgerIsStale(scope),
  };
}

async function awayToday(scope: Scope): Promise<DigestFigures['away']> {
  const people = [...(await roster(scope)).values()].filter(({ active }) => active);
  return people.flatMap((person) => {
    const absence = absenceAt(person, scope.now);
    return absence === undefined ? [] : [{ name: person.name, until: absence.to }];
  });
}

/** Works councils and privacy law care: without the workspace's word for it a digest counts and does not name. */
async function named(scope: Scope, since: BusinessDate): Promise<DigestFigures['missedBy']> {
  if (!scope.workspace.namesMisses) return [];
  const people = await roster(scope);
  return (await missesSince(scope.tx, since)).map(({ memberId, missed }) => ({
    name: people.get(memberId)?.name ?? 'somebody',
    missed,
  }));
}
