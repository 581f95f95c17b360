import { casesOfMessage, type PlacedMessage } from '../../../db/queries/outbox/cases-of-message.ts';
import { type CaseOverview, overviews } from './overview.ts';
import type { Scope } from '../scope.ts';

/** The one case that a message is about; nothing when it is about none, or about several. */
export async function caseOfMessage(scope: Scope, message: PlacedMessage): Promise<CaseOverview | undefined> {
  const caseIds = await casesOfMessage(scope.tx, message);
  if (caseIds.length !== 1) return undefined;
  return (await overviews(scope, { caseIds })).rows[0];
}
