import { casesSetAside, casesWaiting } from '../../../db/queries/auditor/cases.ts';
import type { Scope } from '../scope.ts';
import { type Found, hoursAgo } from './found.ts';

/** Cases are due and no pass takes them: the workers stand still. */
export async function casesNotLookedAt(scope: Scope): Promise<readonly Found[]> {
  const waiting = await casesWaiting(scope.tx, hoursAgo(scope));
  if (waiting === undefined) return [];
  return [{ check: 'not looked at', subject: 'cases', since: waiting.since, facts: { n: waiting.cases } }];
}

/** A case that cannot be judged is tried again every hour, so one that was mended is not found any more soon. */
const setAsideHours = 2;

/** Cases that could not be judged: each pass leaves them out, so nothing happens about them. */
export async function casesLeftOut(scope: Scope): Promise<readonly Found[]> {
  const cases = await casesSetAside(scope.tx, hoursAgo(scope, setAsideHours));
  return cases.map(({ caseId, since }) => ({
    check: 'set aside',
    subject: String(caseId),
    caseId,
    since,
    facts: { error: null },
  }));
}
