import { copiesOfInvoices } from '../../../db/queries/document/find.ts';
import { biggestOpenCases, loadReachable } from '../../../db/queries/ladder/reachable.ts';
import type { BusinessDate } from '../../core/calendar/business-date.ts';
import { addBusinessDays } from '../../core/calendar/business-days.ts';
import type { RestReason } from '../../core/dunning/decision.ts';
import type { Step } from '../../core/dunning/ladder.ts';
import { type Coming, type Projection, projectCustomer } from '../../core/dunning/project.ts';
import { groupBy } from '../../core/group-by.ts';
import { type Money, money } from '../../core/money.ts';
import { type CaseFile, loadCaseFiles, openSumOf } from '../case/file.ts';
import { hasRole, roster } from '../member/roster.ts';
import type { Scope } from '../scope.ts';
import { ladderTitle } from './title.ts';

/** How far ahead one looks. */
const businessDaysAhead = 10;

/** Cases looked at, the biggest first: each is decided about a dozen times. */
const mostCases = 1_000;

/** A step that will be done if nobody pays. */
export interface ComingStep {
  readonly caseId: number;
  readonly customer: string;
  readonly zone: string;
  readonly at: Date;
  readonly step: Step;
  readonly ladder: string;
  readonly amount: Money;
  readonly invoices: number;
}

/** What stands in the way of a step, or of all steps of a case. */
export type Obstacle =
  | 'no mail address'
  | 'no contact'
  | 'no phone number'
  | 'purchase order number'
  | 'shadow mode'
  | 'nobody approves'
  | 'ladder ended'
  | 'stopped'
  | 'letters are held back'
  | 'approval refused'
  | 'waiting for the step before'
  | 'paused';

export interface Stuck {
  readonly customer: string;
  readonly number: string;
  readonly obstacle: Obstacle;
  /** The step that cannot be done; empty: none at all. */
  readonly step: string | undefined;
  readonly amount: Money;
}

export interface Preview {
  readonly until: BusinessDate;
  /** In order of time; also those that cannot be done as they are. */
  readonly coming: readonly ComingStep[];
  /** The biggest amounts first, each currency for itself. */
  readonly stuck: readonly Stuck[];
  /** Of so many open cases this many were looked at. */
  readonly cases: number;
  readonly looked: number;
  readonly stale: boolean;
}

/** What goes out in the next ten business days if nobody pays, and what cannot. */
export async function previewLadders(scope: Scope, customerId?: number): Promise<Preview> {
  const until = addBusinessDays(scope.calendar, scope.today, businessDaysAhead);
  const { caseIds, total } = await biggestOpenCases(scope.tx, mostCases, customerId);
  const files = await loadCaseFiles(scope, caseIds);
  const projected = [...groupBy(files, (file) => file.customerId).values()].map((of) => ({
    of,
    projection: projectCustomer(of, scope.now, until),
  }));
  const coming = projected.flatMap(({ of, projection }) => stepsOf(of, projection));
  return {
    until,
    coming: coming.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    stuck: (await stuckOf(scope, projected)).toSorted(biggestFirst),
    cases: total,
    looked: files.length,
    stale: isStale(scope),
  };
}

interface Projected {
  readonly of: readonly CaseFile[];
  readonly projection: Projection;
}

function isStale({ workspace: { ledgerCovers }, calendar, today }: Scope): boolean {
  return ledgerCovers === null || ledgerCovers < addBusinessDays(calendar, today, -1);
}

function stepsOf(of: readonly CaseFile[], { coming }: Projection): readonly ComingStep[] {
  return coming.flatMap((one) => {
    const file = of.find(({ facts }) => facts.caseId === one.caseId);
    const step = file?.ladder.steps.find(({ key }) => key === one.action.step);
    if (file === undefined || step === undefined) return [];
    return [
      {
        caseId: one.caseId,
        customer: file.customerName,
        zone: file.facts.calendar.zone,
        at: one.at,
        step,
        ladder: ladderTitle(file.ladder),
        amount: sumOf(file, one),
        invoices: one.action.invoices.length,
      },
    ];
  });
}

