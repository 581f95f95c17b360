import { placesOf, positionOf } from '../../core/dunning/place.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';
import { loadCaseFile } from './file.ts';

/** The steps of a case's ladder above the one it has reached, lowest first: what it can be raised to by hand. */
export async function stepsAhead(
  office: Office,
  actor: Actor,
  caseId: number,
): Promise<readonly { readonly key: string; readonly label: string }[]> {
  return within(office, actor.workspaceId, async (scope) => {
    const { ladder, facts } = await loadCaseFile(scope, caseId);
    return placesOf(ladder).filter(({ key }) => positionOf(ladder, key) > facts.customerPosition);
  });
}
