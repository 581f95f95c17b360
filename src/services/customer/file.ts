import { loadOpenInvoices } from '../../../db/queries/case/facts.ts';
import { type HeldLetters, heldLetters } from '../../../db/queries/case/hold-letters.ts';
import * as queries from '../../../db/queries/customer/file.ts';
import { copiesOfInvoices } from '../../../db/queries/document/find.ts';
import { disputesOfCases } from '../../../db/queries/dispute/find.ts';
import { type PaymentOfCase, paymentsOfCases } from '../../../db/queries/payment/find.ts';
import { promisesOfCases } from '../../../db/queries/promise/find.ts';
import { openTasks } from '../../../db/queries/task/find.ts';
import type {
  ContactRow,
  CustomerRow,
  DisputeRow,
  OutcomeRow,
  PromiseRow,
  TaskRow,
} from '../../../db/schema/index.ts';
import { type Aging, agingOf, emptyAging } from '../../core/aging/buckets.ts';
import { type BusinessDate, businessDate, daysBetween } from '../../core/calendar/business-date.ts';
import { DomainError } from '../../core/error.ts';
import type { LadderChoice } from '../../core/dunning/whose-ladder.ts';
import { groupBy } from '../../core/group-by.ts';
import { type LateLaw, lateLaw } from '../../core/interest/law.ts';
import { type Money, money } from '../../core/money.ts';
import type { CaseOverview } from '../case/overview.ts';
import { type GivenUp, givenUpOfCases } from '../given-up/of-cases.ts';
import { type HoldRow, liveHoldsOf } from '../hold/view.ts';
import { type LateCost, lateCostsOf } from '../interest/costs.ts';
import { type CaseLadder, ladderOfCustomer, laddersOfCases } from '../ladder/of-customer.ts';
import type { Scope } from '../scope.ts';
import { casesOfCustomer } from './cases.ts';

export type { ContactRow, DisputeRow, OutcomeRow, PromiseRow, TaskRow } from '../../../db/schema/index.ts';
export type { LetterOfCase } from '../../../db/queries/customer/file.ts';

/** Everything known about a customer, as somebody reads it before a call. */
export interface CustomerFile {
  readonly customerId: number;
  readonly number: string;
  readonly name: string;
  /** Other names under which the books have it. */
  readonly spellings: readonly string[];
  readonly country: string;
  readonly zone: string;
  readonly ownerId: number | undefined;
  readonly stopped: string | undefined;
  /** What they do not get from us: proposed, on, or lifted against a promise. */
  readonly holds: readonly HoldRow[];
  readonly contacts: readonly ContactRow[];
  readonly facts: CustomerFacts;
  /** By what right late payment costs something. */
  readonly lateLaw: LateLaw;
  /** With which ladder new cases start, and on which those are that there are. */
  readonly ladder: LadderChoice;
  readonly caseLadders: readonly CaseLadder[];
  /** One a currency, the biggest overdue amounts first. */
  readonly cases: readonly CaseSection[];
}

/** What is known of how a customer pays; what nobody told is left out. */
export interface CustomerFacts {
  readonly payerType?: string;
  /** Agreed days from issue to due. */
  readonly termsDays?: number;
  /** ISO 639-1. */
  readonly language?: string;
  readonly taxId?: string;
  readonly legalAddress?: string;
  readonly creditLimit?: Money;
  readonly needsPurchaseOrder?: boolean;
  /** In order of the alphabet. */
  readonly tags: readonly string[];
}

export interface CaseSection {
  readonly overview: CaseOverview;
  /** The oldest due first. */
  readonly invoices: readonly OpenInvoice[];
  /** What late payment has cost so far, of paid invoices too. */
  readonly lateCosts: readonly LateCost[];
  readonly aging: Aging;
  /** These three the latest first. */
  readonly promises: readonly PromiseRow[];
  readonly disputes: readonly DisputeRow[];
  readonly letters: readonly queries.LetterOfCase[];
  /** Somebody holds its letters back. */
  readonly lettersHeld: HeldLetters | undefined;
  readonly outcomes: readonly OutcomeRow[];
  /** Cash that came in, the latest first. */
  readonly payments: readonly PaymentOfCase[];
  /** Write-offs and waivers, the latest first. */
  readonly givenUp: readonly GivenUp[];
  /** The nearest deadline first. */
  readonly tasks: readonly TaskRow[];
}

export interface OpenInvoice {
  readonly number: string;
  readonly issuedOn: BusinessDate;
  readonly dueOn: BusinessDate;
  readonly effectiveDueOn: BusinessDate;
  /** Since the effective due date; zero or negative when it is not overdue. */
  readonly daysOverdue: number;
  readonly open: Money;
  /** Whether a copy of it is on file. */
  readonly hasCopy: boolean;
}

const paymentsPerCase = 6;

const givenUpPerCase = 6;

/** Calls shown of each case. */
const outcomesPerCase = 6;

