import * as queries from '../../../db/queries/home/publish.ts';
import { chatLeaseSeconds } from '../outbox/claim.ts';
import type { Actor, Office } from '../ports.ts';
import { within } from '../scope.ts';

export type { StaleHome } from '../../../db/queries/home/publish.ts';

/** Somebody looks at their Home: it is made afresh now, and kept current from now on. */
export async function openHome(office: Office, { workspaceId, memberId }: Actor): Promise<void> {
  await within(office, workspaceId, async (scope) => {
    await queries.openHome(scope.tx, memberId, office.machineNow());
    scope.wake('deliver');
  });
}

/** Takes a Home that may show less than is known. Nobody else publishes it meanwhile. */
export async function claimStaleHome(
  office: Office,
  workspaceId: number,
): Promise<queries.StaleHome | undefined> {
  return within(office, workspaceId, ({ tx }) =>
    queries.claimStaleHome(tx, office.machineNow(), chatLeaseSeconds),
  );
}

/** The Home shows what was wanted when it was claimed; anything wanted since then refreshes it once more. */
export async function homeShown(office: Office, workspaceId: number, of: queries.StaleHome): Promise<void> {
  await within(office, workspaceId, ({ tx }) => queries.noteHomeShown(tx, of));
}

/** Puts the next try off, or gives the Home up until something on it changes. */
export async function homeDelayed(
  office: Office,
  workspaceId: number,
  memberId: number,
  fate: { readonly afterSeconds: number } | 'parked',
): Promise<void> {
  await within(office, workspaceId, ({ tx }) =>
    fate === 'parked'
      ? queries.parkHome(tx, memberId)
      : queries.delayHome(tx, memberId, new Date(office.machineNow().getTime() + fate.afterSeconds * 1000)),
  );
}
