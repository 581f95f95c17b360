import { holdNextCases, type NextCase } from '../../../db/queries/auditor/cases.ts';
import { wakeCases } from '../case/wake.ts';
import { decideNextStep } from '../../core/dunning/decide.ts';
import { loadCaseFiles } from '../case/file.ts';
import type { Office } from '../ports.ts';
import { refreshed, type Scope, within } from '../scope.ts';
import { lettersAnnouncedInVain } from './announcements.ts';
import { approvalsForgotten } from './approvals.ts';
import { balancesAgainstPostings } from './balances.ts';
import { disputesNotSettled } from './disputes.ts';
import type { Bench, CaseCheck, Found } from './found.ts';
import { holdsNotSettled } from './holds.ts';
import { lateWakes } from './late-wake.ts';
import { casesWithoutMoment } from './no-next-moment.ts';
import { pausesNotEnded } from './pauses.ts';
import { plansNotJudged } from './plans.ts';
import { promisesNotJudged } from './promises.ts';

/** Cases held at a time: nobody waits long for one of them. */
const batch = 100;

/** Cases of one run: a large ledger is looked at over a few nights. */
const mostCases = 2_000;

/** What becomes late when nobody looks at a case again, the more telling first. */
const checks: readonly CaseCheck[] = [
  promisesNotJudged,
  pausesNotEnded,
  plansNotJudged,
  disputesNotSettled,
  holdsNotSettled,
  approvalsForgotten,
  lettersAnnouncedInVain,
  casesWithoutMoment,
];

export interface CasesLook {
  readonly found: readonly Found[];
  readonly caseIds: readonly number[];
  /** The last one; 0 when there are no more behind it. */
  readonly last: number;
}

/**
 * Looks at the cases after an id, a few at a time and each while it is held, so that nothing moves under the comparison.
 * Whatever a fresh look mends gets one.
 */
export async function lookAtCases(office: Office, workspaceId: number, after: number): Promise<CasesLook> {
  const found: Found[] = [];
  const caseIds: number[] = [];
  let last = after;
  while (caseIds.length < mostCases) {
    const look = await lookAtNext(office, workspaceId, last);
    if (look.caseIds.length === 0) return { found, caseIds, last: 0 };
    found.push(...look.found);
    caseIds.push(...look.caseIds);
    last = look.last;
  }
  return { found, caseIds, last };
}

async function lookAtNext(office: Office, workspaceId: number, after: number): Promise<CasesLook> {
  try {
    return await within(office, workspaceId, (scope) => lookAtSome(scope, after, batch));
  } catch (error) {
    office.log.warn({ err: error, workspaceId, after }, 'the auditor looks at some cases one by one');
    return lookOneByOne(office, workspaceId, after);
  }
}

/** A case whose facts cannot be judged must not hide the others. */
async function lookOneByOne(office: Office, workspaceId: number, after: number): Promise<CasesLook> {
  const found: Found[] = [];
  const caseIds: number[] = [];
  let last = after;
  for (let looked = 0; looked < batch; looked += 1) {
    const held = await within(office, workspaceId, ({ tx }) => holdNextCases(tx, last, 1));
    const [next] = held;
    if (next === undefined) break;
    found.push(...(await lookAtOne(office, workspaceId, next.id)));
    caseIds.push(next.id);
    last = next.id;
  }
  return { found, caseIds, last };
}

async function lookAtOne(office: Office, workspaceId: number, caseId: number): Promise<readonly Found[]> {
  try {
    return await within(office, workspaceId, async (scope) => (await lookAtSome(scope, caseId - 1, 1)).found);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return [{ check: 'set aside', subject: String(caseId), caseId, facts: { error: says } }];
  }
}

async function lookAtSome(opened: Scope, after: number, limit: number): Promise<CasesLook> {
  const held = await holdNextCases(opened.tx, after, limit);
  const scope = await refreshed(opened);
  const bench = await benchOf(scope, held);
  const telling: Found[] = [];
  for (const check of checks) telling.push(...(await check(bench)));
  const mended = new Set(telling.filter(({ mends }) => mends).map(({ caseId }) => caseId));
  // A case that is late for a reason which is known is not told of a second time.
  const late = (await lateWakes(bench)).filter(({ caseId }) => !mended.has(caseId));
  const balances = await balancesAgainstPostings(bench);
  const mending = [...telling, ...late].flatMap((one) =>
    one.mends && one.caseId !== undefined ? [one.caseId] : [],
  );
  await wakeCases(scope, [...new Set(mending)]);
  return {
    found: [...telling, ...late, ...balances],
    caseIds: held.map(({ id }) => id),
    last: held.at(-1)?.id ?? after,
  };
}

/** Cases that are due are looked at in a moment anyway; those that are due for long are told of by another check. */
async function benchOf(scope: Scope, held: readonly NextCase[]): Promise<Bench> {
  const settled = held.filter(({ wakeAt }) => wakeAt === undefined || wakeAt > scope.now);
  const caseIds = settled.map(({ id }) => id);
  const files = await loadCaseFiles(scope, caseIds);
  return {
    scope,
    caseIds,
    files,
    decisions: new Map(
      files.map(({ facts, ladder }) => [facts.caseId, decideNextStep(ladder, facts, scope.now)]),
    ),
    wakeAt: new Map(settled.map(({ id, wakeAt }) => [id, wakeAt])),
  };
}
