import { countCases } from '../../../db/queries/auditor/cases.ts';
import { lastRun } from '../../../db/queries/auditor/findings.ts';
import type { Office } from '../ports.ts';
import { type Scope, within } from '../scope.ts';
import { cardsNotShown, messagesStuck } from './messages.ts';
import { clockWentBack } from './clock.ts';
import { missedDeadlines, tasksInNobodysHands } from './deadlines.ts';
import type { DeskCheck, Found } from './found.ts';
import { lookAtHistory } from './history.ts';
import { importsStuck } from './imports.ts';
import { lettersForgotten } from './letters.ts';
import { lookAtCases } from './look-at-cases.ts';
import { casesLeftOut, casesNotLookedAt } from './not-looked-at.ts';
import { raise } from './raise.ts';
import { routinesLost } from './routines.ts';
import { stopsNotKept } from './stops.ts';
import { trialBalance } from './balances.ts';

const deskChecks: readonly DeskCheck[] = [
  casesNotLookedAt,
  casesLeftOut,
  missedDeadlines,
  tasksInNobodysHands,
  messagesStuck,
  cardsNotShown,
  lettersForgotten,
  stopsNotKept,
  importsStuck,
  trialBalance,
  routinesLost,
  clockWentBack,
];

/**
 * Compares what should have happened with what did, has a case looked at afresh where that mends it, and tells the
 * admins what is new. Safe to run twice, and at once: what is known already is not told again.
 * @param askedBy who wants to know now; nobody: it is the hour
 * @returns the run's id
 */
export async function runAuditor(office: Office, workspaceId: number, askedBy?: number): Promise<number> {
  const before = await within(office, workspaceId, ({ tx }) => lastRun(tx));
  const cases = await lookAtCases(office, workspaceId, before?.lastCaseId ?? 0);
  const history = await within(office, workspaceId, (scope) =>
    lookAtHistory(scope, before?.lastEntryId ?? 0),
  );
  const desk = await within(office, workspaceId, lookAtDesk);
  return within(office, workspaceId, async (scope) =>
    raise(scope, {
      found: onceEach([...cases.found, ...history.found, ...desk]),
      caseIds: new Set(cases.caseIds),
      history,
      run: {
        at: scope.now,
        askedBy: askedBy ?? null,
        casesLookedAt: cases.caseIds.length,
        casesInAll: await countCases(scope.tx),
        lastCaseId: cases.last,
        entriesLookedAt: history.entries,
        lastEntryId: history.reachedEnd ? 0 : history.last,
      },
    }),
  );
}

async function lookAtDesk(scope: Scope): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const check of deskChecks) found.push(...(await check(scope)));
  return found;
}

/** Two checks may see the same in two ways, such as a case that could not be judged now and before. */
function onceEach(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((one) => [`${one.check}: ${one.subject}`, one])).values()];
}
