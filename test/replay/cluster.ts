import { provision } from '../../db/provision.ts';
import { prepareQueue } from '../../jobs/prepare.ts';
import { cloneDatabase, type ClonedDatabase } from '../support/postgres/clone.ts';
import { startThrowaway } from '../support/postgres/throwaway.ts';

/** A Postgres for this run, where each replay has a database of its own. */
export interface Cluster {
  readonly database: () => Promise<ClonedDatabase>;
  readonly stop: () => Promise<void>;
}

export async function startCluster(): Promise<Cluster> {
  const { server, remove } = await startThrowaway();
  const serving = await provision(server.ownerUrl);
  await prepareQueue(server.ownerUrl);
  return { database: () => cloneDatabase({ ...server, ...serving }), stop: remove };
}
