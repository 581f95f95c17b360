import { outboxInFlight } from '../../../db/queries/outbox-in-flight.ts';
import type { Office } from '../ports.ts';
import { within } from '../scope.ts';

/** Whether messages of this moment are still on their way, in whatever process. */
export async function messagesInFlight(office: Office, workspaceId: number): Promise<boolean> {
  return within(office, workspaceId, (scope) => outboxInFlight(scope.tx, office.machineNow()));
}
