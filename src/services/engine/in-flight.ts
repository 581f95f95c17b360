import { workInFlight } from '../../../db/queries/clock/in-flight.ts';
import { announcementsInFlight } from '../../../db/queries/hold-announcement/claim.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Whether work of this moment is still going on, in whatever process. */
export async function momentInFlight(office: Office, workspaceId: number): Promise<boolean> {
  return within(office, workspaceId, async ({ tx, now }) => {
    if (await workInFlight(tx, now, office.machineNow())) return true;
    return office.holdsHeardAt !== undefined && announcementsInFlight(tx, office.machineNow());
  });
}
