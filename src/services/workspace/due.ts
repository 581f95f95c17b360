import type { Database } from '../../../db/client.ts';
import { type DueWork, dueWorkspaces } from '../../../db/queries/workspace/due.ts';
import type { Office } from '../ports.ts';

export type { DueWork } from '../../../db/queries/workspace/due.ts';

/** Looks through all workspaces for those that have something due. */
export type LookOut = () => Promise<readonly DueWork[]>;

/** @param wakeDb connected as the role that sees the wake index of every workspace, and nothing else */
export function lookOutWith({ baseNow, machineNow }: Office, wakeDb: Database): LookOut {
  return () => dueWorkspaces(wakeDb, baseNow(), machineNow());
}
