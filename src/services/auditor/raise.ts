import {
  changeFinding,
  closeFindings,
  insertFindings,
  insertRun,
  openFindings,
} from '../../../db/queries/auditor/findings.ts';
import { lockCases } from '../../../db/queries/case/lock.ts';
import { planRoutine } from '../../../db/queries/routine/plan.ts';
import { waitTurn } from '../../../db/queries/wait-turn.ts';
import type { AuditorRunRow, FindingRow } from '../../../db/schema/index.ts';
import { wakeCases } from '../case/wake.ts';
import { roster, withRole } from '../member/roster.ts';
import { refreshCards, showCard } from '../outbox/card.ts';
import { directStream } from '../outbox/enqueue.ts';
import { nextDigest } from '../routine/plan.ts';
import type { Scope } from '../scope.ts';
import type { Found } from './found.ts';
import type { HistoryLook } from './history.ts';

/** What a run saw, and how far it looked. */
export interface Looked {
  readonly found: readonly Found[];
  readonly caseIds: ReadonlySet<number>;
  readonly history: HistoryLook;
  readonly run: Omit<AuditorRunRow, 'workspaceId' | 'id' | 'open' | 'fresh'>;
}

/** A finding as this run leaves it. */
interface Standing {
  readonly found: Found;
  readonly known: FindingRow | undefined;
  readonly facts: Found['facts'];
  readonly mended: boolean;
  readonly isNews: boolean;
}

/**
 * Writes down what was found, closes what is well again, and tells the admins in one message each; what they know
 * and has not changed is not told again.
 */
export async function raise(scope: Scope, looked: Looked): Promise<number> {
  const mending = looked.found.flatMap((one) => (one.mends && one.caseId !== undefined ? [one.caseId] : []));
  await lockCases(scope.tx, mending);
  // Two runs at once would both tell what is new.
  await waitTurn(scope.tx);
  const before = await openFindings(scope.tx);
  const standings = compare(looked.found, before);
  const gone = before.filter((row) => wasLookedAt(row, looked) && !isAmong(standings, row));
  const fresh = standings.filter(({ isNews }) => isNews);
  const runId = await insertRun(scope.tx, {
    ...looked.run,
    open: before.length - gone.length + standings.filter(({ known }) => known === undefined).length,
    fresh: fresh.length,
  });
  await closeFindings(
    scope.tx,
    gone.map(({ id }) => id),
    scope.now,
  );
  await write(scope, standings, runId);
  await wakeCases(scope, mending);
  await tellAdmins(
    scope,
    new Set(gone.map(({ toldInRun }) => toldInRun)),
    fresh.length > 0 ? runId : undefined,
  );
  await planRoutine(scope.tx, 'auditor', nextDigest(scope, scope.now));
  return runId;
}

function compare(found: readonly Found[], before: readonly FindingRow[]): readonly Standing[] {
  const known = new Map(before.map((row) => [keyOf(row), row]));
  return found.map((one) => standingOf(one, known.get(keyOf(one))));
}

/** A case that was looked at afresh and is found again was not mended by it: that is news, once. */
function standingOf(found: Found, known: FindingRow | undefined): Standing {
  const again = known !== undefined && (known.mended || known.facts['again'] === true);
  const facts = again ? { ...found.facts, again: true } : found.facts;
  return {
    found,
    known,
    facts,
    mended: found.mends === true && !again,
    isNews: known === undefined || withoutNumber(known.facts) !== withoutNumber(facts),
  };
}

const keyOf = ({ check, subject }: { readonly check: string; readonly subject: string }): string =>
  `${check}: ${subject}`;

/** As text, in the order of the names; `n` may grow without being news. */
function withoutNumber(facts: Found['facts']): string {
  return JSON.stringify(
    Object.entries(facts)
      .filter(([name]) => name !== 'n')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function isAmong(standings: readonly Standing[], row: FindingRow): boolean {
  return standings.some(({ known }) => known?.id === row.id);
}

/** Only what this run looked at can be said to be well again. */
function wasLookedAt(row: FindingRow, { caseIds, history }: Looked): boolean {
  if (row.check === 'history')
    return history.after < Number(row.subject) && Number(row.subject) <= history.last;
  return row.caseId === null || !ofCases.has(row.check) || caseIds.has(row.caseId);
}

/** Checks that look at a part of the cases. */
const ofCases: ReadonlySet<string> = new Set<Found['check']>([
  'late wake',
  'no next moment',
  'promise',
  'pause',
  'plan',
  'dispute',
  'hold',
  'approval',
  'announcement',
  'balance',
]);

async function write(scope: Scope, standings: readonly Standing[], runId: number): Promise<void> {
  for (const { known, facts, mended, isNews } of standings)
    if (known !== undefined)
      await changeFinding(scope.tx, known.id, {
        facts,
        mended,
        ...(isNews ? { toldInRun: runId, seenBy: null, seenAt: null } : {}),
      });
  await insertFindings(
    scope.tx,
    standings
      .filter(({ known }) => known === undefined)
      .map(({ found: { check, subject, caseId, since }, facts, mended }) => ({
        check,
        subject,
        caseId: caseId ?? null,
        since: since ?? null,
        facts,
        mended,
        toldInRun: runId,
        foundAt: scope.now,
      })),
  );
}

/** The messages of earlier runs show what is well again; a run with news has one of its own. */
async function tellAdmins(
  scope: Scope,
  changedRuns: ReadonlySet<number>,
  freshRun: number | undefined,
): Promise<void> {
  for (const { id } of withRole(await roster(scope), 'admin')) {
    await refreshCards(
      scope,
      'findings',
      [...changedRuns].map((runId) => findingsSubject(id, runId)),
    );
    if (freshRun !== undefined)
      await showCard(scope, 'findings', findingsSubject(id, freshRun), { stream: directStream(id) });
  }
}

/** A message of its own for each admin and run. */
export function findingsSubject(memberId: number, runId: number): string {
  return `${memberId}:${runId}`;
}

export function parseFindings(subject: string): { readonly memberId: number; readonly runId: number } {
  const [memberId = '', runId = ''] = subject.split(':');
  return { memberId: Number(memberId), runId: Number(runId) };
}
