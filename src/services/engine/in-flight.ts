import { workInFlight } from '../../../db/queries/clock/in-flight.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Whether work of this moment is still going on, in whatever process. */
export async function momentInFlight(office: Office, workspaceId: number): Promise<boolean> {
  return within(office, workspaceId, (scope) => workInFlight(scope.tx, scope.now, office.machineNow()));
}