/** @throws DomainError `not_found` for a customer that this workspace does not have. */
export async function loadCustomerFile(scope: Scope, customerId: number): Promise<CustomerFile> {
  const row = await queries.findCustomer(scope.tx, customerId);
  if (row === undefined) throw new DomainError('not_found', `There is no customer ${customerId} here.`);
  const choice = await ladderOfCustomer(scope, customerId);
  return {
    customerId: row.id,
    number: row.number,
    name: row.name,
    spellings: await queries.otherSpellings(scope.tx, row),
    country: row.country ?? scope.workspace.country,
    zone: row.zone ?? scope.workspace.zone,
    ownerId: row.ownerId ?? undefined,
    stopped: row.stopped ?? undefined,
    holds: await liveHoldsOf(scope, customerId),
    contacts: await queries.contactsOfCustomer(scope.tx, customerId),
    facts: factsOf(row),
    lateLaw: lateLaw(row.lateTerms, scope.workspace.lateTerms, row.country ?? scope.workspace.country),
    ladder: choice,
    caseLadders: await laddersOfCases(scope, customerId, choice),
    cases: await sections(scope, customerId),
  };
}

function factsOf({
  payerType,
  termsDays,
  language,
  taxId,
  legalAddress,
  creditLimit,
  creditCurrency,
  needsPurchaseOrder,
  tags,
}: CustomerRow): CustomerFacts {
  const limit =
    creditLimit === null || creditCurrency === null ? undefined : money(creditLimit, creditCurrency);
  return {
    ...(payerType && { payerType }),
    ...(termsDays !== null && { termsDays }),
    ...(language && { language }),
    ...(taxId && { taxId }),
    ...(legalAddress && { legalAddress }),
    ...(limit && { creditLimit: limit }),
    ...(needsPurchaseOrder !== null && { needsPurchaseOrder }),
    tags,
  };
}

async function sections(scope: Scope, customerId: number): Promise<readonly CaseSection[]> {
  const overviews = await casesOfCustomer(scope, customerId);
  const caseIds = overviews.map(({ caseId }) => caseId);
  const byCase = <T extends { readonly caseId: number }>(rows: readonly T[]) =>
    groupBy(rows, ({ caseId }) => caseId);
  const invoices = groupBy(await loadOpenInvoices(scope.tx, caseIds), (row) => Number(row.case_id));
  const copies = await copiesOfInvoices(
    scope.tx,
    [...invoices.values()].flat().map((row) => Number(row.id)),
  );
  const promises = byCase(await promisesOfCases(scope.tx, caseIds));
  const held = await heldLetters(scope.tx, caseIds, scope.today);
  const disputes = byCase(await disputesOfCases(scope.tx, caseIds));
  const letters = byCase(await queries.lettersOfCases(scope.tx, caseIds));
  const outcomes = byCase(await queries.lastOutcomesOfCases(scope.tx, caseIds, outcomesPerCase));
  const payments = byCase(await paymentsOfCases(scope.tx, caseIds, paymentsPerCase));
  const givenUp = groupBy(await givenUpOfCases(scope, caseIds, givenUpPerCase), ({ view }) => view.of.caseId);
  const tasks = byCase(await openTasks(scope.tx, caseIds));
  const lateCosts = await lateCostsOf(scope, caseIds);
  return overviews.map((overview) => {
    const { caseId, currency } = overview;
    const open = (invoices.get(caseId) ?? []).map((row) =>
      openInvoice(scope, currency, row, copies.has(Number(row.id))),
    );
    return {
      overview,
      invoices: open,
      lateCosts: lateCosts(caseId, scope.today),
      aging: agingOfCase(open, currency, scope.today),
      promises: promises.get(caseId) ?? [],
      disputes: disputes.get(caseId) ?? [],
      letters: letters.get(caseId) ?? [],
      lettersHeld: held.get(caseId),
      outcomes: outcomes.get(caseId) ?? [],
      payments: payments.get(caseId) ?? [],
      givenUp: givenUp.get(caseId) ?? [],
      tasks: tasks.get(caseId) ?? [],
    };
  });
}

type InvoiceRow = Awaited<ReturnType<typeof loadOpenInvoices>>[number];

function openInvoice(scope: Scope, currency: string, row: InvoiceRow, hasCopy: boolean): OpenInvoice {
  const effectiveDueOn = businessDate(row.effective_due_on);
  return {
    number: row.number,
    issuedOn: businessDate(row.issued_on),
    dueOn: businessDate(row.due_on),
    effectiveDueOn,
    daysOverdue: daysBetween(effectiveDueOn, scope.today),
    open: money(row.open, currency),
    hasCopy,
  };
}

function agingOfCase(invoices: readonly OpenInvoice[], currency: string, today: BusinessDate): Aging {
  const items = invoices.map(({ open, effectiveDueOn }) => ({ open, effectiveDue: effectiveDueOn }));
  return agingOf(items, today).get(currency) ?? emptyAging(currency);
}