const sumOf = (file: CaseFile, { action }: Coming): Money =>
  money(openSumOf(file, action.invoices), file.facts.currency);

async function stuckOf(scope: Scope, projected: readonly Projected[]): Promise<readonly Stuck[]> {
  const files = projected.flatMap(({ of }) => of);
  const ids = files.map(({ customerId }) => customerId);
  const reach = new Map((await loadReachable(scope.tx, ids)).map((row) => [Number(row.customer_id), row]));
  const copies = await copiesOfInvoices(
    scope.tx,
    projected.flatMap(({ projection }) => projection.coming.flatMap(({ action }) => action.invoices)),
  );
  // Where the owner is the only one, the decision is theirs after a day: see who approves.
  const hasApprover = [...(await roster(scope)).values()].some(
    (person) => person.active && hasRole(person, ['manager', 'admin']),
  );
  return projected.flatMap(({ of, projection }) =>
    of.flatMap((file) => {
      const { caseId, currency } = file.facts;
      const stuck = (obstacle: Obstacle, step: string | undefined, amount: bigint): Stuck => ({
        customer: file.customerName,
        number: file.customerNumber,
        obstacle,
        step,
        amount: money(amount, currency),
      });
      const steps = projection.coming
        .filter((one) => one.caseId === caseId)
        .flatMap(({ action }) => {
          const row = reach.get(file.customerId);
          const lacksCopy = action.invoices.some((id) => !copies.has(id));
          const obstacle = obstacleOf(action, {
            contacts: row?.contacts ?? 0,
            hasPhone: row?.has_phone === true,
            lacksOrderNumber: row?.needs_purchase_order === true && lacksCopy,
            hasApprover,
          });
          const label = file.ladder.steps.find(({ key }) => key === action.step)?.label ?? action.step;
          return obstacle === undefined ? [] : [stuck(obstacle, label, openSumOf(file, action.invoices))];
        });
      const all = file.facts.invoices.reduce((sum, { open }) => sum + open, 0n);
      const because = restObstacle(projection.rests.get(caseId)?.because);
      return [...firstOfKind(steps), ...(because === undefined ? [] : [stuck(because, undefined, all)])];
    }),
  );
}

interface Reach {
  readonly contacts: number;
  readonly hasPhone: boolean;
  readonly lacksOrderNumber: boolean;
  readonly hasApprover: boolean;
}

function obstacleOf(action: Coming['action'], reach: Reach): Obstacle | undefined {
  switch (action.kind) {
    case 'call':
      if (reach.contacts === 0) return 'no contact';
      return reach.hasPhone ? undefined : 'no phone number';
    case 'letter':
      if (action.how === 'impossible') return 'no mail address';
      if (action.how === 'withhold') return 'shadow mode';
      return reach.lacksOrderNumber ? 'purchase order number' : undefined;
    case 'hold':
    case 'claim':
    case 'handover':
      return reach.hasApprover ? undefined : 'nobody approves';
  }
}

/** Why nothing (more) is done of a case, where somebody should know. */
function restObstacle(because: RestReason | undefined): Obstacle | undefined {
  switch (because) {
    case 'ladder ended':
    case 'stopped':
    case 'letters are held back':
    case 'approval refused':
    case 'waiting for the step before':
    case 'paused':
      return because;
    default:
      return undefined;
  }
}

/** One obstacle of a case is told once, of the first step that it stops. */
function firstOfKind(stuck: readonly Stuck[]): readonly Stuck[] {
  return stuck.filter((one, index) => stuck.findIndex(({ obstacle }) => obstacle === one.obstacle) === index);
}

function biggestFirst(a: Stuck, b: Stuck): number {
  if (a.amount.currency !== b.amount.currency) return a.amount.currency < b.amount.currency ? -1 : 1;
  return a.amount.amount === b.amount.amount ? 0 : a.amount.amount > b.amount.amount ? -1 : 1;
}
